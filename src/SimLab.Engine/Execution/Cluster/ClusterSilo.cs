using System.Net;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Orleans.Configuration;
using SimLab.Engine.Execution.Grains;

namespace SimLab.Engine.Execution.Cluster;

/// <summary>Name, address and ports of a silo in a cluster.</summary>
/// <param name="Name">Name for people; unique by convention.</param>
/// <param name="Listen">Address for other silos and clients; the silo listens on no other.</param>
/// <param name="Port">Port for silos.</param>
/// <param name="GatewayPort">Port for clients.</param>
/// <param name="Patience">A silo that does not answer for this long is declared dead.</param>
/// <param name="Tls">TLS settings; null: traffic is not encrypted.</param>
public sealed record SiloEndpoint(string Name, IPAddress Listen, int Port, int GatewayPort, TimeSpan Patience, ClusterTls? Tls = null);

/// <summary>
/// Silos and clients of a real cluster: membership in PostgreSQL, several processes, any of which may fail at any time.
/// </summary>
public static class ClusterSilo
{
    /// <summary>One cluster per database.</summary>
    private const string Id = "simlab";

    private const string Invariant = "Npgsql";

    /// <summary>Unanswered probes until a silo is suspected.</summary>
    private const int Probes = 3;

    /// <summary>Time limits for a silo to answer a client, and for the client to disconnect.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20), GoodbyeTime = TimeSpan.FromSeconds(2);

    /// <summary>Adds the silo, its run driver and their services.</summary>
    public static IHostApplicationBuilder AddSilo(
        this IHostApplicationBuilder builder, ClusterDatabase database, SiloEndpoint place, Action<ISiloBuilder>? more = null)
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
                // Rows left by a cluster that was killed as a whole must not keep the next one from starting.
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

    /// <summary>
    /// Connects a client, calls, and disconnects. A silo may fail at any point, also during disconnection: every wait
    /// has a limit.
    /// </summary>
    /// <param name="tls">TLS settings of the silos; null: none.</param>
    /// <exception cref="ClusterException">No silo answers, or the database is away for long.</exception>
    /// <exception cref="OrleansException">The silo that was called has failed.</exception>
    /// <exception cref="TimeoutException">The silo does not answer.</exception>
    public static async Task Ask(ClusterDatabase database, ClusterTls? tls, Func<IGrainFactory, Task> what, CancellationToken cancel)
    {
        var client = await database.Lasting(_ => Connected(database, tls, cancel), cancel);
        try
        {
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

    // A database that restarts says nothing about the silos: its errors are left to whoever repeats the request.
    private static async Task<IHost> Connected(ClusterDatabase database, ClusterTls? tls, CancellationToken cancel)
    {
        var client = Client(database, tls);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(Patience);
            await client.StartAsync(patience.Token).WaitAsync(patience.Token);
            return client;
        }
        catch (Exception e)
        {
            await Leave(client).WaitAsync(GoodbyeTime, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancel.ThrowIfCancellationRequested();
            for (var cause = e; cause is not null; cause = cause.InnerException)
                if (ClusterDatabase.IsOutage(cause) && cause is NpgsqlException) ExceptionDispatchInfo.Throw(cause);
            throw new ClusterException(
                $"No silo of the cluster answers ({e.GetBaseException().Message.TrimEnd('.')}). "
                + $"Start one with: simlab silo --cluster …", e);
        }
    }

    private static Task Leave(IHost client) => Task.Run(async () =>
    {
        using (client) await client.StopAsync(CancellationToken.None);
    });
}
