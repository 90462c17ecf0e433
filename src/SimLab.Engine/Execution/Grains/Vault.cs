using SimLab.Engine.Execution.Survival;
using SimLab.Model;

namespace SimLab.Engine.Execution.Grains;

/// <summary>A checkpoint of a wave on a cluster.</summary>
/// <param name="Run">Name of the run.</param>
/// <param name="Attempt">The driver's; a lower one than the catalogue's may write no more.</param>
/// <param name="Activation">The life of the run that was saved: each time a wave is begun, it is by grains of their own.</param>
/// <param name="Batch">Its number.</param>
/// <param name="Month">The last one lived.</param>
[GenerateSerializer, Immutable]
public sealed record CheckpointId(
    [property: Id(0)] string Run, [property: Id(1)] int Attempt, [property: Id(2)] string Activation, [property: Id(3)] int Batch, [property: Id(4)] Month Month);

/// <summary>
/// Where grains keep their part of a checkpoint, and find it again: each by itself, from its own silo, so that no state
/// travels through the driver.
/// </summary>
public interface ICheckpointStore
{
    Task Put(CheckpointId at, string part, byte[] body, byte[] digest, CancellationToken cancel = default);

    /// <exception cref="RestartRequiredException">The part is damaged or gone.</exception>
    Task<byte[]> Get(CheckpointId at, string part);
}

internal static class CheckpointParts
{
    public static async Task Put<T>(this ICheckpointStore checkpoints, CheckpointId at, string part, T value, CancellationToken cancel)
    {
        // Packing is long and all arithmetic: off the scheduler that other grains wait for.
        var (body, digest) = await Task.Run(() => (Packing.Pack(value, out var print), print), cancel);
        await checkpoints.Put(at, part, body, digest, cancel);
    }

    public static async Task<T> Get<T>(this ICheckpointStore checkpoints, CheckpointId at, string part)
    {
        var body = await checkpoints.Get(at, part);
        return await Task.Run(() => Packing.Unpack<T>(body));
    }
}
