using SimLab.Engine.Execution;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Engine.Statistics;
using SimLab.Model;
using SimLab.Model.Messages;
using Xunit;

namespace SimLab.Tests.Reporting;

[Fast]
public sealed class RunSummaryTests
{
    private static readonly RunResult Run = HandMadeRun.Result();

    private static readonly Target NewLoans =
        new("new_sme_loans", "yuan", Comparison.AtLeast, 1, null, 0, HandMadeRun.End, "clause 3");

    private static RunSummary Of(params Target[] targets) => RunSummary.Of(Run, HandMadeRun.Scenario(2, targets));

    [Fact]
    public void A_target_has_its_spread_and_probability_in_each_arm()
    {
        var target = Assert.Single(Of(HandMadeRun.HighTech(atLeast: 12)).Targets).Outcome;
        Assert.Equal((11.5, 11.5, 0.5), (target.Baseline!.Spread.Mean, target.Baseline.Spread.P50, target.Baseline.Probability));
        Assert.Equal(
            (15.0, 13.3, 15.0, 1.0),
            (target.Policy!.Spread.Mean, Math.Round(target.Policy.Spread.P05, 9), target.Policy.Spread.P50, target.Policy.Probability));
        Assert.Equal((3.5, true), (target.Difference!.Mean, target.Difference.IsClear));
    }

    [Fact]
    public void A_target_against_last_year_is_judged_world_by_world()
    {
        // 12 in every world of 2022; in 2023 12 in the baseline, and 24, 12, 24, 12 in the policy.
        var target = Assert.Single(Of(HandMadeRun.Specialised).Targets).Outcome;
        Assert.Equal((0.0, 0.5), (target.Baseline!.Probability, target.Policy!.Probability));
        Assert.Equal((12.0, 18.0), (target.Policy.Yardstick, target.Policy.Spread.Mean));
    }

    [Fact]
    public void One_more_of_a_stock_costs_what_was_spent_since_the_start()
    {
        // 12 × 7 + 12 × 3 = 120 yuan for 3.5 firms more.
        var cost = Of(HandMadeRun.HighTech(12)).Targets[0].Cost!;
        Assert.Equal((120.0, 120 / 3.5, null), (cost.ExtraCost, cost.PerUnit, cost.Why?.ToString()));
    }

    [Fact]
    public void One_more_is_charged_with_the_measures_that_act_on_the_target_directly_and_no_other()
    {
        // Clause 1, which declares no effect on titles, costs 1,000 yuan a month besides.
        var run = HandMadeRun.Result(also: (row, arm) =>
            row[Indicators.Count + MeasureCatalog.Default.Index.Of(new("gansu-2023", 1))] = arm * 1_000 * Fen.PerYuan);
        var summary = RunSummary.Of(run, HandMadeRun.Scenario(2, HandMadeRun.HighTech(12), NewLoans));
        Assert.Equal(24_120, summary.Costs.Sum(cost => cost.Yuan));
        var titles = summary.Targets[0].Cost!;
        Assert.Equal((120.0, 120 / 3.5), (titles.ExtraCost, titles.PerUnit));
        Assert.Equal(["gansu-2023/07"], titles.Charged.Select(id => $"{id}"));
        var loans = summary.Targets[1].Cost!;
        Assert.Equal((0.0, null, "no measure acts on it directly"), (loans.ExtraCost, loans.PerUnit, $"{loans.Why}"));
        Assert.Empty(loans.Charged);
    }

    [Fact]
    public void One_more_of_a_years_count_costs_what_was_spent_in_that_year()
    {
        // Clause 9, which acts on the title, costs 3 yuan a month of both years.
        var run = HandMadeRun.Result(also: (row, arm) =>
            row[Indicators.Count + MeasureCatalog.Default.Index.Of(new("gansu-2023", 9))] = arm * 3 * Fen.PerYuan);
        var cost = RunSummary.Of(run, HandMadeRun.Scenario(2, HandMadeRun.Specialised)).Targets[0].Cost!;
        Assert.Equal(36, cost.ExtraCost);
        // Differences 12, 0, 12, 0: 6 ± 3.182 × 3.464.
        Assert.Equal((null, "no clear difference"), (cost.PerUnit, $"{cost.Why}"));
    }

    [Fact]
    public void Public_cost_is_booked_by_arm_and_measure_for_the_run_and_the_targets_year()
    {
        Assert.Equal(
            [("gansu-2023/07", "PublicServices", 1, 120.0, 36.0), ("gansu-2023/09", "CultivateSpecialisedSmes", 1, 0, 0)],
            Of(HandMadeRun.HighTech(12)).Costs.Select(cost => ($"{cost.Id}", cost.Measure, cost.Arm, cost.Yuan, cost.YuanInYear)));
    }

    [Fact]
    public void Later_months_are_shown_where_a_target_is_due_before_the_end()
    {
        var early = HandMadeRun.HighTech(12) with { By = Month.Of(2023, 6) };
        var summary = Of(early, HandMadeRun.Specialised);
        Assert.Equal(["high_tech_enterprises", .. OutcomeCatalog.Context.Select(c => c.Id)], summary.EndOfRun.Select(r => r.Id));
        var row = summary.EndOfRun[0];
        Assert.Equal(
            ("high_tech_enterprises", HandMadeRun.End, 15.0, null), (row.Id, row.Month, row.Policy!.Spread.Mean, row.Policy.Probability));
        Assert.Equal(0, summary.Targets[0].Outcome.Policy!.Spread.Mean);
        Assert.True(summary.Targets[0].Outcome.Difference!.IsNone);
        Assert.True(summary.NothingChanges);
    }

    [Fact]
    public void A_target_due_after_the_run_is_neither_met_nor_missed()
    {
        var target = Of(HandMadeRun.HighTech(12) with { By = Month.Of(2024, 12) }).Targets[0];
        Assert.Null(target.Outcome.Policy);
        Assert.Null(target.Outcome.Difference);
        Assert.Equal("the run ends before", $"{target.Cost!.Why}");
    }

    [Fact]
    public void A_scenario_alone_has_no_difference_and_no_cost_of_one_more()
    {
        var summary = RunSummary.Of(HandMadeRun.Result(arms: 1), HandMadeRun.Scenario(1, HandMadeRun.HighTech(12)));
        var target = Assert.Single(summary.Targets);
        Assert.Equal(15, target.Outcome.Policy!.Spread.Mean);
        Assert.Null(target.Outcome.Baseline);
        Assert.Null(target.Outcome.Difference);
        Assert.Null(target.Cost);
        Assert.False(summary.NothingChanges);
    }

    [Theory]
    [InlineData(-3.5, 120, "the policy lowers it")]
    [InlineData(3.5, 0, "no extra public cost")]
    [InlineData(3.5, -5, "no extra public cost")]
    public void One_more_has_no_cost_where_that_makes_no_sense(double mean, double extra, string why) =>
        Assert.Equal((null, why), (CostPerExtra.Of(extra, Certain(mean)).PerUnit, $"{CostPerExtra.Of(extra, Certain(mean)).Why}"));

    private static PairedDifference Certain(double value) => PairedDifference.Of([value, value], [0, 0])!;
}
