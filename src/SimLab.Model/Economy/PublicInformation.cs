using SimLab.Model.Chance;
using SimLab.Model.Policies;

namespace SimLab.Model.Economy;

/// <summary>One world: an arm (policy variant) in one replicate (one random key).</summary>
/// <param name="Watched">Whether its ledger is recorded; results do not depend on it.</param>
public readonly record struct World(int Arm, int Replicate, RandomKey Key, bool Watched)
{
    /// <summary>Whether the public money of each firm is recorded; results do not depend on it.</summary>
    public bool RecordsSupport { get; init; }
}

/// <summary>Public conditions of one world in a month: last month's totals and this month's shocks.</summary>
/// <param name="province">Its regions and chains.</param>
public sealed class MacroConditions(Province province)
{
    private readonly int _chains = province.ChainCells();

    /// <summary>Mean awareness of policy by region, 0 to 1.</summary>
    public double[] Awareness { get; init; } = new double[province.Regions.Length];

    /// <summary>Probability that a firm is founded in a vacant slot this month, by region.</summary>
    public double[] EntryChance { get; init; } = new double[province.Regions.Length];

    /// <summary>Raw-material price index, 1 = level of month zero.</summary>
    public double CommodityIndex { get; init; } = 1;

    /// <summary>
    /// Change of every firm's customers this month, log points, by region, then industry: what its market has grown, what
    /// closed firms left to it, and what others have won.
    /// </summary>
    public double[] CustomersGained { get; init; } = new double[province.Regions.Length * Places.Industries];

    /// <summary>Change of the customers of a region's firms of an industry this month, log points.</summary>
    public double CustomersGainedBy(Region region, Industry industry) => CustomersGained[(int)region * Places.Industries + (int)industry];

    /// <summary>Firms in business at the end of last month.</summary>
    public long Firms { get; init; }

    /// <summary>Share of sales that shops lose this month, brought forward by vouchers or diverted.</summary>
    public double MissedByShops { get; init; }

    /// <summary>Sales and pay per worker, relative to month zero.</summary>
    public double OutputPerHead { get; init; } = 1;

    /// <summary>Pay relative to its usual level, by region; see <see cref="LabourMarket"/>.</summary>
    public double[] Pay { get; init; } = [.. Enumerable.Repeat(1.0, province.Regions.Length)];

    /// <summary>Work that a worker does relative to the usual, by region: where pay is high, firms get by with fewer people.</summary>
    public double[] WorkPerHead { get; init; } = [.. Enumerable.Repeat(1.0, province.Regions.Length)];

    /// <summary>Growth of banks' capacity for SME loans this year, share.</summary>
    public double CreditGrowth { get; init; }

    /// <summary>SME loans owed at the end of last month, fen.</summary>
    public long SmeLoans { get; init; }

    /// <summary>SME loans repaid or written off last month, fen.</summary>
    public long SmeRunOff { get; init; }

    /// <summary>Mean monthly real R&amp;D of cluster members that do any, yuan; by region, then chain.</summary>
    public double[] ClusterRnd { get; init; } = new double[province.Regions.Length * province.ChainCells()];

    /// <summary>Mean monthly real R&amp;D of the members of a cluster that do any, yuan.</summary>
    public double ClusterRndOf(Region region, Chain chain) => ClusterRnd[(int)region * _chains + (int)chain];

    /// <summary>Chance that a bid for a public purchase wins, as firms reckon; by region, then kind of purchase.</summary>
    public double[] ChanceToWin { get; init; } = [];

    /// <summary>R&amp;D staff by region at the end of last month.</summary>
    public long[] RndStaff { get; init; } = new long[province.Regions.Length];
}

/// <summary>Public information at the start of a month, shared by all firms. Not modified after creation.</summary>
public sealed class PublicInformation
{
    /// <summary>The province: its regions and chains.</summary>
    public required Province Province { get; init; }

    /// <summary>Month this information is valid for.</summary>
    public required Month Month { get; init; }

    /// <summary>Worlds of the batch.</summary>
    public required World[] Worlds { get; init; }
    public required MacroConditions[] Conditions { get; init; }                      // by world

    /// <summary>Behavioural parameters, by arm.</summary>
    public required BehaviouralParameters[] Behaviours { get; init; }
    /// <summary>Exogenous environment, by arm.</summary>
    public required Macro[] Macro { get; init; }
    /// <summary>Typical ratios at the arm's levels, by arm and industry.</summary>
    public required IndustryTraits[][] Industries { get; init; }
    /// <summary>Policy desk of the month, by arm.</summary>
    public required PolicyDesk[] Desks { get; init; }

    /// <summary>Trials of the month, by arm, null where an arm is none; null: the run has no trial.</summary>
    public TrialDesks?[]? Trials { get; init; }

    /// <summary>Behavioural parameters of a world's arm.</summary>
    public BehaviouralParameters BehaviourIn(int world) => Behaviours[Worlds[world].Arm];

    /// <summary>Exogenous environment of a world's arm.</summary>
    public Macro MacroIn(int world) => Macro[Worlds[world].Arm];

    /// <summary>Typical ratios of an industry in a world's arm.</summary>
    public ref readonly IndustryTraits TraitsIn(int world, Industry industry) => ref Industries[Worlds[world].Arm][(int)industry];

    /// <summary>Policy desk of a world's arm.</summary>
    public PolicyDesk DeskIn(int world) => Desks[Worlds[world].Arm];

    /// <summary>Policy desk of an enterprise's forms: its world's, or in a trial that of its group.</summary>
    public PolicyDesk DeskOf(int world, int enterprise) =>
        Trials?[Worlds[world].Arm] is { } trial ? trial.Of(Worlds[world].Replicate, enterprise) : DeskIn(world);
}
