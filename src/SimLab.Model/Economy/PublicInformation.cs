using SimLab.Model.Chance;
using SimLab.Model.Policies;

namespace SimLab.Model.Economy;

/// <summary>One possible world: an arm (policy variant) with one draw of luck.</summary>
/// <param name="Watched">Its ledger is written; watching changes nothing.</param>
public readonly record struct World(int Arm, int Replicate, RandomKey Key, bool Watched);

/// <summary>What everybody in one world may know this month: last month's totals, this month's weather.</summary>
public sealed class MacroConditions
{
    /// <summary>Mean awareness of policy by region, 0 to 1.</summary>
    public double[] Awareness { get; init; } = new double[Places.Regions];

    /// <summary>Chance that a vacant slot of the region is founded this month.</summary>
    public double[] EntryChance { get; init; } = new double[Places.Regions];

    /// <summary>Raw-material prices, 1 = the level of month zero.</summary>
    public double CommodityIndex { get; init; } = 1;

    /// <summary>Growth of ordinary demand this year, share.</summary>
    public double DemandGrowth { get; init; }

    /// <summary>Customers that closed firms left to the others last month, less those that new firms took, share of all demand.</summary>
    public double CustomersFreed { get; init; }

    /// <summary>Share of their sales that shops miss this month: brought forward by vouchers, or taken by shops that had them.</summary>
    public double MissedByShops { get; init; }

    /// <summary>Sales a worker makes and pay a worker gets, relative to month zero.</summary>
    public double OutputPerHead { get; init; } = 1;

    /// <summary>Growth of banks' room for SME loans this year, share.</summary>
    public double CreditGrowth { get; init; }

    /// <summary>SME loans owed at the end of last month, fen.</summary>
    public long SmeLoans { get; init; }

    /// <summary>What of them was repaid or written off during it, fen.</summary>
    public long SmeRunOff { get; init; }

    /// <summary>Mean monthly real R&amp;D of the members of each cluster that do any, yuan; by region and chain.</summary>
    public double[] ClusterRnd { get; init; } = new double[Places.Regions * Chains.Count];

    /// <summary>R&amp;D staff by region at the end of last month.</summary>
    public long[] RndStaff { get; init; } = new long[Places.Regions];
}

/// <summary>What the run announces to everybody at the beginning of a month. Shared and never edited once announced.</summary>
public sealed class PublicInformation
{
    public required Month Month { get; init; }

    public required World[] Worlds { get; init; }
    public required MacroConditions[] Conditions { get; init; }                      // by world

    /// <summary>By arm: how people behave, the world outside, the policy desk.</summary>
    public required BehaviouralParameters[] Behaviours { get; init; }
    public required Macro[] Macro { get; init; }
    public required PolicyDesk[] Desks { get; init; }

    public BehaviouralParameters BehaviourIn(int world) => Behaviours[Worlds[world].Arm];

    public Macro MacroIn(int world) => Macro[Worlds[world].Arm];

    public PolicyDesk DeskIn(int world) => Desks[Worlds[world].Arm];
}
