using System.Collections.Immutable;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Steps;
using SimLab.Model.Messages;

namespace SimLab.Engine.Execution;

/// <summary>The month before the first: equal in all worlds of an arm.</summary>
/// <param name="Cells">Tallies of one world, by district.</param>
/// <param name="Before">What the firms were, and what came before.</param>
internal sealed record MonthZero(BurnIn.Start Before, long[][] Cells)
{
    /// <summary>Month zero of an arm.</summary>
    public static MonthZero Of(RunMaterials materials, int arm)
    {
        var before = BurnIn.Settle(materials.Plan, materials.Population, arm, BurnInCache.OfUser);
        var province = materials.Plan.Population.Province;
        var macroState = new MacroState
        {
            Month = materials.Plan.Start - 1,
            Commodity = [1],
            Totals = [new MacroTotals(province)],
            Markets = new double[SharedMarkets.Count(province.Regions.Length)],
            Path = [1],
            Payments = new double[LocalCircuit.Length(province.Regions.Length)],
            UsualPayments = new double[LocalCircuit.Length(province.Regions.Length)],
            Purses = new PublicPurse[1],
            UsualStaff = new long[province.Regions.Length],
        };
        var information = materials.Inform([new World(arm, 0, default, false)], macroState);
        return new(before, [.. materials.Districts.Select(district => Count(materials, before.States, district, information))]);
    }

    private static long[] Count(
        RunMaterials materials, ImmutableArray<Enterprise> states, DistrictRange district, PublicInformation information)
    {
        var outbox = new Outbox(1, materials.Plan.Population.Province, materials.Measures.Count);
        var state = new Enterprise[1];
        for (var i = district.First; i < district.First + district.Count; i++)
        {
            state[0] = states[i];
            var firm = materials.Population.Firms[i];
            EnterpriseMonth.CountOnly(in firm, state, information, outbox);
        }
        return outbox.Tally.Cells;
    }
}
