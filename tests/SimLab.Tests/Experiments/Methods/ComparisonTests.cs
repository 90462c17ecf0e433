using SimLab.Engine.Experiments.Methods;
using Xunit;

namespace SimLab.Tests.Experiments.Methods;

[Fast]
public sealed class ComparisonTests
{
    [Fact]
    public void Shared_luck_that_cancels_takes_away_all_variance()
    {
        var found = PairedComparison.Of([2, 12, 102], [1, 11, 101])!;
        Assert.Equal((1, 1, 3), (found.Difference.Mean, found.VarianceReduction, found.Difference.Replicates));
        Assert.Equal((1.0, 0), (found.AHigher.Value, found.Ties));
        Assert.Equal(1, found.Correlation, 1e-12);
    }

    [Fact]
    public void Variance_reduction_and_its_worth_are_worked_out_by_hand()
    {
        // A: variance 5/3 of (1, 2, 3, 4); B: 5/3 of (1, 3, 2, 4); A − B = (0, −1, 1, 0): 2/3. Reduction 1 − (2/3) / (10/3) = 0.8.
        var found = PairedComparison.Of([1, 2, 3, 4], [1, 3, 2, 4])!;
        Assert.Equal(0.8, found.VarianceReduction, 1e-12);
        Assert.Equal(5, found.WorthOfAPair, 1e-9);
        Assert.Equal(0.8, found.Correlation, 1e-12);
        Assert.Equal((0.5, 2), (found.AHigher.Value, found.Ties));        // one win, two ties of four
    }

    [Fact]
    public void A_replicate_counts_only_where_both_arms_have_a_number()
    {
        Assert.Equal(1, PairedComparison.Of([1, null, double.NaN, 4], [0, 1, 2, null])!.Difference.Replicates);
        Assert.Null(PairedComparison.Of([null], [1]));
    }

    [Fact]
    public void Wilsons_interval_is_never_empty_and_stays_within_0_and_1()
    {
        var none = Proportion.Wilson(0, 10);
        Assert.Equal((0, 0, 0.2775), (none.Value, none.Low, Math.Round(none.High, 4)));   // z² / (n + z²)
        Assert.Equal((0, 1), (Proportion.Wilson(0, 0).Low, Proportion.Wilson(0, 0).High));
    }

    [Fact]
    public void A_plan_is_the_fewest_replicates_whose_interval_would_be_narrow_enough()
    {
        // A pilot of deviation 10 and a half-width of 2: with 98 replicates t(97) = 1.98472, 2.00486; with 99, t(98) = 1.98447, 1.99447.
        var rule = new StopRule(HalfWidth: 2, Budget: 1000);
        double[] pilot = [.. Enumerable.Range(0, 10).Select(i => i % 2 == 0 ? Math.Sqrt(90) : -Math.Sqrt(90))];
        Assert.Equal(99, rule.Plan(pilot));
        // A share of one half to ± 0.1: Wilson z √(1/4n + z²/4n²) / (1 + z²/n) ≤ 0.1 from n = 93.
        Assert.Equal(93, new StopRule(0.1, 1000, Sought.Probability).Plan([0, 1, 0, 1]));
        Assert.Null(rule.Plan([5, 5, 5]));
    }

    [Fact]
    public void A_run_goes_on_until_the_interval_is_narrow_enough()
    {
        var draws = new PointDraws(1, PointDrawId.Gaussian);
        var rule = new StopRule(HalfWidth: 0.5, Budget: 10_000);
        var values = new List<double>();
        Progress progress;
        while ((progress = rule.Look(values)).Next > 0)
            for (var n = 0; n < progress.Next; n++) values.Add(3 + 2 * draws.Gaussian(values.Count));
        Assert.True(progress is { Enough: true, Spent: false });
        Assert.True(progress.HalfWidth <= 0.5);
        Assert.InRange(values.Count, 30, 130);                             // (1.96 × 2 / 0.5)² = 61
        Assert.Equal(3, progress.Estimate.Value, 1.0);
    }

    [Fact]
    public void The_intervals_of_stopped_runs_hold_the_truth_about_19_times_in_20()
    {
        var draws = new PointDraws(2, PointDrawId.Gaussian);
        var rule = new StopRule(HalfWidth: 0.3, Budget: 10_000);
        var held = 0;
        for (var run = 0; run < 500; run++)
        {
            var values = new List<double>();
            Progress progress;
            while ((progress = rule.Look(values)).Next > 0)
                for (var n = 0; n < progress.Next; n++) values.Add(draws.Gaussian(run, values.Count));
            if (progress.Estimate.Low <= 0 && progress.Estimate.High >= 0) held++;
        }
        Assert.InRange(held / 500.0, 0.90, 0.98);
    }

    [Fact]
    public void A_run_stops_when_the_budget_is_spent_and_says_what_it_would_have_taken()
    {
        var progress = new StopRule(HalfWidth: 0.01, Budget: 10).Look([0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
        Assert.True(progress is { Enough: false, Spent: true, Next: 0 });
        Assert.InRange(progress.Likely!.Value, 10_000, 11_000);            // (1.96 × 0.527 / 0.01)² = 10,670
    }

    [Fact]
    public void A_pilot_that_does_not_vary_does_not_stop_a_run_before_its_time()
    {
        Assert.Equal(5, new StopRule(1, 100).Look([7, 7, 7]).Next);
        Assert.Equal(0, new StopRule(1, 100).Look([7, 7, 7, 7, 7, 7, 7, 7]).Next);
        Assert.Equal((8, double.PositiveInfinity), (new StopRule(1, 100).Look([]).Next, new StopRule(1, 100).Look([]).HalfWidth));
    }
}
