using SimLab.Engine.Experiments.Methods;
using Xunit;

namespace SimLab.Tests.Experiments.Methods;

[Slow]
public sealed class SearchTests
{
    private static Factor[] Cube(int factors) => [.. Enumerable.Range(0, factors).Select(i => Factor.Range($"x{i}", 0, 1))];

    private static IReadOnlyList<Candidate> Front(
        Factor[] box, int goals, int rounds, Func<double[], Evaluation> model, Nsga2Settings? settings = null)
    {
        var search = new Nsga2(box, goals, seed: 1, settings);
        for (var r = 0; r < rounds; r++) search.Tell([.. search.Ask().Select(model)]);
        return search.Front();
    }

    // Zitzler, Deb and Thiele (2000); 30 factors as published.
    private static double G(double[] x) => 1 + 9 * x.Skip(1).Sum() / (x.Length - 1);
    private static Evaluation Zdt1(double[] x) => new(x[0], G(x) * (1 - Math.Sqrt(x[0] / G(x))));
    private static Evaluation Zdt2(double[] x) => new(x[0], G(x) * (1 - Math.Pow(x[0] / G(x), 2)));
    private static Evaluation Zdt3(double[] x) =>
        new(x[0], G(x) * (1 - Math.Sqrt(x[0] / G(x)) - x[0] / G(x) * Math.Sin(10 * Math.PI * x[0])));

    // Deb, Thiele, Laumanns and Zitzler (2002): three goals on the unit sphere, 12 factors.
    private static Evaluation Dtlz2(double[] x)
    {
        var g = x.Skip(2).Sum(v => (v - 0.5) * (v - 0.5));
        var (a, b) = (x[0] * Math.PI / 2, x[1] * Math.PI / 2);
        return new((1 + g) * Math.Cos(a) * Math.Cos(b), (1 + g) * Math.Cos(a) * Math.Sin(b), (1 + g) * Math.Sin(a));
    }

    // A front on f2 = 1 − √f1 beats, up to (1.1, 1.1): ∫ (0.1 + √x) dx + 0.1 × 1.1 = 0.8767; on f2 = 1 − f1²: 0.5433.
    [Fact]
    public void Nsga2_finds_the_front_of_ZDT1() => OnTheFront(Zdt1, f => 1 - Math.Sqrt(f), 0.1 + 2 / 3.0 + 0.11);

    [Fact]
    public void Nsga2_finds_the_front_of_ZDT2() => OnTheFront(Zdt2, f => 1 - f * f, 0.1 + 1 / 3.0 + 0.11);

    private static void OnTheFront(Func<double[], Evaluation> model, Func<double, double> curve, double volume)
    {
        var front = Front(Cube(30), 2, 250, model);
        Assert.True(front.Count > 80);
        Assert.True(front.Average(c => c.Value.Goals[1] - curve(c.Value.Goals[0])) < 0.005);
        Assert.InRange(Hypervolume.Of(front.Select(c => c.Value.Goals), [1.1, 1.1]), volume - 0.01, volume);
    }

    [Fact]
    public void Nsga2_finds_the_five_pieces_of_the_front_of_ZDT3()
    {
        double[][] known = [
            .. Enumerable.Range(0, 20_001).Select(i => i / 20_000.0)
            .Select(x => new[] { x, 1 - Math.Sqrt(x) - x * Math.Sin(10 * Math.PI * x) })];
        var lowest = double.PositiveInfinity;
        double[][] best = [.. known.Where(p => p[1] < lowest && (lowest = p[1]) == p[1])];
        var volume = Hypervolume.Of(best, [1.1, 1.1]);
        var front = Front(Cube(30), 2, 250, Zdt3).Select(c => c.Value.Goals).ToArray();
        Assert.InRange(Hypervolume.Of(front, [1.1, 1.1]), volume - 0.02, volume);
        // Pieces of the front in f1, as in the paper's figure.
        foreach (var (from, to) in ((double, double)[])[(0, 0.083), (0.182, 0.258), (0.409, 0.454), (0.618, 0.653), (0.823, 0.852)])
            Assert.Contains(front, f => f[0] >= from && f[0] <= to);
    }

    [Fact]
    public void Nsga2_finds_the_sphere_of_DTLZ2()
    {
        var front = Front(Cube(12), 3, 200, Dtlz2);
        Assert.True(front.Average(c => Math.Sqrt(c.Value.Goals.Sum(f => f * f)) - 1) < 0.06);
        // All that lies beyond an eighth of the unit ball: 1.1³ − π/6 = 0.8074; a hundred points cannot fill it.
        Assert.InRange(Hypervolume.Of(front.Select(c => c.Value.Goals), [1.1, 1.1, 1.1]), 0.68, 1.331 - Math.PI / 6);
    }

