using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.TestingHost;
using SimLab.Engine.Execution.Grains;

namespace SimLab.Tests.Determinism;

/// <summary>Silos in this process that talk to each other in bytes, as silos on several machines do.</summary>
internal static class TestClusters
{
    public static async Task<InProcessTestCluster> Start(short silos)
    {
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureHost(host => host.Logging.ClearProviders());
        builder.ConfigureSilo((_, silo) => silo.AddSimLab());
        builder.ConfigureClient(client => client.AddSimLab());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }

    /// <summary>Grains of a kind on each silo.</summary>
    public static async Task<int[]> Hosted<TGrain>(this InProcessTestCluster cluster)
    {
        var statistics = await cluster.Client.GetGrain<IManagementGrain>(0)
            .GetSimpleGrainStatistics([.. cluster.Silos.Select(silo => silo.SiloAddress)]);
        return [.. cluster.Silos.Select(silo => statistics
            .Where(s => s.SiloAddress.Equals(silo.SiloAddress) && s.GrainType.Contains(typeof(TGrain).Name, StringComparison.Ordinal))
            .Sum(s => s.ActivationCount))];
    }

    public static RunCache LibraryOf(this InProcessTestCluster cluster, int silo) =>
        cluster.GetSiloServiceProvider(cluster.Silos[silo].SiloAddress).GetRequiredService<RunCache>();
}
