using SimLab.Model;

namespace SimLab.Engine.Execution.Recovery;

/// <summary>A checkpoint of a wave on a cluster.</summary>
/// <param name="Run">Name of the run.</param>
/// <param name="Attempt">The driver's; a lower one than the catalogue's may write no more.</param>
/// <param name="Activation">The life of the run that was saved: each time a wave is begun, it is by grains of their own.</param>
/// <param name="Batch">Its number.</param>
/// <param name="Month">The last one lived.</param>
[GenerateSerializer, Immutable]
public sealed record CheckpointId(
    [property: Id(0)] string Run, [property: Id(1)] int Attempt, [property: Id(2)] string Activation, [property: Id(3)] int Batch, [property: Id(4)] Month Month);
