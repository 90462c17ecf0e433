using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;
using SimLab.Engine.Execution.Grains;

namespace SimLab.Engine.Execution.Cluster;

/// <summary>How a silo takes part in a cluster.</summary>
/// <param name="Name">For people; unique by habit.</param>
/// <param name="Listen">The address other silos and clients reach it at. Nothing listens anywhere else.</param>
/// <param name="Port">For silos.</param>
/// <param name="GatewayPort">For clients.</param>
/// <param name="Patience">A silo that does not answer for so long is taken for dead.</param>
/// <param name="Tls">Null: silos and clients talk in clear.</param>
public sealed record SiloPlace(string Name, IPAddress Listen, int Port, int GatewayPort, TimeSpan Patience, ClusterTls? Tls = null);

/// <summary>Silos and clients of a real cluster: membership in PostgreSQL, several processes, any of which may go at any time.</summary>
public static class ClusterSilo
{
    /// <summary>One cluster to a database.</summary>
    private const string Id = "simlab";

    private const string Invariant = "Npgsql";

    /// <summary>Unanswered probes until a silo is suspected.</summary>
    private const int Probes = 3;

    /// <summary>Adds the silo, its driver and what they need.</summary>
    public static IHostApplicationBuilder AddSilo(this IHostApplicationBuilder builder, ClusterDatabase database, SiloPlace place, Action<ISiloBuilder>? more = null)
    {
        builder.Services.AddSingleton(database).AddSingleton<Meters>();
        builder.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (Id, Id));
            silo.Configure<SiloOptions>(options => options.SiloName = place.Name);
            silo.ConfigureEndpoints(place.Listen, place.Port, place.GatewayPort, listenOnAnyHostAddress: false);
            silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Invariant, database.Connection));
            silo.Configure<ClusterMembershipOptions>(options =>
            {
                options.ProbeTimeout = place.Patience / Probes;
                options.NumMissedProbesLimit = Probes;
                // What a cluster that was killed as a whole leaves in the table must not keep the next one from starting.
                options.IAmAliveTablePublishTimeout = place.Patience / Probes;
                options.NumMissedTableIAmAliveLimit = Probes;
                options.TableRefreshTimeout = place.Patience;
                options.DefunctSiloExpiration = TimeSpan.FromDays(1);
                options.DefunctSiloCleanupPeriod = TimeSpan.FromHours(1);
            });
            place.Tls?.Secure(silo);
            silo.AddSimLab();
            more?.Invoke(silo);
        });
        builder.Services.AddSingleton<RunDriver>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RunDriver>());
        return builder;
    }

    /// <summary>A client from outside; dispose the host when done.</summary>
    /// <param name="tls">As the silos have it.</param>
    /// <exception cref="ClusterException">No silo answers.</exception>
    public static async Task<IHost> Connect(ClusterDatabase database, ClusterTls? tls, CancellationToken cancel)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.UseOrleansClient(client =>
        {
            client.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (Id, Id));
            client.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Invariant, database.Connection));
            tls?.Secure(client);
            client.AddSimLab();
        });
        var host = builder.Build();
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(TimeSpan.FromSeconds(20));
            await host.StartAsync(patience.Token);
            return host;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            host.Dispose();
            throw new ClusterException($"No silo of the cluster answers ({e.GetBaseException().Message.TrimEnd('.')}). Start one with: simlab silo --cluster …", e);
        }
    }
}
