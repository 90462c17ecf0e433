using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Grains;
using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Experiments.Running;
using SimLab.Model.Messages;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Experiments;

/// <summary>However worlds are put together, found again or interrupted, they are the same worlds.</summary>
[Slow]
public sealed class WorldsTests
{
    private static readonly Experiment Study = SmallExperiment.Of(new Compare());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Arms_on_a_common_trunk_in_small_batches_give_what_a_plain_run_gives()
    {
        var arms = SmallExperiment.Without(5);
        await using var worlds = SmallExperiment.Worlds(Study, memory: SmallExperiment.Room(Study, 4));
        var answers = await worlds.Simulate(arms, 2);

        var frame = SmallExperiment.Frame(Study);
        var plain = await Simulation.Run(frame.Of([.. arms], 2), new LoopExecutor(), long.MaxValue, cancel: Cancel);
        for (var arm = 0; arm < arms.Length; arm++)
            for (var replicate = 0; replicate < 2; replicate++)
                Assert.Equal(frame.Read(plain.Series, arm, replicate), answers.Values[arm][replicate]);
        Assert.Equal(10, worlds.Simulated);
    }

    [Fact]
    public async Task A_trunk_saves_the_months_that_arms_have_in_common()
    {
        await using var worlds = SmallExperiment.Worlds(Study);
        var coming = await worlds.Foresee(SmallExperiment.Without(5), 2);
        // 2022-01 to 2023-02 once in two replicates, then five arms of two months in two replicates.
        Assert.Equal((10L, 14 * 2 + 5 * 2 * 2), (coming.Worlds, coming.WorldMonths));
    }

    [Fact]
    public async Task Arms_that_differ_in_behaviour_have_no_month_in_common()
    {
        await using var worlds = SmallExperiment.Worlds(Study);
        ArmPlan[] arms = [
            .. Enumerable.Range(0, 4)
            .Select(i => Experiment.Arm(SmallExperiment.Readiness.Turn(SmallExperiment.Notice, 0.3 + i / 10.0), $"{i}"))];
        Assert.Equal(4 * 2 * 16, (await worlds.Foresee(arms, 2)).WorldMonths);
    }

    [Fact]
    public async Task Other_figures_of_the_population_change_month_zero_and_leave_the_others_worlds_to_the_bit()
    {
        var (factor, start) = (SmallExperiment.Specialised, SmallExperiment.Notice.Start);
        var study = Study with { Outcomes = [new IndicatorOver("specialised", Indicator.Specialised, start, start), .. Study.Outcomes] };
        ArmPlan Arm(double value) => Experiment.Arm(factor.Turn(SmallExperiment.Notice, value), $"{value}");
        ArmPlan[] arms = [Arm(factor.Standing), Arm(2 * factor.Standing), Arm(factor.Standing + 0), Arm(3 * factor.Standing)];
        await using var worlds = SmallExperiment.Worlds(study);
        var answers = await worlds.Simulate(arms, 2);

        var (standing, twice, thrice) = (answers.Values[0], answers.Values[1], answers.Values[3]);
        Assert.Equal(6, worlds.Simulated);                       // the third arm has the recipe of the first
        Assert.Equal(standing, answers.Values[2]);
        Assert.True(twice[0][0] - standing[0][0] >= factor.Standing / 2, $"{standing[0][0]} and {twice[0][0]}");
        Assert.True(thrice[0][0] > twice[0][0], $"{twice[0][0]} and {thrice[0][0]}");

        // The same as alone, in any order, and by grains.
        await using var alone = SmallExperiment.Worlds(study);
        Assert.Equal(standing, (await alone.Simulate([arms[0]], 2)).Values[0]);
        await using var again = SmallExperiment.Worlds(study, executors: async cancel => await GrainExecutor.Start(cancel: cancel));
        Assert.Equal([thrice, twice], (await again.Simulate([arms[3], arms[1]], 2)).Values);
    }

