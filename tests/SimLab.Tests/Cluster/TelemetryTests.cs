using System.Net;
using System.Text;
using SimLab.App.Console;
using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>A silo sends what it measures to the collector that OpenTelemetry's own variables name.</summary>
[Collection(SiloProcesses.Name)]
[Slow]
public sealed class TelemetryTests : IDisposable
{
    private readonly SmallGansu _gansu = new();

    public void Dispose() => _gansu.Dispose();

    [Fact]
    public async Task Metrics_and_traces_of_a_run_reach_a_collector()
    {
        await using var postgres = await TestPostgres.ForCluster();
        using var collector = new Collector();
        var settings = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
        };
        using var silo = new SimlabProcess(_gansu.Folder, settings, "silo", "--cluster", postgres.Connection, "--name", "watched");
        await Chaos.Until(() => silo.Ended || silo.Error.Contains("has joined", StringComparison.Ordinal), "the silo has joined");
        using var client = new SimlabProcess(_gansu.Folder,
            "run", _gansu.Scenario, "--months", "6", "--replicates", "2", "--checkpoint", "2", "--out", _gansu.In("run"),
                "--cluster", postgres.Connection);
        await client.WaitForExit(TimeSpan.FromMinutes(5));
        Assert.True(client.Exit == ExitCode.Done, client.Error);

        string[] metrics = [
            "simlab.enterprise_worlds", "simlab.months", "simlab.month.duration", "simlab.checkpoint.duration", "simlab.lag",
            "orleans-networking-sockets", "simlab-silo", "watched"];
        await Chaos.Until(() =>
            metrics.All(name => collector.Got("/v1/metrics", name)) && collector.Got("/v1/traces", "simlab.month"),
            "metrics and traces have come");
    }

    /// <summary>As much of a collector as a test wants: it takes what it is sent and keeps it. Names are plain text
    /// in the protocol's bytes.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly List<(string Path, string Body)> _got = [];

        public Collector()
        {
            Address = $"http://127.0.0.1:{TestPostgres.FreePort()}/";
            _listener.Prefixes.Add(Address);
            _listener.Start();
            _ = Listen();
        }

        public string Address { get; }

        public bool Got(string path, string name)
        {
            lock (_got) return _got.Exists(sent => sent.Path == path && sent.Body.Contains(name, StringComparison.Ordinal));
        }

        public void Dispose() => _listener.Close();

        private async Task Listen()
        {
            while (_listener.IsListening)
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                lock (_got) _got.Add((context.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(body.ToArray())));
                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
            }
        }
    }
}
