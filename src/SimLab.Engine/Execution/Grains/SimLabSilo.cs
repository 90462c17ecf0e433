using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Serialization.Configuration;

namespace SimLab.Engine.Execution.Grains;

/// <summary>
/// Configures the silos and clients of a run: embedded, in a test cluster, or on a real one. Orleans' default limit of
/// 100 MB for a message stands, because no message carries more than one district of at most 1,200 firms. Measured on
/// Gansu (27,206 firms, 8 worlds, 25 months, two silos): a month's largest message, a market's settlements for a
/// district, has 45 kB per world, so more than 2,000 worlds fit side by side; inspected states have 0.3 MB. The whole
/// state of a district has 0.35 MB per world and leaves its silo only where a run is saved without a checkpoint store,
/// which no command does on a cluster. All districts in one reply had 1.6 MB per world in a month and 8.7 MB when
/// saved.
/// </summary>
public static class SimLabSilo
{
    /// <summary>
    /// Longest response time: a month of a whole province in many worlds is one call to the run's grain.
    /// </summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Adds the run cache, modulo placement, the model's serialised types and long response times to a silo.
    /// </summary>
    public static ISiloBuilder AddSimLab(this ISiloBuilder silo)
    {
        silo.Services.AddSingleton<RunCache>();
        silo.Services.Configure<TypeManifestOptions>(AllowModelStructs);
        silo.Services.AddPlacementDirector<ModuloPlacement, ModuloPlacementDirector>();
        silo.Configure<SiloMessagingOptions>(options =>
        {
            options.ResponseTimeout = LongestAnswer;
            // WaitForCancellationAcknowledgement stays off between silos: their probes are cancelled requests too, and a silo that
            // hangs acknowledges nothing, so it would never be taken for dead.
            // A month is one long request that waits for others; it is not stuck.
            options.RequestProcessingWarningTime = LongestAnswer;
        });
        return silo;
    }

    /// <summary>Adds the model's serialised types and long response times to a client.</summary>
    public static IClientBuilder AddSimLab(this IClientBuilder client)
    {
        client.Services.Configure<TypeManifestOptions>(AllowModelStructs);
        return client.Configure<ClientMessagingOptions>(options =>
        {
            options.ResponseTimeout = LongestAnswer;
            options.WaitForCancellationAcknowledgement = true;
        });
    }

    // A reply that is itself a block carries its type's name, and Orleans accepts only registered names.
    private static void AllowModelStructs(TypeManifestOptions options)
    {
        options.AddAllowedType(typeof(Block<Fingerprint>));
        options.AddAllowedType(typeof(Block<Model.Enterprises.Enterprise>));
    }
}
