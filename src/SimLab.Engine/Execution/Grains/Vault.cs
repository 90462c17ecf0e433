using SimLab.Engine.Execution.Survival;
using SimLab.Model;

namespace SimLab.Engine.Execution.Grains;

/// <summary>A checkpoint of a wave on a cluster.</summary>
/// <param name="Run">Name of the run.</param>
/// <param name="Attempt">The driver's; a lower one than the catalogue's may write no more.</param>
/// <param name="Life">The life of the run that was saved: each time a wave is begun, it is by grains of their own.</param>
/// <param name="Wave">Its number.</param>
/// <param name="Month">The last one lived.</param>
[GenerateSerializer, Immutable]
public sealed record KeptAt(
    [property: Id(0)] string Run, [property: Id(1)] int Attempt, [property: Id(2)] string Life, [property: Id(3)] int Wave, [property: Id(4)] Month Month);

/// <summary>
/// Where grains keep their part of a checkpoint, and find it again: each by itself, from its own silo, so that no state
/// travels through the driver.
/// </summary>
public interface IVault
{
    Task Put(KeptAt at, string part, byte[] body, byte[] digest);

    /// <exception cref="BeginAgainException">The part is damaged or gone.</exception>
    Task<byte[]> Get(KeptAt at, string part);
}

internal static class VaultParts
{
    public static async Task Put<T>(this IVault vault, KeptAt at, string part, T value)
    {
        // Packing is long and all arithmetic: off the scheduler that other grains wait for.
        var (body, digest) = await Task.Run(() => (Packing.Pack(value, out var print), print));
        await vault.Put(at, part, body, digest);
    }

    public static async Task<T> Get<T>(this IVault vault, KeptAt at, string part)
    {
        var body = await vault.Get(at, part);
        return await Task.Run(() => Packing.Unpack<T>(body));
    }
}
