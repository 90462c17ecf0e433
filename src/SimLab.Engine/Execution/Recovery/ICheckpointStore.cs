namespace SimLab.Engine.Execution.Recovery;

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
