using System.Runtime.InteropServices;
using Orleans.TestingHost;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Grains;
using SimLab.Model;
using Xunit;

namespace SimLab.Tests.Determinism;

/// <summary>Every step knows its wave and month: repeated, it answers the same; out of turn, it is refused with a reason.</summary>
public sealed class GrainStepTests : IAsyncLifetime
{
    private readonly RunMaterials _materials = SmallProvince.Materials(plan => plan with { Replicates = 1, Months = 6 });
    private InProcessTestCluster _cluster = null!;
    private WorldBatch _batch = null!;
    private Macroeconomy _province = null!;

    private Month Start => _materials.Plan.Start;

    private StartRequest Opening => new()
    {
        Plan = _materials.Plan.ToJson(),
        Batch = _batch,
        Watch = true,
        PopulationPrint = RunCache.PrintOf(_materials.Population),
        SimulatedTo = Start - 1,
    };

    private IRunGrain Run => _cluster.Client.GetGrain<IRunGrain>("a run");

    public async ValueTask InitializeAsync()
    {
        _cluster = await TestClusters.Start(2);
        _batch = WorldBatch.Split(_materials.Plan, _materials.Population.Firms.Length, long.MaxValue)[0];
        _province = new Macroeconomy(_materials, _batch.In(_materials.Plan, watch: true));
        await Run.Begin(Opening, null);
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task A_month_asked_for_twice_is_lived_once()
    {
        var news = _province.Next(Start);
        var once = await Run.Step(0, news);
        var states = Bytes(await Run.Inspect(0, 1));
        var twice = await Run.Step(0, news);
        AssertSame(once, twice);
        Assert.Equal(states, Bytes(await Run.Inspect(0, 1)));
    }

    [Fact]
    public async Task A_district_asked_twice_hands_in_and_reports_the_same()
    {
        var news = _province.Next(Start);
        var district = _cluster.Client.GetGrain<IDistrictGrain>(0, "a run");
        var once = await district.Step(0, news);
        var twice = await district.Step(0, news);
        Assert.Equal(once.Cells, twice.Cells);
        Assert.Equal(once.Events.All, twice.Events.All);

        // The run finds this district done and the others not, as after a step that failed half way.
        var run = await Run.Step(0, news);
        var undisturbed = await LivedUndisturbed(news);
        AssertSame(undisturbed, run);
    }

    [Fact]
    public async Task A_market_asked_twice_sends_and_reports_the_same()
    {
        var news = _province.Next(Start);
        var run = await Run.Step(0, news);
        var market = _cluster.Client.GetGrain<IMarketGrain>(0, "a run");
        Assert.Equal(run.Markets[0].Costs.All, (await market.Settle(0, news)).Costs.All);
        _province.Close(news, [.. run.Districts.Select(d => d.Cells)]);

        // Letters sent twice are read once.
        var next = await Run.Step(0, _province.Next(Start + 1));
        AssertSame(await LivedUndisturbed(news, _province.Next(Start + 1)), next);
    }

    [Fact]
    public async Task A_month_out_of_turn_is_refused_and_says_where_the_run_stands()
    {
        var tooLate = await Assert.ThrowsAsync<RestartRequiredException>(() => Run.Step(0, _province.Next(Start + 1)));
        Assert.Equal("Run a run was asked to live 2022-02 but has lived up to 2021-12.", tooLate.Message);
        await Run.Step(0, _province.Next(Start));
        var district = _cluster.Client.GetGrain<IDistrictGrain>(3, "a run");
        var tooFar = await Assert.ThrowsAsync<RestartRequiredException>(() => district.Step(0, _province.Next(Start + 2)));
        Assert.Equal("District 3 was asked to live 2022-03 but has lived up to 2022-01.", tooFar.Message);
        var market = _cluster.Client.GetGrain<IMarketGrain>(2, "a run");
        var early = await Assert.ThrowsAsync<RestartRequiredException>(() => market.Settle(0, _province.Next(Start + 2)));
        Assert.Equal("Market 2 was asked to settle 2022-03 but has settled up to 2022-01.", early.Message);
    }

    [Fact]
    public async Task Another_wave_is_refused()
    {
        var failure = await Assert.ThrowsAsync<RestartRequiredException>(() => Run.Step(1, _province.Next(Start)));
        Assert.Equal("Run a run was asked about wave 1 but is in wave 0.", failure.Message);
    }

    [Fact]
    public async Task A_run_nobody_has_begun_says_so()
    {
        var failure = await Assert.ThrowsAsync<RestartRequiredException>(() => _cluster.Client.GetGrain<IRunGrain>("no run").Step(0, _province.Next(Start)));
        Assert.StartsWith("Run no run is not under way here", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wave_begun_again_starts_at_month_zero()
    {
        var news = _province.Next(Start);
        var before = await Run.Step(0, news);
        await Run.Begin(Opening, null);
        AssertSame(before, await Run.Step(0, news));
    }

    [Fact]
    public async Task A_round_that_would_leave_its_silo_fails_loudly()
    {
        var district = new District(_materials, _materials.Districts[0], _batch.Worlds, 6);
        var enterprise = _cluster.Client.GetGrain<IEnterpriseGrain>(0, "a run");
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => enterprise.Step(MonthContext.ToBegin(_materials, district, Opening, null, null)).AsTask());
        Assert.Contains("Bug in SimLab: a Round was about to leave its silo", failure.ToString(), StringComparison.Ordinal);
    }

    private async Task<MonthReport> LivedUndisturbed(params MacroState[] months)
    {
        var run = _cluster.Client.GetGrain<IRunGrain>("an undisturbed run");
        await run.Begin(Opening, null);
        MonthReport? last = null;
        foreach (var news in months) last = await run.Step(0, news);
        return last!;
    }

    private static void AssertSame(MonthReport expected, MonthReport found)
    {
        Assert.Equal(expected.Districts.Length, found.Districts.Length);
        foreach (var (was, isNow) in expected.Districts.Zip(found.Districts))
        {
            Assert.True(was.Cells.AsSpan().SequenceEqual(isNow.Cells));
            Assert.Equal(was.Events.All, isNow.Events.All);
            Assert.Equal(was.Ledger.All, isNow.Ledger.All);
        }
        foreach (var (was, isNow) in expected.Markets.Zip(found.Markets))
        {
            Assert.Equal(was.Costs.All, isNow.Costs.All);
            Assert.Equal(was.InTransit, isNow.InTransit);
        }
    }

    private static byte[] Bytes(Block<Model.Enterprises.Enterprise> states) => MemoryMarshal.AsBytes(states.All.AsSpan()).ToArray();
}
