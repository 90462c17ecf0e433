using SimLab.Model;

namespace SimLab.Engine.Execution.Recovery;

/// <summary>Identifies a checkpoint of a batch on a cluster.</summary>
/// <param name="Run">Name of the run.</param>
/// <param name="Attempt">Attempt of the driver; one below the catalogue's may no longer write.</param>
/// <param name="Activation">Activation that was saved: each time a batch begins, new grains simulate it.</param>
/// <param name="Batch">Number of the batch.</param>
/// <param name="Month">Last month simulated.</param>
[GenerateSerializer, Immutable]
public sealed record CheckpointId(
    [property: Id(0)] string Run, [property: Id(1)] int Attempt, [property: Id(2)] string Activation, [property: Id(3)] int Batch,
        [property: Id(4)] Month Month);
