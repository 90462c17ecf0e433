using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Grains;
using Xunit;

namespace SimLab.Tests.Determinism;

/// <summary>A run on a cluster of one or two silos is the run in a bare loop.</summary>
[Slow]
public sealed class ClusterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_run_on_any_number_of_silos_has_the_hash_of_the_bare_loop(short silos)
    {
        var reference = await SmallProvince.Reference;
        await using var cluster = await TestClusters.Start(silos);
        var placed = new CountsPlaces(cluster);
        var run = await SmallProvince.Simulate(SmallProvince.Materials(), new GrainExecutor(cluster.Client), replicatesPerBatch: 2, placed);

        Assert.Equal(reference.Hash, run.Hash);
        Assert.Equal(silos, placed.Enterprises.Length);
        Assert.All(placed.Enterprises, hosted => Assert.True(hosted > 0, "A silo hosted no enterprises."));
        Assert.Equal(run.Materials.Population.Firms.Length, placed.Enterprises.Sum());
        Assert.All(placed.Districts, hosted =>
            Assert.InRange(hosted, run.Materials.Districts.Length / silos, run.Materials.Districts.Length / silos + 1));
    }

    [Fact]
    public async Task A_run_that_has_ended_leaves_nothing_in_any_silo()
    {
        await using var cluster = await TestClusters.Start(2);
        for (var run = 0; run < 3; run++)
            await SmallProvince.Simulate(
                SmallProvince.Materials(plan => plan with { Months = 3, Replicates = 1 }), new GrainExecutor(cluster.Client));

        Assert.Equal([0, 0], [cluster.LibraryOf(0).Runs, cluster.LibraryOf(1).Runs]);
        // Grains leave memory soon after they have taken leave, not before they have answered.
        for (var patience = 100; patience > 0 && (await cluster.Hosted<EnterpriseGrain>()).Sum() > 0; patience--)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await cluster.Hosted<EnterpriseGrain>()).Sum());
        Assert.Equal(0, (await cluster.Hosted<DistrictGrain>()).Sum());
        Assert.Equal(0, (await cluster.Hosted<MarketGrain>()).Sum());
        Assert.Equal(0, (await cluster.Hosted<RunGrain>()).Sum());
    }

    [Fact]
    public async Task A_silo_that_grows_another_population_takes_no_part()
    {
        await using var cluster = await TestClusters.Start(1);
        var materials = SmallProvince.Materials();
        var other = materials.Population
            with
        { Initial = materials.Population.Initial.SetItem(0, materials.Population.Initial[0] with { Cash = 1 }) };
        var failure = await Assert.ThrowsAsync<RunFailedException>(() =>
            SmallProvince.Simulate(new RunMaterials(materials.Plan, other), new GrainExecutor(cluster.Client)));
        Assert.StartsWith("The run could not begin: This silo grew another population", failure.Message, StringComparison.Ordinal);
    }

    private sealed class CountsPlaces(Orleans.TestingHost.InProcessTestCluster cluster) : IRecorder
    {
        public int[] Enterprises { get; private set; } = [];
        public int[] Districts { get; private set; } = [];

        public Task Record(RunMaterials materials, WorldBatch batch, MonthOutput output) => Task.CompletedTask;

        public async Task RecordPanel(
            RunMaterials materials, Model.Month month, int arm, int replicate, Model.Enterprises.Enterprise[] states)
        {
            Enterprises = await cluster.Hosted<EnterpriseGrain>();
            Districts = await cluster.Hosted<DistrictGrain>();
        }
    }
}
