using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Enterprises;
using Xunit;

namespace SimLab.Tests.Determinism;

/// <summary>A random draw is addressed by (seed, replicate, enterprise, month, draw) and by nothing else.</summary>
[Slow]
public sealed class RandomKeyTests
{
    [Fact]
    public async Task The_same_run_twice_has_the_same_hash()
    {
        var reference = await SmallProvince.Reference;
        var again = await SmallProvince.Simulate(SmallProvince.Materials(), new LoopExecutor());
        Assert.Equal(reference.Hash, again.Hash);
    }

    [Fact]
    public async Task Another_seed_gives_another_hash_in_every_world()
    {
        var reference = await SmallProvince.Reference;
        var other = await SmallProvince.Simulate(SmallProvince.Materials(plan => plan with { Seed = plan.Seed + 1 }), new LoopExecutor());
        Assert.NotEqual(reference.Hash, other.Hash);
        Assert.Empty(reference.WorldHashes.Intersect(other.WorldHashes));
    }

    [Fact]
    public async Task Worlds_of_one_run_are_all_different()
    {
        var reference = await SmallProvince.Reference;
        Assert.Equal(SmallProvince.Arms * SmallProvince.Replicates, reference.WorldHashes.Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_replicate_is_the_same_whatever_the_number_of_replicates(int replicates)
    {
        var reference = await SmallProvince.Reference;
        var run = await SmallProvince.Simulate(SmallProvince.Materials(plan => plan with { Replicates = replicates }), new LoopExecutor());
        for (var arm = 0; arm < SmallProvince.Arms; arm++)
            for (var k = 0; k < Math.Min(replicates, SmallProvince.Replicates); k++)
                Assert.Equal(reference.WorldHashes[arm * SmallProvince.Replicates + k], run.WorldHashes[arm * replicates + k]);
    }

    [Fact]
    public async Task An_arm_is_the_same_whatever_other_arms_run_beside_it()
    {
        var reference = await SmallProvince.Reference;
        var alone = await SmallProvince.Simulate(SmallProvince.Materials(plan => plan with { Arms = [plan.Arms[1]] }), new LoopExecutor());
        Assert.Equal(reference.WorldHashes[SmallProvince.Replicates..], alone.WorldHashes);
    }

    [Fact]
    public async Task One_inert_enterprise_more_changes_nobody_elses_luck()
    {
        var reference = await SmallProvince.Reference;
        var population = reference.Materials.Population;
        var last = population.Firms[^1];
        // Only ordinary slots are ever founded; this one stays vacant for good.
        var inert = last with { Id = population.Firms.Length, Stratum = Stratum.AboveScale, Weight = 1 };
        var larger = new RunMaterials(
            SmallProvince.Plan, population with { Firms = population.Firms.Add(inert), Initial = population.Initial.Add(default) });

        var states = new TakesPanels();
        var run = await SmallProvince.Simulate(larger, new LoopExecutor(), recorder: states);
        var before = new TakesPanels();
        await SmallProvince.Simulate(reference.Materials, new LoopExecutor(), recorder: before);

        for (var arm = 0; arm < SmallProvince.Arms; arm++)
            for (var k = 0; k < SmallProvince.Replicates; k++)
                for (var month = SmallProvince.Plan.Start - 1; month <= SmallProvince.Plan.LastMonth; month += 1)
                    Assert.True(reference.Series.Row(arm, k, month).SequenceEqual(run.Series.Row(arm, k, month)),
                        $"arm {arm}, replicate {k}, {month}");
        Assert.Equal(before.Panels.Count, states.Panels.Count);
        foreach (var (was, isNow) in before.Panels.Zip(states.Panels))
            Assert.Equal(was.Select(Print), isNow[..^1].Select(Print));
    }

    private static Fingerprint Print(Enterprise state, int enterprise) => Fingerprint.Of(in state, enterprise);

    private sealed class TakesPanels : IRecorder
    {
        public List<Enterprise[]> Panels { get; } = [];

        public Task Record(RunMaterials materials, WorldBatch batch, MonthOutput output) => Task.CompletedTask;

        public Task RecordPanel(RunMaterials materials, Month month, int arm, int replicate, Enterprise[] states)
        {
            Panels.Add(states);
            return Task.CompletedTask;
        }
    }
}
