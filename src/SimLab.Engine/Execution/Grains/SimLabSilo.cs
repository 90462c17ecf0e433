using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Serialization.Configuration;

namespace SimLab.Engine.Execution.Grains;

/// <summary>What any silo or client that takes part in a run needs: embedded, in a test cluster, or on a real one.</summary>
public static class SimLabSilo
{
    /// <summary>A month of a whole province in many worlds is one call to the run's grain.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(30);

    /// <summary>Reports and letters of a month at full scale exceed Orleans' 100 MB.</summary>
    private const int LargestMessage = 1 << 30;

    public static ISiloBuilder AddSimLab(this ISiloBuilder silo)
    {
        silo.Services.AddSingleton<RunCache>();
        silo.Services.Configure<TypeManifestOptions>(AllowModelStructs);
        silo.Services.AddPlacementDirector<ModuloPlacement, ModuloPlacementDirector>();
        silo.Configure<SiloMessagingOptions>(options =>
        {
            options.ResponseTimeout = LongestAnswer;
            options.MaxMessageBodySize = LargestMessage;
            // Driving a month is one long request that waits for others; it is not stuck.
            options.RequestProcessingWarningTime = LongestAnswer;
        });
        return silo;
    }

    public static IClientBuilder AddSimLab(this IClientBuilder client)
    {
        client.Services.Configure<TypeManifestOptions>(AllowModelStructs);
        return client.Configure<ClientMessagingOptions>(options =>
        {
            options.ResponseTimeout = LongestAnswer;
            options.MaxMessageBodySize = LargestMessage;
        });
    }

    // An answer that is a sheaf by itself carries its type's name, and Orleans reads only names it was told of.
    private static void AllowModelStructs(TypeManifestOptions options)
    {
        options.AddAllowedType(typeof(Block<Fingerprint>));
        options.AddAllowedType(typeof(Block<Model.Enterprises.Enterprise>));
    }
}