    [Fact]
    public void Constraints_shape_the_front()
    {
        // Deb et al. (2002), problem CONSTR: up to x = 2/3 the constraint binds, f2 = (7 − 9 x) / x; beyond, f2 = 1 / x.
        Factor[] box = [Factor.Range("x", 0.1, 1), Factor.Range("y", 0, 5)];
        var front = Front(box, 2, 100, p => new([p[0], (1 + p[1]) / p[0]], [6 - p[1] - 9 * p[0], 1 + p[1] - 9 * p[0]]));
        Assert.All(front, c => Assert.Equal(0, c.Value.Violation));
        Assert.All(front, c => Assert.InRange(c.Point[0], 7 / 18.0 - 1e-9, 1));
        Assert.True(front.Average(c =>
            Math.Abs(c.Value.Goals[1] - (c.Point[0] < 2 / 3.0 ? (7 - 9 * c.Point[0]) / c.Point[0] : 1 / c.Point[0]))) < 0.05);
    }

    [Fact]
    public void Whole_numbers_are_searched_as_whole_numbers()
    {
        // n² + (n − 10)² over pairs: every n from 0 to 10 is on the front of (n², (n − 10)²).
        var front = Front([Factor.Integers("n", -50, 50)], 2, 40, p => new(p[0] * p[0], (p[0] - 10) * (p[0] - 10)), new(Population: 40));
        Assert.Equal(Enumerable.Range(0, 11).Select(n => (double)n), front.Select(c => c.Point[0]).Order());
    }

    [Fact]
    public void A_search_is_resumed_by_telling_a_fresh_one_what_was_told()
    {
        var told = new List<Evaluation[]>();
        var (whole, half) = (new Nsga2(Cube(5), 2, seed: 3, new(Population: 20)), new Nsga2(Cube(5), 2, seed: 3, new(Population: 20)));
        for (var r = 0; r < 12; r++)
        {
            Assert.Equal(whole.Ask(), whole.Ask());                      // asking twice asks the same
            told.Add([.. whole.Ask().Select(Zdt1)]);
            whole.Tell(told[^1]);
        }
        Assert.Equal(whole.Ask(), half.Replay(told).Ask());

        var (cma, again) = (new CmaEs(Cube(3), seed: 4), new CmaEs(Cube(3), seed: 4));
        told.Clear();
        for (var r = 0; r < 12; r++)
        {
            told.Add([.. cma.Ask().Select(x => new Evaluation(x.Sum()))]);
            cma.Tell(told[^1]);
        }
        Assert.Equal(cma.Ask(), again.Replay(told).Ask());
    }

    [Fact]
    public void A_point_without_a_number_ranks_last_and_a_batch_without_any_is_an_error()
    {
        var search = new Nsga2(Cube(4), 2, seed: 1, new(Population: 40));
        for (var r = 0; r < 30; r++) search.Tell([.. search.Ask().Select(x => x[1] > 0.5 ? new(double.NaN, 0) : Zdt1(x))]);
        Assert.NotEmpty(search.Front());
        Assert.All(search.Front(), c => Assert.True(c.Point[1] <= 0.5));
        Assert.StartsWith("None of the 40 points gave a number",
            Assert.Throws<MethodException>(() =>
                search.Tell([.. search.Ask().Select(_ => new Evaluation(double.NaN, double.NaN))])).Message);
        Assert.StartsWith("40 points were asked for, but 1", Assert.Throws<MethodException>(() => search.Tell([new(0, 0)])).Message);
    }

    [Fact]
    public void Parents_run_again_when_goals_are_noisy_so_that_luck_does_not_stay()
    {
        // x is wanted small; noise of deviation 1 on top. The claim of a front that runs again is nearer to the truth
        // than that of one look.
        static double Claim(bool again)
        {
            var noise = new PointDraws(8, PointDrawId.Gaussian);
            var search = new Nsga2(Cube(2), 1, seed: 2, new(Population: 20, Again: again));
            for (var r = 0; r < 30; r++) search.Tell(
                [.. search.Ask().Select((x, i) => new Evaluation(x[0] + x[1] + noise.Gaussian(r, i)))]);
            return search.Front().Min(c => c.Value.Goals[0] - c.Point[0] - c.Point[1]);
        }
        Assert.True(Claim(again: false) < -2);
        Assert.True(Claim(again: true) > -1.5);
    }

    [Fact]
    public void A_goal_over_replicates_is_their_mean()
    {
        var mean = Evaluation.Mean([new(1, 10), new(2, 20), new(6, 30)]);
        Assert.Equal([3, 20], mean.Goals);
        Assert.Equal(3, mean.Replicates);
        Assert.True(Evaluation.Mean([new(1.0), new(double.NaN)]).IsMissing);
    }

    [Fact]
    public void Hypervolumes_of_boxes_are_worked_out_by_hand()
    {
        Assert.Equal(6, Hypervolume.Of([[0, 0]], [2, 3]));
        Assert.Equal(3, Hypervolume.Of([[0, 1], [1, 0]], [2, 2]));
        // Two cubes of 4 that share a unit cube, and a point that adds nothing.
        Assert.Equal(6, Hypervolume.Of([[0, 1, 0], [1, 0, 0], [1, 1, 1]], [2, 2, 2]));
        Assert.Equal(0, Hypervolume.Of([[3, 0]], [2, 3]));
    }
}
