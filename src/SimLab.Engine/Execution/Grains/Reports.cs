using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Markets;
using SimLab.Model.Papers;

namespace SimLab.Engine.Execution.Grains;

/// <summary>What a grain is told when a wave begins.</summary>
[GenerateSerializer, Immutable]
public sealed class StartRequest
{
    /// <summary>SHA-256 of the plan's JSON. A silo that has not grown the plan yet asks the run's grain for it, once.</summary>
    [Id(0)] public required string PlanHash { get; init; }

    [Id(1)] public required WorldBatch Batch { get; init; }
    [Id(2)] public required bool Watch { get; init; }

    /// <summary>The population the run is about; a silo that grows another one from the plan must not take part.</summary>
    [Id(3)] public required ulong PopulationPrint { get; init; }

    /// <summary>The wave the snapshots were taken of that grains go on from; null: month zero.</summary>
    [Id(4)] public WorldBatch? GoesOnFrom { get; init; }

    /// <summary>The last month lived: month zero, or that of the snapshots.</summary>
    [Id(5)] public required Month SimulatedTo { get; init; }

    /// <summary>Where each grain finds the snapshot it goes on from; null: it is handed over, or there is none.</summary>
    [Id(6)] public CheckpointId? Checkpoint { get; init; }

    /// <summary>Of whoever begins the run; a silo of another build must not take part.</summary>
    [Id(7)] public string ModelBuild { get; init; } = Recording.ModelBuild.Hash;
}

/// <summary>One market's piles from one district.</summary>
[GenerateSerializer, Immutable]
public sealed class DistrictMessages
{
    [Id(0)] public required byte[][] Buffers { get; init; }
}

/// <summary>What a district reports of a month beside the papers it hands in; see <see cref="MonthOutput"/>.</summary>
[GenerateSerializer, Immutable]
public sealed class DistrictReport
{
    [Id(0)] public required long[] Cells { get; init; }
    [Id(1)] public required Block<FirmEvent> Events { get; init; }
    [Id(2)] public required Block<LedgerLine> Ledger { get; init; }
}

/// <summary>What a market reports of a month beside the letters it sends.</summary>
[GenerateSerializer, Immutable]
public sealed class MarketReport
{
    [Id(0)] public required Block<MarketCost> Costs { get; init; }
    [Id(1)] public required InTransitAccount[] InTransit { get; init; }

    /// <summary>Grain calls the market made.</summary>
    [Id(2)] public required int Calls { get; init; }
}

/// <summary>A month of the whole run, but for what districts report themselves.</summary>
[GenerateSerializer, Immutable]
public sealed class MonthReport
{
    [Id(0)] public required MarketReport[] Markets { get; init; }

    /// <summary>Time the districts took, papers handed in; and the markets, letters delivered.</summary>
    [Id(1)] public required TimeSpan Stepping { get; init; }
    [Id(2)] public required TimeSpan Settling { get; init; }

    /// <summary>Grain calls made for it, all in all.</summary>
    [Id(3)] public required long Calls { get; init; }
}
