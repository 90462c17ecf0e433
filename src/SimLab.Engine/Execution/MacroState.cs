using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Messages;

namespace SimLab.Engine.Execution;

/// <summary>The news of a month as it travels to silos: whole-number totals and prices, by world.</summary>
[GenerateSerializer, Immutable]
public sealed class MacroState
{
    [Id(0)] public Month Month { get; init; }

    /// <summary>Raw-material index by world.</summary>
    [Id(1)] public double[] Commodity { get; init; } = [];

    [Id(2)] public MacroTotals[] Totals { get; init; } = [];

    /// <summary>What shops will still miss because vouchers brought it forward, by world, yuan; empty while there were none.</summary>
    [Id(3)] public double[] BroughtForward { get; init; } = [];
}

/// <summary>Totals of one world at the end of a month that next month's news is made of.</summary>
[GenerateSerializer, Immutable]
public sealed class MacroTotals
{
    [Id(0)] public long[] Firms { get; } = new long[Places.Regions];
    [Id(1)] public long[] Vacant { get; } = new long[Places.Regions];
    [Id(2)] public long[] AwarenessMillionths { get; } = new long[Places.Regions];
    [Id(3)] public long[] RndStaff { get; } = new long[Places.Regions];
    [Id(4)] public long SmeLoans { get; private set; }
    [Id(5)] public long SmeRunOff { get; private set; }

    /// <summary>Monthly demand held, freed by closed firms and taken by new ones, fen.</summary>
    [Id(6)] public long DemandHeld { get; private set; }
    [Id(7)] public long DemandLeft { get; private set; }
    [Id(8)] public long DemandFounded { get; private set; }

    /// <summary>Real R&amp;D of the month (fen) and firms doing it, by region and chain of clusters.</summary>
    [Id(9)] public long[] ClusterRnd { get; } = new long[Places.Regions * Chains.Count];
    [Id(10)] public long[] ClusterMembers { get; } = new long[Places.Regions * Chains.Count];

    /// <summary>What shops hold of monthly demand, and what vouchers brought them, fen.</summary>
    [Id(11)] public long ShopsDemand { get; private set; }
    [Id(12)] public long VoucherSales { get; private set; }

    public void AddCluster(Region region, int chain, ReadOnlySpan<long> rndAndMembers)
    {
        ClusterRnd[(int)region * Chains.Count + chain] += rndAndMembers[0];
        ClusterMembers[(int)region * Chains.Count + chain] += rndAndMembers[1];
    }

    public void Add(Region region, Industry industry, ReadOnlySpan<long> row)
    {
        if (industry == Industry.Retail)
        {
            ShopsDemand += row[(int)Indicator.DemandHeld];
            VoucherSales += row[(int)Indicator.CampaignSales];
        }
        Firms[(int)region] += row[(int)Indicator.Firms];
        Vacant[(int)region] += row[(int)Indicator.VacantSlots];
        AwarenessMillionths[(int)region] += row[(int)Indicator.AwarenessMillionths];
        RndStaff[(int)region] += row[(int)Indicator.RndStaff];
        DemandHeld += row[(int)Indicator.DemandHeld];
        DemandLeft += row[(int)Indicator.DemandLeft];
        DemandFounded += row[(int)Indicator.DemandFounded];
        SmeLoans += row[(int)Indicator.SmeLoansOwed];
        SmeRunOff += row[(int)Indicator.SmePrincipal] + row[(int)Indicator.LoansWrittenOff];
    }

    public static MacroTotals AtMonthZero(RunMaterials materials, BehaviouralParameters behaviour)
    {
        var totals = new MacroTotals();
        foreach (var district in materials.Districts)
            for (var industry = 0; industry < Places.Industries; industry++)
                totals.Add(district.Region, (Industry)industry, materials.CellsAtMonthZero[district.Index].AsSpan(industry * Tally.Width, Tally.Width));
        totals.SmeRunOff = Fen.Share(totals.SmeLoans, (1 - behaviour.RolledOver) / behaviour.LoanMonths);
        return totals;
    }
}