    [Fact]
    public async Task Figures_that_contradict_each_other_fail_by_name_and_leave_the_other_arms()
    {
        var factor = SmallExperiment.Specialised;
        ArmPlan[] arms = [Experiment.Arm(SmallExperiment.Notice, "as it stands"),
            Experiment.Arm(factor.Turn(SmallExperiment.Notice, 10_000_000), "too many")];
        await using var worlds = SmallExperiment.Worlds(Study);
        var failure = await Assert.ThrowsAsync<ExperimentStoppedException>(() => worlds.Simulate(arms, 1));
        Assert.Contains("The arm \"too many\" failed", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, worlds.Simulated);
    }

    [Fact]
    public async Task More_replicates_leave_those_lived_before_as_they_are()
    {
        var arms = SmallExperiment.Without(4);
        await using var grown = SmallExperiment.Worlds(Study);
        var two = await grown.Simulate(arms, 2);
        var three = await grown.Simulate(arms, 3);
        Assert.Equal((12, 8), (grown.Simulated, grown.Found));
        await using var once = SmallExperiment.Worlds(Study);
        var fresh = await once.Simulate(arms, 3);
        for (var arm = 0; arm < arms.Length; arm++)
        {
            Assert.Equal(fresh.Values[arm], three.Values[arm]);
            Assert.Equal(two.Values[arm], three.Values[arm][..2]);
        }
    }

    [Fact]
    public async Task The_same_arm_under_two_names_is_lived_once()
    {
        await using var worlds = SmallExperiment.Worlds(Study);
        var answers = await worlds.Simulate([Experiment.Arm(SmallExperiment.Law, "one"), Experiment.Arm(SmallExperiment.Law, "two")], 1);
        Assert.Equal(1, worlds.Simulated);
        Assert.Equal(answers.Values[0], answers.Values[1]);
    }

    [Fact]
    public async Task Grain_calls_do_not_grow_with_the_arms_of_a_wave()
    {
        async Task<long> Calls(int arms)
        {
            await using var worlds = SmallExperiment.Worlds(Study, executors: async _ => await SmallProvince.Grains());
            await worlds.Simulate(SmallExperiment.Without(arms), 1);
            return worlds.GrainCalls;
        }
        Assert.Equal(await Calls(4), await Calls(12));
    }

    [Fact]
    public async Task An_arm_that_fails_is_named_and_all_others_are_kept()
    {
        var arms = SmallExperiment.Without(5);
        arms[3] = arms[3] with { Name = "the bad one" };
        var store = WorldStore.InMemory();
        await using var worlds = SmallExperiment.Worlds(Study, store, _ => Task.FromResult<IExecutor>(new FailingExecutor("the bad one")));
        var failure = await Assert.ThrowsAsync<ExperimentStoppedException>(() => worlds.Simulate(arms, 2));
        Assert.Contains("The arm \"the bad one\" failed: the bank burnt down.", failure.Message, StringComparison.Ordinal);
        Assert.Equal((8, 8), (worlds.Simulated, store.Count));
    }

    [Fact]
    public async Task Stopped_after_a_batch_it_goes_on_from_there()
    {
        using var place = new TemporaryFolder();
        var (file, arms, room) = (place.In("worlds.bin"), SmallExperiment.Without(4), SmallExperiment.Room(Study, 2));
        using (var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel))
        {
            await using var first = SmallExperiment.Worlds(
                Study, WorldStore.Open(file), memory: room, progress: new StopAt(2, stop), cancel: stop.Token);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.Simulate(arms, 2));
        }
        await using var second = SmallExperiment.Worlds(Study, WorldStore.Open(file), memory: room);
        var resumed = await second.Simulate(arms, 2);
        Assert.Equal((6, 2), (second.Simulated, second.Found));
        await using var undisturbed = SmallExperiment.Worlds(Study);
        Assert.Equal((await undisturbed.Simulate(arms, 2)).Values, resumed.Values);
    }

    private sealed class StopAt(int worlds, CancellationTokenSource stop) : IProgress<WorldsProgress>
    {
        public void Report(WorldsProgress value)
        {
            if (value.Done >= worlds) stop.Cancel();
        }
    }
}
