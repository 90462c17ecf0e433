using SimLab.Engine.Execution;
using Xunit;

namespace SimLab.Tests.Determinism;

/// <summary>Who lives a run, on how many threads and in how many waves, changes no bit of it.</summary>
[Slow]
public sealed class ExecutorTests
{
    [Fact]
    public async Task A_run_by_grains_has_the_hash_of_the_bare_loop()
    {
        var reference = await SmallProvince.Reference;
        var byGrains = await SmallProvince.Simulate(SmallProvince.Materials(), await SmallProvince.Grains());
        Assert.Equal(reference.Hash, byGrains.Hash);
        Assert.Equal(reference.WorldHashes, byGrains.WorldHashes);
    }

    [Fact]
    public async Task A_run_by_grains_calls_each_enterprise_once_a_month()
    {
        var materials = SmallProvince.Materials();
        var byGrains = await SmallProvince.Simulate(materials, await SmallProvince.Grains());
        var enterprises = materials.Population.Firms.Length;
        var districts = materials.Districts.Length;
        var markets = Model.Markets.Market.All().Length;
        // Each month: run; districts; enterprises; papers to markets; markets; letters to districts; reports of districts.
        // Beginning and fingerprint visit everybody once more.
        var month = 1 + districts + enterprises + districts * markets + markets + markets * districts + districts;
        var begin = 1 + markets + districts + enterprises;
        var end = 1 + districts + enterprises;
        Assert.Equal(begin + SmallProvince.Months * month + end, byGrains.Performance.GrainCalls);
    }

    [Fact]
    public async Task One_executor_lives_several_runs_one_after_another()
    {
        var reference = await SmallProvince.Reference;
        await using var grains = await SmallProvince.Grains();
        var materials = SmallProvince.Materials();
        foreach (var run in new[] { SmallProvince.Materials(plan => plan with { Months = 2 }), materials, materials })
        {
            var result = await Simulation.Run(run, grains, memory: 1L << 30, cancel: TestContext.Current.CancellationToken);
            if (run == materials) Assert.Equal(reference.Hash, result.Hash);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task The_number_of_threads_changes_nothing(int threads)
    {
        var reference = await SmallProvince.Reference;
        var run = await SmallProvince.Simulate(SmallProvince.Materials(), new LoopExecutor(threads));
        Assert.Equal(reference.Hash, run.Hash);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    public async Task The_number_of_replicates_in_a_wave_changes_nothing(int replicates, bool byGrains)
    {
        var reference = await SmallProvince.Reference;
        IExecutor executor = byGrains ? await SmallProvince.Grains() : new LoopExecutor();
        var run = await SmallProvince.Simulate(SmallProvince.Materials(), executor, replicates);
        Assert.Equal(reference.Hash, run.Hash);
    }

    [Fact]
    public async Task Districts_and_markets_may_be_visited_in_any_order()
    {
        var reference = await SmallProvince.Reference;
        var backwards = await SmallProvince.Simulate(SmallProvince.Materials(), new BackwardsExecutor());
        Assert.Equal(reference.Hash, backwards.Hash);
    }

    [Fact]
    public async Task An_arm_with_behaviour_and_a_world_of_its_own_lives_as_a_run_that_has_them()
    {
        var timid = SmallProvince.Plan.Behaviour with { ReadinessToAsk = 0.2, EntryRate = 0.1, RolledOver = 0.6 };
        var slump = SmallProvince.Plan.Macro with { DemandGrowth = Model.YearPath.Of((2022, -0.05)), InvestorMoney = 1 };
        var whole = await SmallProvince.Simulate(
            SmallProvince.Materials(plan => plan with { Behaviour = timid, Macro = slump }), new LoopExecutor());
        var asArms = await SmallProvince.Simulate(
            SmallProvince.Materials(plan =>
                plan with { Arms = [plan.Arms[1], .. plan.Arms.Select(arm => arm with { Behaviour = timid, Macro = slump })] }),
                new LoopExecutor());
        Assert.Equal(whole.WorldHashes, asArms.WorldHashes[SmallProvince.Replicates..]);
        Assert.Equal(
            (await SmallProvince.Reference).WorldHashes[SmallProvince.Replicates..], asArms.WorldHashes[..SmallProvince.Replicates]);
    }
}
