using System.Collections;
using System.Net;
using System.Net.Sockets;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Orleans.Dashboard;
using SimLab.App.Console;
using SimLab.App.Texts;
using SimLab.Engine.Execution.Cluster;
using SimLab.Model;

namespace SimLab.App.Hosting;

/// <summary>The silo process: the silo with its driver, JSON-line logs, telemetry, and pages for operators.</summary>
internal static class SiloHost
{
    /// <summary>OpenTelemetry's standard variable: the collector of traces and metrics. Not set: none.</summary>
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <returns>Exit code, after a stop request or after the other silos declared this one dead.</returns>
    public static async Task<int> Run(
        ClusterDatabase database, SiloEndpoint place, IPEndPoint? http, bool dashboard, TextWriter error, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [] });
        builder.Configuration.Sources.Clear();
        // Only OpenTelemetry reads its variables from here.
        builder.Configuration.AddInMemoryCollection(Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(v => KeyValuePair.Create((string)v.Key, (string?)v.Value))
                .Where(v => v.Key.StartsWith("OTEL_", StringComparison.Ordinal)));
        Log(builder.Logging);
        var fate = new TakenForDead();
        builder.Services.AddSingleton<IFatalErrorHandler>(fate);
        if (Environment.GetEnvironmentVariable(Collector) is { Length: > 0 }) Observe(builder.Services, place);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            if (http is not null) kestrel.Listen(http);
        });
        if (http is null) builder.WebHost.UseServer(new Silent());
        builder.AddSilo(database, place, silo =>
        {
            if (dashboard) silo.AddDashboard();
        });

        await using var app = builder.Build();
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("SimLab.Silo");
        database.OnOutage = outage => log.LogWarning("{Outage}", outage);
        app.MapGet("/health", (IServiceProvider services) => Health.Of(services, place.Name, database));
        if (dashboard) app.MapOrleansDashboard();
        try
        {
            await app.StartAsync(cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            throw new ClusterException($"The silo could not join: {e.GetBaseException().Message.TrimEnd('.')}.", e);
        }
        var joined = $"{place.Listen}:{place.Port}";
        await error.WriteLineAsync(ConsoleTexts.Say(http is null
            ? Sentence.Of($"Silo {place.Name} has joined at {joined}; clients at port {place.GatewayPort}.")
            : $"Silo {place.Name} has joined at {joined}; clients at port {place.GatewayPort}; http://{http}/health."));
        await Task.WhenAny(fate.Happened, app.WaitForShutdownAsync(cancel));
        if (fate.Happened.IsCompleted)
        {
            await error.WriteLineAsync(ConsoleTexts.Say(
                $"The other silos took this one for dead while it did not answer. What it had is with them; it ends, and may be started "
                + $"again."));
            await error.FlushAsync(CancellationToken.None);
            EndAtOnce();
        }
        // Graceful shutdown: returns its run and deactivates its grains.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await app.StopAsync(patience.Token);
        return ExitCode.Done;
    }

    /// <summary>A free TCP port of the address.</summary>
    public static int FreePort(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Log(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddJsonConsole(options => (options.UseUtcTimestamp, options.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
        logging.SetMinimumLevel(LogLevel.Warning).AddFilter("SimLab", LogLevel.Information);
    }

    private static void Observe(IServiceCollection services, SiloEndpoint place) => services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService("simlab-silo", serviceInstanceId: place.Name))
        .WithMetrics(metrics => metrics.AddMeter(Meters.Name, "Microsoft.Orleans").AddOtlpExporter())
        .WithTracing(traces =>
            traces.AddSource(Meters.Name, "Microsoft.Orleans.Runtime", "Microsoft.Orleans.Application").AddOtlpExporter());

    // A graceful shutdown would wait for grains that wait for silos no longer talking to this one.
    private static void EndAtOnce() => Environment.Exit(ExitCode.RunFailed);

    /// <summary>Replaces Orleans' core dump: a silo declared dead has not crashed.</summary>
    private sealed class TakenForDead : IFatalErrorHandler
    {
        private readonly TaskCompletionSource _happened = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Happened => _happened.Task;

        public bool IsUnexpected(Exception exception) => exception is not ThreadAbortException;

        public void OnFatalException(object? sender, string? context, Exception? exception)
        {
            _happened.TrySetResult();
            // Force the exit: this silo's work has been reassigned.
            Task.Delay(TimeSpan.FromSeconds(5)).ContinueWith(_ => EndAtOnce(), TaskScheduler.Default);
        }
    }

    /// <summary>A server that opens no port, for a silo without pages.</summary>
    private sealed class Silent : Microsoft.AspNetCore.Hosting.Server.IServer
    {
        public Microsoft.AspNetCore.Http.Features.IFeatureCollection Features
        { get; } = new Microsoft.AspNetCore.Http.Features.FeatureCollection();

        public Task StartAsync<TContext>(
            Microsoft.AspNetCore.Hosting.Server.IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            // Nothing to dispose.
        }
    }
}
