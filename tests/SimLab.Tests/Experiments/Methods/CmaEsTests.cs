using SimLab.Engine.Experiments.Methods;
using Xunit;

namespace SimLab.Tests.Experiments.Methods;

/// <summary>Functions of the BBOB suite (Hansen, Finck, Ros and Auger 2009), with the optimum placed in the box [−5, 5] by us.</summary>
[Fast]
public sealed class CmaEsTests
{
    private static readonly double[] Optimum = [1.3, -2.7, 3.1, 0.4, -3.6];

    private static Factor[] Box(int factors) => [.. Enumerable.Range(0, factors).Select(i => Factor.Range($"x{i}", -5, 5))];

    private static (Candidate Best, int Points) Run(CmaEs search, int budget, double goal, Func<double[], double> model)
    {
        var points = 0;
        while (points < budget && !(search.Best?.Value.Goals[0] <= goal))
        {
            var batch = search.Ask();
            search.Tell([.. batch.Select(x => new Evaluation(model(x)))]);
            points += batch.Length;
        }
        return (search.Best!, points);
    }

    [Fact]
    public void The_sphere_is_solved_within_a_few_thousand_points()
    {
        var (best, points) = Run(new(Box(5), seed: 1), 3000, 1e-8, x => x.Zip(Optimum, (a, b) => (a - b) * (a - b)).Sum());
        Assert.True(best.Value.Goals[0] <= 1e-8, $"{best.Value.Goals[0]} after {points}");
        Assert.All(best.Point.Zip(Optimum), p => Assert.Equal(p.Second, p.First, 1e-3));
    }

    [Fact]
    public void Rosenbrocks_valley_is_solved()
    {
        // f8: z = max(1, √D / 8) (x − x*) + 1.
        static double Rosenbrock(double[] x)
        {
            double[] z = [.. x.Zip(Optimum, (a, b) => a - b / 2 + 1)];
            return Enumerable.Range(0, z.Length - 1).Sum(i => 100 * Math.Pow(z[i] * z[i] - z[i + 1], 2) + Math.Pow(z[i] - 1, 2));
        }
        var (best, points) = Run(new(Box(5), seed: 1), 20_000, 1e-8, Rosenbrock);
        Assert.True(best.Value.Goals[0] <= 1e-8, $"{best.Value.Goals[0]} after {points}");
    }

    [Fact]
    public void Rastrigins_egg_box_is_solved_by_restarts()
    {
        // f3: z = Λ^10 T_asy^0.2 (T_osz (x − x*)); 10 (D − Σ cos 2π z) + |z|².
        static double Osz(double x)
        {
            if (x == 0) return 0;
            var log = Math.Log(Math.Abs(x));
            var (c1, c2) = x > 0 ? (10, 7.9) : (5.5, 3.1);
            return Math.Sign(x) * Math.Exp(log + 0.049 * (Math.Sin(c1 * log) + Math.Sin(c2 * log)));
        }
        static double Rastrigin(double[] x)
        {
            var d = x.Length;
            double[] z = [.. x.Select((v, i) =>
            {
                var y = Osz(v - Optimum[i]);
                var part = i / (d - 1.0);
                if (y > 0) y = Math.Pow(y, 1 + 0.2 * part * Math.Sqrt(y));
                return Math.Pow(10, part / 2) * y;
            })];
            return 10 * (d - z.Sum(v => Math.Cos(2 * Math.PI * v))) + z.Sum(v => v * v);
        }
        var search = new CmaEs(Box(5), seed: 1);
        var (best, points) = Run(search, 200_000, 1e-8, Rastrigin);
        Assert.True(best.Value.Goals[0] <= 1e-8, $"{best.Value.Goals[0]} after {points} points and {search.Restarts} restarts");
        Assert.True(search.Restarts > 0);
    }

    [Fact]
    public void An_optimum_in_a_corner_of_the_box_is_found_and_no_point_leaves_the_box()
    {
        var search = new CmaEs(Box(4), seed: 2);
        var (best, _) = Run(search, 4000, -20 + 1e-6, x =>
        {
            Assert.All(x, v => Assert.InRange(v, -5, 5));
            return x.Sum();
        });
        Assert.Equal(-20, best.Value.Goals[0], 1e-5);
    }

    [Fact]
    public void A_constraint_is_kept()
    {
        // The smallest x + y with x y ≥ 4 and both positive: 2 and 2.
        var search = new CmaEs([Factor.Range("x", 0, 5), Factor.Range("y", 0, 5)], seed: 3);
        for (var r = 0; r < 150; r++) search.Tell([.. search.Ask().Select(p => new Evaluation([p[0] + p[1]], [4 - p[0] * p[1]]))]);
        Assert.Equal(0, search.Best!.Value.Violation);
        Assert.Equal(4, search.Best.Value.Goals[0], 0.01);
    }

    [Fact]
    public void With_noise_the_centre_settles_near_the_optimum()
    {
        var noise = new PointDraws(5, PointDrawId.Bootstrap);
        var search = new CmaEs(Box(3), seed: 4, new(Population: 20));
        for (var r = 0; r < 100; r++)
            search.Tell([.. search.Ask().Select((x, i) => Evaluation.Mean([.. Enumerable.Range(0, 8).Select(k =>
                new Evaluation(x.Zip(Optimum, (a, b) => (a - b) * (a - b)).Sum() + noise.Gaussian(r, i, k)))]))]);
        Assert.All(search.Centre.Zip(Optimum), p => Assert.Equal(p.Second, p.First, 0.5));
    }
}
