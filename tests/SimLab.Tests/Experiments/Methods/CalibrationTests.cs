using SimLab.Engine.Experiments.Methods;
using Xunit;

namespace SimLab.Tests.Experiments.Methods;

[Slow]
public sealed class CalibrationTests
{
    // The mean of ten normal observations of deviation 1 was 2. With a wide flat prior the posterior of the true mean is normal,
    // 2 ± √0.1 = 0.3162. The second parameter enters nowhere.
    private static readonly Factor[] Prior = [Factor.Range("mean", -10, 10), Factor.Range("idle", 5, 7)];
    private static readonly double[] Seen = [2];
    private const double Deviation = 0.31622776601683794;

    private static double[] Observed(double[] point, int round, int number) =>
        [point[0] + Deviation * new PointDraws(77, PointDrawId.Gaussian).Gaussian(round, number)];

    private static AbcPopulation Run(int rounds, int particles = 1000)
    {
        var abc = new AbcPopulation(Prior, Seen, seed: 1, new(particles));
        for (var r = 0; r < rounds && !abc.Settled; r++) abc.Tell([.. abc.Ask().Select((p, i) => Observed(p, r, i))]);
        return abc;
    }

    [Fact]
    public void Population_ABC_finds_the_known_posterior()
    {
        var abc = Run(rounds: 30);
        Assert.True(abc.Settled);
        var mean = abc.Posterior.Summaries()[0];
        Assert.Equal(2, mean.Mean, 0.06);
        Assert.Equal(Deviation, mean.Deviation, 0.05);
        Assert.Equal(2 - 1.645 * Deviation, mean.P05, 0.12);
        Assert.Equal(2 + 1.645 * Deviation, mean.P95, 0.12);
        Assert.True(abc.Posterior.EffectiveSize > 100);
        Assert.True(mean.Contraction > 0.99 && !mean.IsPrior);
    }

    [Fact]
    public void A_parameter_that_the_targets_cannot_see_keeps_its_prior_and_is_said_to()
    {
        var idle = Run(rounds: 30).Posterior.Summaries()[1];
        Assert.True(idle.IsPrior);
        Assert.Equal(0, idle.Contraction, 0.15);
        Assert.Equal("The targets say nothing of idle: its posterior is its prior.", idle.ToString());
    }

    [Fact]
    public void Local_regression_recovers_the_posterior_from_a_coarse_rejection()
    {
        var draws = new PointDraws(5, PointDrawId.Prior);
        double[][] units = [.. Enumerable.Range(0, 4000).Select(i => new[] { draws.Uniform(i, 0), draws.Uniform(i, 1) })];
        var coarse = Posterior.ByRejection(Prior, Seen, units, [.. units.Select((u, i) => Observed(Prior.At(u), 0, i))], kept: 0.25);
        Assert.True(coarse.Summaries()[0].Deviation > 1.2);               // a quarter of twenty: ± 2.5, deviation 1.4
        var adjusted = coarse.Adjusted();
        var mean = adjusted.Summaries()[0];
        Assert.Equal(2, mean.Mean, 0.06);
        Assert.Equal(Deviation, mean.Deviation, 0.04);
        Assert.True(adjusted.Summaries()[1].IsPrior);
        Assert.All(adjusted.Particles, p => Assert.All(p.Unit, u => Assert.InRange(u, 0, 1)));
    }

    [Fact]
    public void Two_parameters_that_only_their_sum_shows_are_correlated()
    {
        Factor[] prior = [Factor.Range("a", 0, 1), Factor.Range("b", 0, 1)];
        var abc = new AbcPopulation(prior, [1], seed: 2);
        for (var r = 0; r < 6; r++) abc.Tell([.. abc.Ask().Select(p => new[] { p[0] + p[1] })]);
        Assert.True(abc.Posterior.Correlations()[0][1] < -0.95);
        Assert.True(abc.Posterior.BestFit.Distance < 0.01);
    }

    [Fact]
    public void A_calibration_is_resumed_by_telling_what_was_told_and_its_tolerance_only_shrinks()
    {
        var (abc, again) = (new AbcPopulation(Prior, Seen, seed: 3, new(100)), new AbcPopulation(Prior, Seen, seed: 3, new(100)));
        var last = double.PositiveInfinity;
        for (var r = 0; r < 5; r++)
        {
            Assert.Equal(abc.Ask(), again.Ask());
            double[][] told = [.. abc.Ask().Select((p, i) => Observed(p, r, i))];
            abc.Tell(told);
            again.Tell(told);
            Assert.True(abc.Posterior.Tolerance <= last);
            last = abc.Posterior.Tolerance;
        }
    }

    [Fact]
    public void Points_without_a_number_are_never_kept_and_too_few_with_one_is_an_error()
    {
        var abc = new AbcPopulation(Prior, Seen, seed: 3, new(100));
        abc.Tell([.. abc.Ask().Select((p, i) => p[1] > 6 ? [double.NaN] : Observed(p, 0, i))]);
        Assert.All(abc.Posterior.Particles, p => Assert.True(p.Unit[1] <= 0.5));
        var blind = new AbcPopulation(Prior, Seen, seed: 3, new(100));
        Assert.StartsWith(
            "Only 0 points gave a number",
            Assert.Throws<MethodException>(() => blind.Tell([.. blind.Ask().Select(_ => new[] { double.NaN })])).Message);
    }

    [Fact]
    public void Weighted_statistics_are_worked_out_by_hand()
    {
        // Values 1 and 3 with weights 3 and 1: mean 1.5, variance 3/4 × 0.25 + 1/4 × 2.25 = 0.75; worth 16 / 10 values.
        Assert.Equal(1.5, Weighted.Mean([1, 3], [3, 1]));
        Assert.Equal(0.75, Weighted.Variance([1, 3], [3, 1]));
        Assert.Equal(1.6, Weighted.EffectiveSize([3, 1]));
        Assert.Equal((1, 3), (Weighted.Quantile([3, 1], [1, 3], 0.75), Weighted.Quantile([3, 1], [1, 3], 0.76)));
        Assert.Equal(0.5, Weighted.DistanceFromUniform([0.5], [1]));
        Assert.Equal(-1, Weighted.Correlation([1, 2, 3], [6, 4, 2], [1, 1, 5]), 1e-12);
    }
}
