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
public sealed record SiloEndpoint(string Name, IPAddress Listen, int Port, int GatewayPort, TimeSpan Patience, ClusterTls? Tls = null);

/// <summary>Silos and clients of a real cluster: membership in PostgreSQL, several processes, any of which may go at any time.</summary>
public static class ClusterSilo
{
    /// <summary>One cluster to a database.</summary>
    private const string Id = "simlab";

    private const string Invariant = "Npgsql";

    /// <summary>Unanswered probes until a silo is suspected.</summary>
    private const int Probes = 3;

    /// <summary>For a silo to answer a client, and for the client to take its leave.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20), GoodbyeTime = TimeSpan.FromSeconds(2);

    /// <summary>Adds the silo, its driver and what they need.</summary>
    public static IHostApplicationBuilder AddSilo(this IHostApplicationBuilder builder, ClusterDatabase database, SiloEndpoint place, Action<ISiloBuilder>? more = null)
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

    /// <summary>Connects from outside, asks, and leaves. A silo may go in the middle of any of it, also of the goodbye: none is waited for without end.</summary>
    /// <param name="tls">As the silos have it.</param>
    /// <exception cref="ClusterException">No silo answers.</exception>
    /// <exception cref="OrleansException">The silo that was asked has gone.</exception>
    /// <exception cref="TimeoutException">It does not answer.</exception>
    public static async Task Ask(ClusterDatabase database, ClusterTls? tls, Func<IGrainFactory, Task> what, CancellationToken cancel)
    {
        var client = Client(database, tls);
        try
        {
            await Connect(client, cancel);
            await what(client.Services.GetRequiredService<IGrainFactory>()).WaitAsync(Patience, cancel);
        }
        finally
        {
            await Leave(client).WaitAsync(GoodbyeTime, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static IHost Client(ClusterDatabase database, ClusterTls? tls)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.UseOrleansClient(client =>
        {
            client.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (Id, Id));
            client.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Invariant, database.Connection));
            tls?.Secure(client);
            client.AddSimLab();
        });
        return builder.Build();
    }

    private static async Task Connect(IHost client, CancellationToken cancel)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(Patience);
            await client.StartAsync(patience.Token).WaitAsync(patience.Token);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            throw new ClusterException($"No silo of the cluster answers ({e.GetBaseException().Message.TrimEnd('.')}). Start one with: simlab silo --cluster …", e);
        }
    }

    private static Task Leave(IHost client) => Task.Run(async () =>
    {
        using (client) await client.StopAsync(CancellationToken.None);
    });
}
