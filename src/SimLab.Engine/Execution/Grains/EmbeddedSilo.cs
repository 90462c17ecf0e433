using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Polly;
using Polly.Retry;

namespace SimLab.Engine.Execution.Grains;

/// <summary>
/// A silo and its client in this process: a cluster of one that listens on loopback only, accepts no gateway clients,
/// and holds its membership in memory.
/// </summary>
internal sealed class EmbeddedSilo : IAsyncDisposable
{
    // Another run may take the free port before this silo binds it.
    private static readonly ResiliencePipeline AnotherPort = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
    {
        ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Exception is { } e && IsPortTaken(e)),
        MaxRetryAttempts = 4,
        Delay = TimeSpan.Zero,
    }).Build();

    private readonly IHost _host;

    private EmbeddedSilo(IHost host) => _host = host;

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public RunCache Cache => _host.Services.GetRequiredService<RunCache>();

    public static async Task<EmbeddedSilo> Start(ILoggerFactory? logging, CancellationToken cancel) =>
        await AnotherPort.ExecuteAsync(async stop =>
        {
            var host = Build(FreePort(), logging);
            try
            {
                await host.StartAsync(stop);
                return new EmbeddedSilo(host);
            }
            catch
            {
                host.Dispose();
                throw;
            }
        }, cancel);

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await _host.StopAsync(patience.Token);
        _host.Dispose();
    }

    private static IHost Build(int port, ILoggerFactory? logging)
    {
        // No configuration files, environment or console lifetime: the program owns the run, not the host.
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning);
        if (logging is not null) builder.Logging.AddProvider(new PassOn(logging));
        builder.UseOrleans(silo =>
        {
            var name = $"simlab-{Guid.NewGuid():n}";
            silo.UseLocalhostClustering(port, gatewayPort: 0, serviceId: name, clusterId: name);
            silo.AddSimLab();
            // Whoever hears that a month was stopped may count on it: the only silo there is has no other to probe.
            silo.Configure<SiloMessagingOptions>(options => options.WaitForCancellationAcknowledgement = true);
        });
        return builder.Build();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool IsPortTaken(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
            if (cause is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse }) return true;
        return false;
    }

    private sealed class PassOn(ILoggerFactory logging) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => logging.CreateLogger(categoryName);

        public void Dispose()
        {
            // The caller owns the factory.
        }
    }
}
