using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Grains;
using SimLab.Model;
using Xunit;

namespace SimLab.Tests.Determinism;

/// <summary>A run that goes on from a snapshot is the run that was never interrupted.</summary>
[Slow]
public sealed class SnapshotTests
{
    private static readonly Month Fork = Month.Of(2023, 2);  // the last month before the notice

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static RunMaterials LawAlone => SmallProvince.Materials(plan => plan with { Arms = [plan.Arms[0]] });

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Arms_that_go_on_from_a_common_trunk_end_as_if_each_had_lived_it_all(bool trunkByGrains, bool armsByGrains)
    {
        var reference = await SmallProvince.Reference;
        await using var first = await Executor(trunkByGrains);
        var prefix = await Simulation.SimulatePrefix(LawAlone, first, Fork, cancel: Cancel);
        await using var second = await Executor(armsByGrains);
        // Two waves: the trunk holds all replicates, a wave takes its own.
        var memory = 2L * reference.Materials.Population.Firms.Length * SmallProvince.Arms * Model.Enterprises.Enterprise.Bytes;
        var run = await Simulation.Run(SmallProvince.Materials(), second, memory, prefix: prefix, cancel: Cancel);
        Assert.Equal(reference.Hash, run.Hash);
    }

    [Fact]
    public async Task A_snapshot_survives_the_wire_between_silos()
    {
        var reference = await SmallProvince.Reference;
        await using var cluster = await TestClusters.Start(2);
        await using var executor = new GrainExecutor(cluster.Client);
        var prefix = await Simulation.SimulatePrefix(LawAlone, executor, Fork, cancel: Cancel);
        var run = await Simulation.Run(SmallProvince.Materials(), executor, long.MaxValue, prefix: prefix, cancel: Cancel);
        Assert.Equal(reference.Hash, run.Hash);
    }

    [Fact]
    public async Task A_wave_does_not_go_on_from_replicates_that_are_not_in_the_snapshot()
    {
        await using var executor = new LoopExecutor();
        var prefix = await Simulation.SimulatePrefix(LawAlone, executor, Month.Of(2022, 2), cancel: Cancel);
        var more = SmallProvince.Materials(plan => plan with { Replicates = SmallProvince.Replicates + 1 });
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Simulation.Run(more, executor, long.MaxValue, prefix: prefix, cancel: Cancel));
        Assert.Contains(
            "replicates 0–3 cannot go on from a snapshot of 1 arms and replicates 0–2", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<IExecutor> Executor(bool byGrains) => byGrains ? await SmallProvince.Grains() : new LoopExecutor();
}
