using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Papers;

namespace SimLab.Engine.Recording;

/// <summary>The tallies of the month before the first, by district, of one world: they are the same in all.</summary>
internal static class MonthZero
{
    public static long[][] Cells(RunMaterials materials)
    {
        var sheet = new NewsSheet { Month = materials.Plan.Start - 1, Commodity = [1], Totals = [new RegionTotals()] };
        var briefing = Province.Brief(materials, [new World(0, 0, default, false)], sheet);
        return [.. materials.Districts.Select(district => Count(materials, district, briefing))];
    }

    private static long[] Count(RunMaterials materials, DistrictRange district, Briefing briefing)
    {
        var tray = new Tray(1);
        var state = new Enterprise[1];
        for (var i = district.First; i < district.First + district.Count; i++)
        {
            state[0] = materials.Population.Initial[i];
            var firm = materials.Population.Firms[i];
            EnterpriseMonth.CountOnly(in firm, state, briefing, tray);
        }
        return tray.Tally.Cells;
    }
}
