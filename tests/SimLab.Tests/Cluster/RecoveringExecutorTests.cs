using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Recovery;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>What happens when an executor is lost on the way, without processes and their waiting.</summary>
[Slow]
public sealed class RecoveringExecutorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("simlab-survival-").FullName;
    private readonly RecoveryReport _recovery = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Month Start => SmallProvince.Plan.Start;

    [Fact]
    public async Task Months_since_the_last_checkpoint_are_lived_again_and_no_others()
    {
        // A checkpoint every four months: after month 4 (index 3), 8 (index 7) … Lost in the month with index 10, it
        // goes back to 8 and lives two again.
        var run = await Simulate(new LostNowAndThen(new LoopExecutor(), Start + 10), every: 4);
        Assert.Equal((await SmallProvince.Reference).Hash, run.Hash);
        Assert.Equal((1, 2), (_recovery.Losses, _recovery.MonthsReplayed));
    }

    [Fact]
    public async Task A_loss_before_the_first_checkpoint_goes_back_to_month_zero()
    {
        var run = await Simulate(new LostNowAndThen(new LoopExecutor(), Start + 2), every: 4);
        Assert.Equal((await SmallProvince.Reference).Hash, run.Hash);
        Assert.Equal((1, 2), (_recovery.Losses, _recovery.MonthsReplayed));
    }

    [Fact]
    public async Task Losses_in_the_middle_of_living_again_and_by_grains_change_nothing_either()
    {
        var run = await Simulate(new LostNowAndThen(await SmallProvince.Grains(), Start + 10, Start + 9, Start + 10, Start + 25), every: 4);
        Assert.Equal((await SmallProvince.Reference).Hash, run.Hash);
        Assert.Equal(4, _recovery.Losses);
    }

    [Fact]
    public async Task A_month_that_comes_out_differently_when_lived_again_ends_the_run()
    {
        var failure = await Assert.ThrowsAsync<ReplayDivergedException>(() =>
            Simulate(new LostNowAndThen(new LoopExecutor(), Start + 10) { Forgets = true }, every: 4));
        Assert.Contains("2022-09 was replayed from a checkpoint with a different result", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_that_is_no_loss_is_not_tried_again()
    {
        var executor = new LostNowAndThen(new LoopExecutor(), Start + 3);
        var surviving = new RecoveringExecutor(
            executor, new FileJournal(_folder), new FileCheckpoints(executor, _folder), new CheckpointPolicy(4), _recovery);
        await Assert.ThrowsAsync<IOException>(() => SmallProvince.Simulate(SmallProvince.Materials(), surviving));
        Assert.Equal(0, _recovery.Losses);
    }

    [Fact]
    public async Task A_run_that_left_off_is_told_again_from_its_journal_and_lived_only_from_there()
    {
        using var stop = new CancellationTokenSource();
        var first = Surviving(new LoopExecutor(), every: 4);
        await Assert.ThrowsAsync<OperationCanceledException>(() => Simulation.Run(
            SmallProvince.Materials(), first, long.MaxValue, progress: new StopsAfter(14, stop), cancel: stop.Token));
        await first.DisposeAsync();

        var counts = new LostNowAndThen(new LoopExecutor());
        var run = await Simulate(counts, every: 4);
        Assert.Equal((await SmallProvince.Reference).Hash, run.Hash);
        // 14 of 26 months were told; the checkpoint is after the 12th, so two are lived again and twelve anew.
        Assert.Equal(2 + SmallProvince.Months - 14, counts.Simulated);
        Assert.Equal(2, _recovery.MonthsReplayed);
    }

    private RecoveringExecutor Surviving(IExecutor executor, int every) =>
        new(executor, new FileJournal(_folder), new FileCheckpoints(executor, _folder), new CheckpointPolicy(every), _recovery)
        { IsLoss = e => e is IOException };

    private Task<RunResult> Simulate(IExecutor executor, int every) =>
        SmallProvince.Simulate(SmallProvince.Materials(), Surviving(executor, every));

    private sealed class StopsAfter(int months, CancellationTokenSource stop) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            if (value.MonthsDone == months) stop.Cancel();
        }
    }

    /// <summary>Goes down in the months given, in this order, each once; after that it must be begun again.</summary>
    private sealed class LostNowAndThen(IExecutor inner, params Month[] lostIn) : IExecutor
    {
        private readonly Queue<Month> _lostIn = new(lostIn);
        private bool _lost;

        /// <summary>Begun again from a snapshot, it takes a firm's cash for another's.</summary>
        public bool Forgets { get; init; }

        public int Simulated { get; private set; }

        public long GrainCalls => 0;

        public Task Begin(RunMaterials materials, WorldBatch batch, bool watch, Snapshot? from = null, CancellationToken cancel = default)
        {
            _lost = false;
            if (Forgets && from is not null)
                foreach (var district in from.Districts)
                    for (var i = 0; i < district.States.All.Length; i++) district.States.All[i].Cash += 100_000_000;
            return inner.Begin(materials, batch, watch, from, cancel);
        }

        public async Task<MonthOutput> Step(MacroState macroState, CancellationToken cancel = default)
        {
            if (_lostIn.TryPeek(out var next) && next == macroState.Month)
            {
                _lostIn.Dequeue();
                _lost = true;
            }
            if (_lost) throw new IOException("The silo is gone.");
            Simulated++;
            return await inner.Step(macroState, cancel);
        }

        public Task<Snapshot> Save(MonthOutput output, Macroeconomy economy, CancellationToken cancel = default) =>
            inner.Save(output, economy, cancel);

        public Task<Fingerprint[]> Finish(CancellationToken cancel = default) => inner.Finish(cancel);

        public Task<Enterprise[]> Inspect(int world, CancellationToken cancel = default) => inner.Inspect(world, cancel);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
