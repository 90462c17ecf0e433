using SimLab.Engine.Experiments.Methods;
using Xunit;

namespace SimLab.Tests.Experiments.Methods;

[Slow]
public sealed class SensitivityTests
{
    // Ishigami and Homma (1990): sin x1 + 7 sin² x2 + 0.1 x3⁴ sin x1, each x uniform on (−π, π).
    private static double Ishigami(double[] u)
    {
        double[] x = [.. u.Select(v => Math.PI * (2 * v - 1))];
        return Math.Sin(x[0]) + 7 * Math.Pow(Math.Sin(x[1]), 2) + 0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]);
    }

    private static readonly double[] G = [0, 1, 4.5, 9, 99, 99, 99, 99];

    // Saltelli and Sobol' (1995): Π (|4 x − 2| + a) / (1 + a).
    private static double SobolG(double[] u) => u.Zip(G, (x, a) => (Math.Abs(4 * x - 2) + a) / (1 + a)).Aggregate(1.0, (p, f) => p * f);

    private static SobolIndices Indices(int factors, int rows, Func<double[], double> model)
    {
        var design = SaltelliDesign.Of(factors, rows, seed: 11);
        return SobolIndices.Read(design, [.. design.Points.Select(model)], seed: 12, resamples: 300);
    }

    [Fact]
    public void Sobol_indices_of_Ishigami_are_the_analytic_ones()
    {
        var (pi4, pi8) = (Math.Pow(Math.PI, 4), Math.Pow(Math.PI, 8));
        var variance = 49 / 8.0 + 0.1 * pi4 / 5 + 0.01 * pi8 / 18 + 0.5;
        var (v1, v2, v13) = (0.5 * Math.Pow(1 + 0.1 * pi4 / 5, 2), 49 / 8.0, 0.01 * pi8 * (1 / 18.0 - 1 / 50.0));
        double[] first = [v1 / variance, v2 / variance, 0], total = [(v1 + v13) / variance, v2 / variance, v13 / variance];
        Assert.Equal(0.3139, first[0], 1e-4);                           // as published

        var found = Indices(3, 4096, Ishigami);
        Assert.Equal(variance, found.Variance, 0.01 * variance);
        for (var f = 0; f < 3; f++)
        {
            Assert.Equal(first[f], found.Indices[f].First.Value, 0.01);
            Assert.Equal(total[f], found.Indices[f].Total.Value, 0.01);
            Assert.InRange(first[f], found.Indices[f].First.Low, found.Indices[f].First.High);
            Assert.InRange(total[f], found.Indices[f].Total.Low, found.Indices[f].Total.High);
        }
    }

    [Fact]
    public void Sobol_indices_of_the_G_function_are_the_analytic_ones()
    {
        double[] parts = [.. G.Select(a => 1 / (3 * (1 + a) * (1 + a)))];
        var product = parts.Aggregate(1.0, (p, v) => p * (1 + v));
        var found = Indices(8, 4096, SobolG);
        for (var f = 0; f < 8; f++)
        {
            Assert.Equal(parts[f] / (product - 1), found.Indices[f].First.Value, 0.015);
            Assert.Equal(parts[f] * product / (1 + parts[f]) / (product - 1), found.Indices[f].Total.Value, 0.015);
        }
    }

    [Fact]
    public void A_row_without_a_number_is_left_out_and_its_points_are_named()
    {
        var design = SaltelliDesign.Of(3, 1024, seed: 11);
        double[] values = [.. design.Points.Select(Ishigami)];
        (values[7], values[5000]) = (double.NaN, double.PositiveInfinity);
        var found = SobolIndices.Read(design, values, seed: 12, resamples: 0);
        Assert.Equal((1022, "2 of 5120 points gave no number: 7, 5000."), (found.Rows, found.Missing.ToString()));
        Assert.Equal(0.3139, found.Indices[0].First.Value, 0.03);
        Assert.Throws<MethodException>(() => SobolIndices.Read(design, [.. values.Select(_ => double.NaN)], seed: 12));
    }

    [Fact]
    public void More_rows_only_append()
    {
        var few = SaltelliDesign.Of(4, 8, seed: 3).Points;
        Assert.Equal(few, SaltelliDesign.Of(4, 16, seed: 3).Points[..few.Length]);
    }

    [Fact]
    public void An_output_that_does_not_vary_is_sensitive_to_nothing()
    {
        var found = Indices(2, 16, _ => 3);
        Assert.Equal(0, found.Variance);
        Assert.All(found.Indices, i => Assert.Equal((0, 0), (i.First.Value, i.Total.Value)));
    }

    [Fact]
    public void Morris_effects_of_a_straight_line_are_its_slopes()
    {
        var design = MorrisDesign.Of(3, 6, seed: 1);
        var found = Morris.Read(design, [.. design.Points.Select(u => 3 * u[0] - 2 * u[1] + 10)]);
        double[] slopes = [3, -2, 0];
        for (var f = 0; f < 3; f++)
        {
            Assert.Equal(slopes[f], found.Effects[f].Mu, 1e-9);
            Assert.Equal(Math.Abs(slopes[f]), found.Effects[f].MuStar, 1e-9);
            Assert.Equal(0, found.Effects[f].Sigma, 1e-9);
        }
    }

    [Fact]
    public void Each_step_of_a_trajectory_moves_one_factor_by_two_thirds_on_four_levels()
    {
        var design = MorrisDesign.Of(5, 10, seed: 2);
        foreach (var (points, order) in design.Trajectories.Zip(design.Orders))
        {
            Assert.Equal(Enumerable.Range(0, 5), order.Order());
            for (var s = 0; s < 5; s++)
                for (var f = 0; f < 5; f++)
                    Assert.Equal(f == order[s] ? 2 / 3.0 : 0, Math.Abs(points[s + 1][f] - points[s][f]), 1e-12);
            Assert.All(points.SelectMany(p => p), x => Assert.Contains(Math.Round(3 * x, 9), new double[] { 0, 1, 2, 3 }));
        }
    }

    [Fact]
    public void Morris_ranks_the_factors_of_the_G_function_and_sees_their_interaction()
    {
        var design = MorrisDesign.Of(8, 40, seed: 4, levels: 8);
        var effects = Morris.Read(design, [.. design.Points.Select(SobolG)]).Effects;
        Assert.Equal([0, 1, 2, 3], effects.OrderByDescending(e => e.MuStar).Take(4).Select(e => e.Factor));
        Assert.True(effects[0].Sigma > 0.5 && effects[7].MuStar < 0.1);
    }

    [Fact]
    public void Optimised_trajectories_spread_wider_than_the_first_ones()
    {
        static double Spread(MorrisDesign d) =>
            Enumerable.Range(0, d.Trajectories.Length).SelectMany(i => Enumerable.Range(0, i).Select(j => (i, j)))
            .Sum(p => Math.Pow(d.Trajectories[p.i].Sum(a => d.Trajectories[p.j].Sum(b => MathNet.Numerics.Distance.Euclidean(a, b))), 2));
        Assert.True(Spread(MorrisDesign.Of(4, 5, seed: 9, candidates: 100)) > 1.1 * Spread(MorrisDesign.Of(4, 5, seed: 9)));
    }

    [Fact]
    public void A_Morris_effect_without_a_number_is_left_out_and_counted()
    {
        var design = MorrisDesign.Of(2, 4, seed: 1);
        double[] values = [.. design.Points.Select(u => u[0])];
        values[0] = double.NaN;                                           // the start of the first trajectory: one step is lost
        var found = Morris.Read(design, values);
        Assert.Equal([3, 4], found.Effects.Select(e => e.Effects).Order());
        Assert.Equal([0], found.Missing.Points);
    }

    [Fact]
    public void A_tornado_shows_the_longest_bar_first_and_bars_without_a_number_last()
    {
        var points = Tornado.Design([1, 1, 1], [0, 0, 0], [2, 3, 2]);
        Assert.Equal(7, points.Length);
        Assert.Equal([1, 3, 1], points[4]);
        var tornado = Tornado.Read([.. points.Select(p => p[2] == 0 ? double.NaN : p[0] + 10 * p[1])]);
        Assert.Equal(11, tornado.Base);
        Assert.Equal([1, 0, 2], tornado.Bars.Select(b => b.Factor));
        Assert.Equal((1, 31, 30), (tornado.Bars[0].AtLow, tornado.Bars[0].AtHigh, tornado.Bars[0].Swing));
        Assert.Equal(1, tornado.Missing.Count);
    }
}
