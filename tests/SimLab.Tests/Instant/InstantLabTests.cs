using SimLab.Engine.Execution;
using SimLab.Engine.Instant;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;
using SimLab.Model.Populations;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Instant;

/// <summary>The instant mode in the small province, with few firms and draws so that a test is short.</summary>
[Slow]
public class InstantLabTests
{
    private static readonly InstantSize Small = new(Firms: 700, Months: 24, Replicates: 2);
    private static readonly Scenario Written = ScenarioFile.Read(
        Repository.File("scenarios", "gansu-2023.yaml"), MeasureCatalog.Default) with
    { Seed = SmallProvince.Plan.Seed };
    private static readonly PopulationRecipe Recipe = SmallProvince.Plan.Population;
    private static readonly Lazy<Population> Everybody = new(() => PopulationGenerator.Generate(Recipe, Written.Seed));

    private static readonly Scenario Changed = Written with
    {
        Measures = [.. Written.Measures.Select(m =>
            m is Digitalise d ? d with { SpecialisedToCloud = 0.01, From = Month.Of(2023, 5) } : m)],
    };

    [Fact]
    public async Task What_is_kept_warm_changes_no_bit_of_an_answer()
    {
        await using var warm = new InstantLab(Recipe, Written.Seed, Small);
        await warm.Answer(Written, TestContext.Current.CancellationToken);
        var answer = await warm.Answer(Changed, TestContext.Current.CancellationToken);

        // Simulated from month zero, both arms together, as any run is.
        await using var loop = new LoopExecutor();
        var cut = warm.Cut(Changed);
        var whole = await Simulation.Run(
            new(RunPlan.Of(cut, Recipe with { Reduced = Small.Firms })), loop, long.MaxValue,
            cancel: TestContext.Current.CancellationToken);
        Assert.Equal(PlanView.Of(whole.Series, null, cut.Targets, warm.Enterprises).ToJson(), answer.View.ToJson());
    }

    [Fact]
    public async Task Held_answers_are_the_full_run_for_the_notice_and_for_the_law()
    {
        await using var lab = new InstantLab(Recipe, Written.Seed, Small);
        await lab.Hold(Written, Written, threads: 2, TestContext.Current.CancellationToken);
        var cut = lab.Cut(Written);
        await using var loop = new LoopExecutor();
        var full = await Simulation.Run(
            new(RunPlan.Of(cut, Recipe), Everybody.Value), loop, long.MaxValue, cancel: TestContext.Current.CancellationToken);
        var wanted = PlanView.Of(full.Series, null, cut.Targets, lab.Enterprises);

        var written = await lab.Answer(Written, TestContext.Current.CancellationToken);
        Assert.True(written.IsHeld);
        Assert.Equal(wanted.ToJson(), written.View.ToJson());

        // With every measure off the policy is the law: no difference is left over from the correction.
        var off = await lab.Answer(Written with { Measures = [] }, TestContext.Current.CancellationToken);
        Assert.All(off.View.Targets, target => Assert.True(target.Difference!.IsNone, target.Id));
        Assert.Equal(0, off.View.CostOf(1));
    }

    [Fact]
    public async Task A_measure_that_is_off_costs_nothing_however_the_answer_is_held()
    {
        await using var lab = new InstantLab(Recipe, Written.Seed, Small);
        await lab.Hold(Written, Written, threads: 2, TestContext.Current.CancellationToken);
        var without = await lab.Answer(
            Written with { Measures = [.. Written.Measures.Where(m => m is not Digitalise)] }, TestContext.Current.CancellationToken);
        Assert.Equal(0, without.View.Costs.Where(cost => cost.Id.Clause == 12).Sum(cost => cost.Yuan));
    }

    [Fact]
    public async Task Own_assumptions_move_the_baseline_and_leave_the_official_line_where_it_was()
    {
        await using var lab = new InstantLab(Recipe, Written.Seed, Small);
        var documented = await lab.Answer(Written, TestContext.Current.CancellationToken);
        var mine = await lab.Answer(
            Written with { Macro = Written.Macro with { BankCreditGrowth = YearPath.Of((2022, 0.02)) } },
            TestContext.Current.CancellationToken);
        var (before, after) = (
            documented.View.Targets.First(t => t.Id == "new_sme_loans"), mine.View.Targets.First(t => t.Id == "new_sme_loans"));
        Assert.Null(before.Official);
        Assert.Equal(before.Baseline!.Spread, after.Official!.Spread);
        Assert.NotEqual(after.Official.Spread, after.Baseline!.Spread);
    }

    [Fact]
    public async Task Under_own_assumptions_an_answer_is_held_to_the_first_full_run_until_there_is_one_under_the_same()
    {
        await using var lab = new InstantLab(Recipe, Written.Seed, Small);
        await lab.Hold(Written, Written, threads: 2, TestContext.Current.CancellationToken);
        var tight = Written with { Macro = Written.Macro with { BankCreditGrowth = YearPath.Of((2022, 0.02)) } };
        Assert.False((await lab.Answer(tight, TestContext.Current.CancellationToken)).IsHeld);

        await lab.Hold(Written, tight, threads: 2, TestContext.Current.CancellationToken);
        var held = await lab.Answer(tight, TestContext.Current.CancellationToken);
        Assert.True(held.IsHeld);
        await using var loop = new LoopExecutor();
        var full = await Simulation.Run(
            new(RunPlan.Of(lab.Cut(tight), Recipe), Everybody.Value), loop, long.MaxValue, cancel: TestContext.Current.CancellationToken);
        Assert.All(Distance.Of(held.View, PlanView.Of(full.Series, null, Written.Targets, lab.Enterprises)), distance =>
            Assert.Equal(0, distance.Off));
        Assert.True((await lab.Answer(Written, TestContext.Current.CancellationToken)).IsHeld);       // each by its own
    }

    [Fact]
    public void The_policy_parts_from_the_law_in_the_first_month_that_differs()
    {
        Assert.Equal(Month.Of(2023, 3), InstantLab.FirstDifference(Written, Written.Baseline!.Measures));
        Assert.Null(InstantLab.FirstDifference(Written with { Measures = [] }, []));
        Assert.Equal(Month.Of(2023, 3), InstantLab.FirstDifference(Changed, Written.Measures));
    }
}
