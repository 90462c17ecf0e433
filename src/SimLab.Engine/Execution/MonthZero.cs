using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Steps;
using SimLab.Model.Messages;

namespace SimLab.Engine.Execution;

/// <summary>Tallies of the month before the first, by district, of one world: all worlds have the same.</summary>
internal static class MonthZero
{
    public static long[][] Count(RunMaterials materials)
    {
        var macroState = new MacroState
        {
            Month = materials.Plan.Start - 1,
            Commodity = [1],
            Totals = [new MacroTotals(materials.Plan.Population.Province)],
        };
        var information = materials.Inform([new World(0, 0, default, false)], macroState);
        return [.. materials.Districts.Select(district => Count(materials, district, information))];
    }

    private static long[] Count(RunMaterials materials, DistrictRange district, PublicInformation information)
    {
        var outbox = new Outbox(1, materials.Plan.Population.Province, materials.Measures.Count);
        var state = new Enterprise[1];
        for (var i = district.First; i < district.First + district.Count; i++)
        {
            state[0] = materials.Population.Initial[i];
            var firm = materials.Population.Firms[i];
            EnterpriseMonth.CountOnly(in firm, state, information, outbox);
        }
        return outbox.Tally.Cells;
    }
}
