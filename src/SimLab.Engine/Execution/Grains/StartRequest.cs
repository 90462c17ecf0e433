using SimLab.Engine.Execution.Recovery;
using SimLab.Model;

namespace SimLab.Engine.Execution.Grains;

/// <summary>Request to begin a batch, sent to every grain of the run.</summary>
[GenerateSerializer, Immutable]
public sealed class StartRequest
{
    /// <summary>
    /// SHA-256 of the plan's JSON. A silo that has not generated its population yet asks the run's grain for the plan,
    /// once.
    /// </summary>
    [Id(0)] public required string PlanHash { get; init; }

    [Id(1)] public required WorldBatch Batch { get; init; }
    /// <summary>Whether the ledger of the watched replicate is recorded.</summary>
    [Id(2)] public required bool Watch { get; init; }

    /// <summary>
    /// Identifies the population of the run; a silo that generates another one from the plan must not take part.
    /// </summary>
    [Id(3)] public required ulong PopulationPrint { get; init; }

    /// <summary>Batch of the snapshots that grains continue from; null: month zero.</summary>
    [Id(4)] public WorldBatch? GoesOnFrom { get; init; }

    /// <summary>Last month simulated: month zero, or that of the snapshots.</summary>
    [Id(5)] public required Month SimulatedTo { get; init; }

    /// <summary>
    /// Checkpoint from which each grain reads its snapshot; null: passed in the call, or there is none.
    /// </summary>
    [Id(6)] public CheckpointId? Checkpoint { get; init; }

    /// <summary>Model build of the sender; a silo of another build must not take part.</summary>
    [Id(7)] public string ModelBuild { get; init; } = Engine.ModelBuild.Hash;
}
