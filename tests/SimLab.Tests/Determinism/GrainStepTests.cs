using Orleans.TestingHost;
using SimLab.Engine;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Grains;
using SimLab.Engine.Execution.Recovery;
using SimLab.Model;
using SimLab.Model.Economy;
using Xunit;

namespace SimLab.Tests.Determinism;

/// <summary>A cluster for all tests of a class; each begins its run anew.</summary>
public sealed class TwoSilos : IAsyncLifetime
{
    public InProcessTestCluster Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Cluster = await TestClusters.Start(2);

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();
}

/// <summary>Every step knows its wave and month: repeated, it answers the same; out of turn, it is refused with a reason.</summary>
[Slow]
public sealed class GrainStepTests(TwoSilos silos) : IClassFixture<TwoSilos>, IAsyncLifetime
{
    private readonly RunMaterials _materials = SmallProvince.Materials(plan => plan with { Replicates = 1, Months = 6 });
    private readonly InProcessTestCluster _cluster = silos.Cluster;
    private WorldBatch _batch = null!;
    private Macroeconomy _province = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Month Start => _materials.Plan.Start;

    private StepByStep Steps => new(_cluster.Client, "a run", _materials, _batch);

    private IRunGrain Run => Steps.Run;

    public async ValueTask InitializeAsync()
    {
        _batch = WorldBatch.Split(_materials.Plan, _materials.Population.Firms.Length, long.MaxValue)[0];
        _province = _materials.Economy(_batch.In(_materials.Plan, watch: true));
        await Steps.Begin();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_month_asked_for_twice_is_lived_once()
    {
        var macroState = _province.Next(Start);
        var once = await Steps.Simulate(macroState);
        var states = await Steps.Look(1);
        var twice = await Steps.Simulate(macroState);
        AssertSame(once, twice);
        Assert.Equal(states, await Steps.Look(1));
    }

    [Fact]
    public async Task A_district_asked_twice_hands_in_and_reports_the_same()
    {
        var macroState = _province.Next(Start);
        var district = _cluster.Client.GetGrain<IDistrictGrain>(0, "a run");
        await district.Step(0, macroState, Cancel);
        var once = await district.Report(0, Start);
        await district.Step(0, macroState, Cancel);
        var twice = await district.Report(0, Start);
        Assert.Equal(once.Cells, twice.Cells);
        Assert.Equal(once.Events.All, twice.Events.All);

        // The run finds this district done and the others not, as after a step that failed half way.
        var run = await Steps.Simulate(macroState);
        var undisturbed = await LivedUndisturbed(macroState);
        AssertSame(undisturbed, run);
    }

    [Fact]
    public async Task A_market_asked_twice_sends_and_reports_the_same()
    {
        var macroState = _province.Next(Start);
        var run = await Steps.Simulate(macroState);
        var market = _cluster.Client.GetGrain<IMarketGrain>(0, "a run");
        Assert.Equal(run.Month.Markets[0].Costs.All, (await market.Settle(0, macroState, Cancel)).Costs.All);
        _province.Close(macroState, [.. run.Districts.Select(d => d.Cells)], []);

        // Letters sent twice are read once.
        var next = await Steps.Simulate(_province.Next(Start + 1));
        AssertSame(await LivedUndisturbed(macroState, _province.Next(Start + 1)), next);
    }

    [Fact]
    public async Task A_month_out_of_turn_is_refused_and_says_where_the_run_stands()
    {
        var tooLate = await Assert.ThrowsAsync<RestartRequiredException>(() => Run.Step(0, _province.Next(Start + 1), Cancel));
        Assert.Equal("Run a run was asked to simulate 2022-02 but is at 2021-12.", tooLate.Message);
        await Run.Step(0, _province.Next(Start), Cancel);
        var district = _cluster.Client.GetGrain<IDistrictGrain>(3, "a run");
        var tooFar = await Assert.ThrowsAsync<RestartRequiredException>(() => district.Step(0, _province.Next(Start + 2), Cancel));
        Assert.Equal("District 3 was asked to simulate 2022-03 but is at 2022-01.", tooFar.Message);
        var noReport = await Assert.ThrowsAsync<RestartRequiredException>(() => district.Report(0, Start + 1));
        Assert.Equal("District 3 was asked to report 2022-02 but is at 2022-01.", noReport.Message);
        var market = _cluster.Client.GetGrain<IMarketGrain>(2, "a run");
        var early = await Assert.ThrowsAsync<RestartRequiredException>(() => market.Settle(0, _province.Next(Start + 2), Cancel));
        Assert.Equal("Market 2 was asked to settle 2022-03 but has settled up to 2022-01.", early.Message);
    }

    [Fact]
    public async Task Another_wave_is_refused()
    {
        var failure = await Assert.ThrowsAsync<RestartRequiredException>(() => Run.Step(1, _province.Next(Start), Cancel));
        Assert.Equal("Run a run was asked about batch 1 but is in batch 0.", failure.Message);
    }

    [Fact]
    public async Task A_run_nobody_has_begun_says_so()
    {
        var failure = await Assert.ThrowsAsync<RestartRequiredException>(() =>
            _cluster.Client.GetGrain<IRunGrain>("no run").Step(0, _province.Next(Start), Cancel));
        Assert.StartsWith("Run no run is not under way here", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silo_of_another_build_takes_no_part()
    {
        var stranger = new StepByStep(_cluster.Client, "a stranger's run", _materials, _batch) { ModelBuild = new('0', 64) };
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(stranger.Begin);
        Assert.Equal(
            $"This silo runs build {ModelBuild.Hash[..16]} of the model and the run 0000000000000000: all silos must run the same build.",
            failure.Message);
    }

    [Fact]
    public async Task A_wave_begun_again_starts_at_month_zero()
    {
        var macroState = _province.Next(Start);
        var before = await Steps.Simulate(macroState);
        await Steps.Begin();
        AssertSame(before, await Steps.Simulate(macroState));
    }

    [Fact]
    public async Task A_round_that_would_leave_its_silo_fails_loudly()
    {
        var district = new District(_materials, _materials.Districts[0], _batch.Worlds, 6);
        var enterprise = _cluster.Client.GetGrain<IEnterpriseGrain>(0, "a run");
        var failure = await Assert.ThrowsAnyAsync<Exception>(() =>
            enterprise.Step(MonthContext.ToBegin(_materials, district, Steps.Opening, null, null)).AsTask());
        Assert.Contains("Bug in SimLab: a MonthContext was about to leave its silo", failure.ToString(), StringComparison.Ordinal);
    }

    private async Task<(MonthReport Month, DistrictReport[] Districts)> LivedUndisturbed(params MacroState[] months)
    {
        var run = new StepByStep(_cluster.Client, "an undisturbed run", _materials, _batch);
        await run.Begin();
        var last = default((MonthReport, DistrictReport[]));
        foreach (var macroState in months) last = await run.Simulate(macroState);
        return last;
    }

    private static void AssertSame(
        (MonthReport Month, DistrictReport[] Districts) expected, (MonthReport Month, DistrictReport[] Districts) found)
    {
        Assert.Equal(expected.Districts.Length, found.Districts.Length);
        foreach (var (was, isNow) in expected.Districts.Zip(found.Districts))
        {
            Assert.True(was.Cells.AsSpan().SequenceEqual(isNow.Cells));
            Assert.Equal(was.Events.All, isNow.Events.All);
            Assert.Equal(was.Ledger.All, isNow.Ledger.All);
        }
        foreach (var (was, isNow) in expected.Month.Markets.Zip(found.Month.Markets))
        {
            Assert.Equal(was.Costs.All, isNow.Costs.All);
            Assert.Equal(was.InTransit, isNow.InTransit);
        }
    }
}
