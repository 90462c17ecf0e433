using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Hosting;
using Orleans.TestingHost;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Grains;

namespace SimLab.Benchmarks;

/// <summary>
/// Messages and bytes between silos in a month, for one to three silos and for more enterprises, worlds and districts, as
/// Orleans counts them where they leave a silo. The silos are in this process and send each other bytes as silos on
/// several machines do; the run is driven from inside one of them, so that no client's traffic is counted.
/// </summary>
internal static class SiloTraffic
{
    private const int WarmUp = 2, Measured = 6;

    public static async Task Measure(TextWriter output)
    {
        await output.WriteLineAsync("enterprises   districts   worlds   silos   messages a month   of them a district   MB a month   KB a district and world");
        foreach (var (agents, replicates) in new[] { (1_000, 2), (10_500, 2), (40_000, 2), (10_500, 8) })
            foreach (short silos in new short[] { 1, 2, 3 })
                await output.WriteLineAsync(await Line(agents, replicates, silos));
    }

    private static async Task<string> Line(int agents, int replicates, short silos)
    {
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureHost(host => host.Logging.ClearProviders());
        builder.ConfigureSilo((_, silo) => silo.AddSimLab());
        await using var cluster = builder.Build();
        await cluster.DeployAsync();

        // More or fewer agents for the same ordinary firms: all silos grow them from the plan.
        var recipe = Gansu.Plan.Population;
        recipe = recipe with { Firms = recipe.Firms with { OrdinaryAgents = recipe.Firms.OrdinaryAgents with { Value = agents } } };
        var plan = Gansu.Plan with { Replicates = replicates, Months = WarmUp + Measured, Population = recipe };
        var materials = new RunMaterials(plan);
        var inside = cluster.GetSiloServiceProvider(cluster.Silos[0].SiloAddress);
        await using var executor = new GrainExecutor(inside.GetRequiredService<IGrainFactory>());
        var wave = Wave.Split(plan, materials.Population.Firms.Length, long.MaxValue)[0];
        await executor.Begin(materials, wave, watch: false);
        var province = new Province(materials, wave.In(plan, watch: false));

        using var counter = new Counter();
        for (var month = plan.Start; month <= plan.LastMonth; month += 1)
        {
            if (month - plan.Start == WarmUp) counter.Start();
            var news = province.News(month);
            province.Close(news, (await executor.Live(news)).Cells);
        }
        var (messages, bytes) = counter.Read();
        var (perMonth, megabytes, districts) = (messages / (double)Measured, bytes / 1e6 / Measured, materials.Districts.Length);
        return string.Create(CultureInfo.InvariantCulture,
            $"{materials.Population.Firms.Length,11}   {districts,9}   {wave.Worlds,6}   {silos,5}   {perMonth,16:F0}   {perMonth / districts,18:F1}   {megabytes,10:F2}   {megabytes * 1e3 / districts / wave.Worlds,23:F2}");
    }

    /// <summary>Adds up what Orleans says it sent.</summary>
    private sealed class Counter : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly Dictionary<string, double> _sums = [];
        private (double Messages, double Bytes) _start;

        public Counter()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Microsoft.Orleans" && instrument.Name.StartsWith("orleans-messaging-sent", StringComparison.Ordinal)) listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument.Name, value));
            _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument.Name, value));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument.Name, value));
            _listener.Start();
        }

        public void Start() => _start = Now();

        public (double Messages, double Bytes) Read()
        {
            var now = Now();
            return (now.Messages - _start.Messages, now.Bytes - _start.Bytes);
        }

        public void Dispose() => _listener.Dispose();

        private (double Messages, double Bytes) Now()
        {
            lock (_sums) _sums.Clear();
            _listener.RecordObservableInstruments();
            lock (_sums)
            {
                if (Environment.GetEnvironmentVariable("DUMP") is not null) foreach (var (k, v) in _sums) Console.WriteLine($"  {k} {v}");
                return (_sums.GetValueOrDefault("orleans-messaging-sent-messages-size-count"), _sums.GetValueOrDefault("orleans-messaging-sent-messages-size-sum"));
            }
        }

        private void Add(string name, double value)
        {
            lock (_sums) _sums[name] = _sums.GetValueOrDefault(name) + value;
        }
    }
}
