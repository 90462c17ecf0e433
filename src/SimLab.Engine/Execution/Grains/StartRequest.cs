using SimLab.Engine.Execution.Recovery;
using SimLab.Model;

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
    [Id(7)] public string ModelBuild { get; init; } = Engine.ModelBuild.Hash;
}
