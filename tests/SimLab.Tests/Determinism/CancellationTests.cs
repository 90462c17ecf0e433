using System.Text.Json.Serialization;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Recovery;
using SimLab.Model.Forms;
using SimLab.Model.Policies;
using SimLab.Tests.Scenarios;
using Xunit;

namespace SimLab.Tests.Determinism;

/// <summary>A run that is stopped stops within its month. What was begun of the month counts for nothing.</summary>
[Slow]
public sealed class CancellationTests : IDisposable
{
    private const int Stopped = 2;                         // index of the month that is stopped in its middle

    private readonly string _folder = Directory.CreateTempSubdirectory("simlab-cancel-").FullName;
    private readonly CancellationTokenSource _stop = new();
    private readonly Watch _watch = new();

    public void Dispose()
    {
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private RunMaterials Materials(int replicates = SmallProvince.Replicates) => SmallProvince.Materials(plan => plan with
    {
        Months = 6,
        Replicates = replicates,
        Arms = [plan.Arms[0], new ArmPlan("watched", plan.Arms[1].Measures.Add(new CountsVisits { Watch = _watch }))],
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_month_that_is_stopped_in_its_middle_ends_soon_and_the_run_can_be_begun_again(bool byGrains)
    {
        var materials = Materials();
        await using IExecutor executor = byGrains ? await SmallProvince.Grains() : new LoopExecutor();
        var batch = WorldBatch.Split(materials.Plan, materials.Population.Firms.Length, long.MaxValue)[0];
        var economy = materials.Economy(batch.In(materials.Plan, watch: false));
        await executor.Begin(materials, batch, watch: false, cancel: TestContext.Current.CancellationToken);
        var first = economy.Next(materials.Plan.Start);
        (await executor.Step(first, TestContext.Current.CancellationToken)).Close(economy, first);

        var whole = _watch.StopInTheMiddle(_stop);
        var second = economy.Next(materials.Plan.Start + 1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => executor.Step(second, _stop.Token));
        Assert.InRange(_watch.Visits, whole / 2, whole * 3 / 4);

        // Half a month is no state to go on from.
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => executor.Step(second, TestContext.Current.CancellationToken));
        Assert.Contains(byGrains ? "Restart the batch" : "again", refused.Message, StringComparison.Ordinal);
        var again = await Simulation.Run(materials, executor, long.MaxValue, cancel: TestContext.Current.CancellationToken);
        Assert.Equal((await SmallProvince.Simulate(materials, new LoopExecutor())).Hash, again.Hash);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_stopped_in_the_middle_of_a_month_keeps_the_months_before_and_goes_on_to_the_same_result(bool byGrains)
    {
        var materials = Materials();
        var stopped = materials.Plan.Start + Stopped;
        var stops = new StopsIn(materials, _watch, _stop);
        await using (var first = Surviving(byGrains ? await SmallProvince.Grains() : new LoopExecutor()))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                Simulation.Run(materials, first, long.MaxValue, progress: stops, cancel: _stop.Token));
        Assert.True(File.Exists(Path.Combine(_folder, $"0000-{stopped - 1}.month")));
        Assert.False(File.Exists(Path.Combine(_folder, $"0000-{stopped}.month")));

        var recovery = new RecoveryReport();
        var resumed = await SmallProvince.Simulate(materials, Surviving(new LoopExecutor(), recovery));
        Assert.Equal((await SmallProvince.Simulate(materials, new LoopExecutor())).Hash, resumed.Hash);
        Assert.Equal(0, recovery.MonthsReplayed);           // there was a checkpoint after the last whole month
    }

    [Fact]
    public async Task A_month_is_stopped_on_all_silos()
    {
        var materials = Materials(replicates: 12);      // so many that the word of the stop arrives long before the end
        await using var cluster = await TestClusters.Start(2);
        for (var silo = 0; silo < 2; silo++) cluster.LibraryOf(silo).Share("a run", materials);
        var batch = WorldBatch.Split(materials.Plan, materials.Population.Firms.Length, long.MaxValue)[0];
        var economy = materials.Economy(batch.In(materials.Plan, watch: true));
        var run = new StepByStep(cluster.Client, "a run", materials, batch);
        await run.Begin();
        var first = economy.Next(materials.Plan.Start);
        economy.Close(first, [.. (await run.Simulate(first)).Districts.Select(d => d.Cells)], []);

        var whole = _watch.StopInTheMiddle(_stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            run.Run.Step(0, economy.Next(materials.Plan.Start + 1), _stop.Token));
        // Silos do not wait for each other's acknowledgement: the word is everywhere within moments, long before the month would end.
        int visits;
        do
        {
            visits = _watch.Visits;
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
        while (_watch.Visits != visits);
        Assert.InRange(visits, whole / 2, whole * 3 / 4);
    }

    private RecoveringExecutor Surviving(IExecutor executor, RecoveryReport? recovery = null) =>
        new(executor, new FileJournal(_folder), new FileCheckpoints(executor, _folder), new CheckpointPolicy(1), recovery ?? new())
        {
            IsLoss = e => e is IOException,
        };

    private sealed class StopsIn(RunMaterials materials, Watch watch, CancellationTokenSource stop) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            if (value.Month == materials.Plan.Start + Stopped - 1) watch.StopInTheMiddle(stop);
            else watch.Reset();
        }
    }

    /// <summary>
    /// Counts visits of a month. Once it has pulled the stop, visits
    /// take their time: nobody gets through the rest by speed.
    /// </summary>
    public sealed class Watch
    {
        private int _visits, _stopAt = int.MaxValue;
        private CancellationTokenSource? _stop;

        public int Visits => Volatile.Read(ref _visits);

        public void Reset() => _visits = 0;

        /// <summary>Pulls the stop half way through the next month. Returns the visits of the month before.</summary>
        public int StopInTheMiddle(CancellationTokenSource stop)
        {
            var whole = Visits;
            (_visits, _stopAt, _stop) = (0, whole / 2, stop);
            return whole;
        }

        public void Visit()
        {
            var visits = Interlocked.Increment(ref _visits);
            if (visits == _stopAt) _stop!.CancelAsync();
            else if (visits > _stopAt && _stop is { } stop && visits < _stopAt * 2) Thread.Sleep(3);
        }
    }

    /// <summary>Changes nothing and counts the firms that think of learning about policy: nearly all that live, every month.</summary>
    public sealed record CountsVisits : Measure, IActsOn<ServiceVisit>
    {
        public override Clause Clause => new(SampleDocument.Document, 31, "数数", "(in no document)", "nobody");

        [JsonIgnore]
        public Watch Watch { get; init; } = new();

        public void Apply(ref ServiceVisit visit, in Card applicant) => Watch.Visit();
    }
}
