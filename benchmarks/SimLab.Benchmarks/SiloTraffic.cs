using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.TestingHost;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Grains;

namespace SimLab.Benchmarks;

/// <summary>
/// Messages and bytes between silos in a month, for one to three silos and for more enterprises, worlds and districts.
/// The silos share this process and exchange bytes as silos on several machines do; one of them drives the run, so that
/// no client traffic counts.
/// </summary>
internal static class SiloTraffic
{
    private const int WarmUp = 2, Measured = 6;

    /// <summary>Measures all configurations and writes a table.</summary>
    public static async Task Measure(TextWriter output)
    {
        await output.WriteLineAsync(
            "enterprises   districts   worlds   silos   messages a month   of them a district   MB a month   KB a district and world");
        foreach (var (agents, replicates) in new[] { (1_000, 2), (10_500, 2), (40_000, 2), (10_500, 8) })
            foreach (short silos in new short[] { 1, 2, 3 })
                await output.WriteLineAsync(await Line(agents, replicates, silos));
    }

    private static async Task<string> Line(int agents, int replicates, short silos)
    {
        var counter = new Counter();
        var builder = new InProcessTestClusterBuilder(silos) { Options = { ConfigureFileLogging = false } };
        builder.ConfigureHost(host => host.Logging.ClearProviders());
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddSimLab();
            counter.Attach(silo);
        });
        await using var cluster = builder.Build();
        await cluster.DeployAsync();

        // More or fewer agents for the same ordinary firms: all silos generate them from the plan.
        var recipe = Gansu.Plan.Population;
        recipe = recipe with { Firms = recipe.Firms with { OrdinaryAgents = recipe.Firms.OrdinaryAgents with { Value = agents } } };
        var plan = Gansu.Plan with { Replicates = replicates, Months = WarmUp + Measured, Population = recipe };
        var materials = new RunMaterials(plan);
        var inside = cluster.GetSiloServiceProvider(cluster.Silos[0].SiloAddress);
        await using var executor = new GrainExecutor(inside.GetRequiredService<IGrainFactory>());
        var batch = WorldBatch.Split(plan, materials.Population.Firms.Length, long.MaxValue)[0];
        await executor.Begin(materials, batch, watch: false);
        var economy = materials.Economy(batch.In(plan, watch: false));

        for (var month = plan.Start; month <= plan.LastMonth; month += 1)
        {
            if (month - plan.Start == WarmUp) counter.Start();
            var macroState = economy.Next(month);
            (await executor.Step(macroState)).Close(economy, macroState);
        }
        var (messages, bytes) = counter.Read();
        var (perMonth, megabytes, districts) = (messages / (double)Measured, bytes / 1e6 / Measured, materials.Districts.Length);
        return string.Create(CultureInfo.InvariantCulture,
            $"{materials.Population.Firms.Length,11}   {districts,9}   {batch.Worlds,6}   {silos,5}   {perMonth,16:F0}   "
                + $"{perMonth / districts,18:F1}   {megabytes,10:F2}   {megabytes * 1e3 / districts / batch.Worlds,23:F2}");
    }

    /// <summary>Counts grain calls between silos, and the bytes on their connections.</summary>
    private sealed class Counter
    {
        private readonly ConcurrentDictionary<GrainId, SiloAddress> _places = new();
        private long _calls, _bytes, _callsThen, _bytesThen;

        public void Attach(ISiloBuilder silo)
        {
            silo.Services.AddSingleton<IIncomingGrainCallFilter>(services =>
                new Crossings(this, services.GetRequiredService<ILocalSiloDetails>().SiloAddress));
            silo.Configure<SiloConnectionOptions>(options =>
            {
                options.ConfigureSiloInboundConnection(Tap);
                options.ConfigureSiloOutboundConnection(Tap);
            });
        }

        public void Start() => (_callsThen, _bytesThen) = (_calls, _bytes);

        /// <summary>Counts since the start. A call is two messages: request and response.</summary>
        public (double Messages, double Bytes) Read() => (2 * (_calls - _callsThen), _bytes - _bytesThen);

        private void Tap(IConnectionBuilder connection) => connection.Use(next => context =>
        {
            context.Transport = new Tapped(context.Transport.Input, new CountingWriter(context.Transport.Output, this));
            return next(context);
        });

        private sealed class Crossings(Counter counter, SiloAddress here) : IIncomingGrainCallFilter
        {
            public Task Invoke(IIncomingGrainCallContext context)
            {
                counter._places[context.TargetId] = here;
                // Only grains of the run have a place; membership messages between silos count in the bytes alone.
                if (context.SourceId is { } source && counter._places.TryGetValue(source, out var there)
                    && !there.Equals(here)) Interlocked.Increment(ref counter._calls);
                return context.Invoke();
            }
        }

        private sealed record Tapped(PipeReader Input, PipeWriter Output) : IDuplexPipe;

        private sealed class CountingWriter(PipeWriter inner, Counter counter) : PipeWriter
        {
            public override void Advance(int bytes)
            {
                Interlocked.Add(ref counter._bytes, bytes);
                inner.Advance(bytes);
            }

            public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

            public override long UnflushedBytes => inner.UnflushedBytes;

            public override Memory<byte> GetMemory(int sizeHint = 0) => inner.GetMemory(sizeHint);

            public override Span<byte> GetSpan(int sizeHint = 0) => inner.GetSpan(sizeHint);

            public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
                inner.FlushAsync(cancellationToken);

            public override void CancelPendingFlush() => inner.CancelPendingFlush();

            public override void Complete(Exception? exception = null) => inner.Complete(exception);
        }
    }
}
