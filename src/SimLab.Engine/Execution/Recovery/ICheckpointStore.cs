namespace SimLab.Engine.Execution.Recovery;

/// <summary>
/// Stores the parts of checkpoints. Each grain writes and reads its own part from its own silo, so that no state passes
/// through the driver.
/// </summary>
public interface ICheckpointStore
{
    /// <summary>Writes a part.</summary>
    /// <param name="at">The checkpoint.</param>
    /// <param name="part">Name of the part, unique within the checkpoint.</param>
    /// <param name="body">The packed part.</param>
    /// <param name="digest">SHA-256 of the part before packing.</param>
    /// <param name="cancel">Cancels the call.</param>
    Task Put(CheckpointId at, string part, byte[] body, byte[] digest, CancellationToken cancel = default);

    /// <summary>Reads a part, packed.</summary>
    /// <exception cref="RestartRequiredException">The part is damaged or missing.</exception>
    Task<byte[]> Get(CheckpointId at, string part);
}

internal static class CheckpointParts
{
    public static async Task Put<T>(this ICheckpointStore checkpoints, CheckpointId at, string part, T value, CancellationToken cancel)
    {
        // Packing is long and CPU-bound: kept off the grain scheduler.
        var (body, digest) = await Task.Run(() => (Packing.Pack(value, out var print), print), cancel);
        await checkpoints.Put(at, part, body, digest, cancel);
    }

    public static async Task<T> Get<T>(this ICheckpointStore checkpoints, CheckpointId at, string part)
    {
        var body = await checkpoints.Get(at, part);
        return await Task.Run(() => Packing.Unpack<T>(body));
    }
}
