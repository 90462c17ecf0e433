using SimLab.Engine.Experiments.Methods;
using Xunit;

namespace SimLab.Tests.Experiments.Methods;

[Fast]
public sealed class SamplingTests
{
    [Fact]
    public void The_first_Sobol_points_are_those_that_Joe_and_Kuo_publish()
    {
        // Their page lists the first ten points in three dimensions.
        double[][] published =
        [
            [0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625],
            [0.875, 0.875, 0.125], [0.625, 0.125, 0.875], [0.125, 0.625, 0.375], [0.1875, 0.3125, 0.9375], [0.6875, 0.8125, 0.4375],
        ];
        Assert.Equal(published, new SobolSequence(3).Points(10));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(7)]
    public void In_each_of_512_dimensions_a_block_of_64_Sobol_points_fills_64_strips(int? scramble)
    {
        var points = new SobolSequence(512, scramble is { } seed ? (ulong)seed : null).Points(64, skip: 64);
        for (var d = 0; d < 512; d++)
            Assert.Equal(64, points.Select(p => (int)(p[d] * 64)).Distinct().Count());
    }

    [Fact]
    public void Scrambling_keeps_the_evenness_in_two_dimensions_and_leaves_the_corner()
    {
        // The first two dimensions are a (0, m, 2)-net: each elementary interval of area 1/16 holds one of 16 points.
        var points = new SobolSequence(2, scramble: 5).Points(16);
        foreach (var (wide, high) in ((int, int)[])[(1, 16), (2, 8), (4, 4), (8, 2), (16, 1)])
            Assert.Equal(16, points.Select(p => ((int)(p[0] * wide), (int)(p[1] * high))).Distinct().Count());
        Assert.All(points, p => Assert.All(p, x => Assert.InRange(x, double.Epsilon, 1 - 1e-12)));
        Assert.NotEqual(points, new SobolSequence(2, scramble: 6).Points(16));
    }

    [Fact]
    public void Sobol_points_integrate_better_than_chance()
    {
        // The mean of Π (1 + (x − 1/2)) is 1; chance would miss by about √(((13/12)^5 − 1) / 4096) = 0.011.
        var mean = new SobolSequence(5, scramble: 1).Points(4096).Average(p => p.Aggregate(1.0, (product, x) => product * (0.5 + x)));
        Assert.Equal(1, mean, 5e-4);
    }

    [Fact]
    public void More_dimensions_than_are_tabulated_are_refused_with_the_number()
    {
        Assert.Contains("1 to 512 dimensions, not 513", Assert.Throws<MethodException>(() => new SobolSequence(513)).Message);
    }

    [Fact]
    public void A_Latin_hypercube_has_one_point_in_each_strip_of_each_factor()
    {
        var points = LatinHypercube.Sample(20, 3, seed: 1);
        for (var d = 0; d < 3; d++)
            Assert.Equal(Enumerable.Range(0, 20), points.Select(p => (int)(p[d] * 20)).Order());
        Assert.Equal(points, LatinHypercube.Sample(20, 3, seed: 1));
        Assert.NotEqual(points, LatinHypercube.Sample(20, 3, seed: 2));
    }

    [Fact]
    public void Maximin_keeps_the_design_whose_nearest_points_lie_farthest_apart()
    {
        var one = LatinHypercube.NearestPair(LatinHypercube.Sample(15, 2, seed: 3));
        var many = LatinHypercube.Sample(15, 2, seed: 3, tries: 50);
        Assert.True(LatinHypercube.NearestPair(many) > one);
        Assert.Equal(Enumerable.Range(0, 15), many.Select(p => (int)(p[0] * 15)).Order());
    }

    [Fact]
    public void A_grid_holds_every_combination()
    {
        Factor[] box = [Factor.OneOf("a", 3, 1), Factor.Integers("b", 0, 2), Factor.Range("c", 1, 100, Scale.Logarithmic)];
        var points = Grid.Points(box, 3, limit: 100);
        Assert.Equal(18, points.Length);
        Assert.Equal([3, 0, 1], points[0]);
        Assert.Equal([3, 0, 10], points[1].Select(x => Math.Round(x, 9)));
        Assert.Equal([1, 2, 100], points[^1].Select(x => Math.Round(x, 9)));
        Assert.Equal(18, points.Select(p => (p[0], p[1], p[2])).Distinct().Count());
    }

    [Fact]
    public void A_grid_of_a_thousand_million_points_is_refused_with_its_size()
    {
        Factor[] box = [.. Enumerable.Range(1, 9).Select(i => Factor.Range($"x{i}", 0, 1))];
        Assert.Equal(1_000_000_000, Grid.Count(box, 10));
        Assert.StartsWith(
            "The grid has 1,000,000,000 points (x1: 10 × x2: 10 × ",
            Assert.Throws<MethodException>(() => Grid.Points(box, 10, 100_000)).Message);
        Assert.Equal(2_000_000_000, Grid.Count([Factor.Integers("n", 1, 3e9)], 2_000_000_000));
        Assert.Equal("1" + new string('0', 90), Grid.Count([.. Enumerable.Repeat(box, 10).SelectMany(b => b)], 10).ToString());
    }

    [Fact]
    public void A_factor_gives_each_whole_number_and_each_choice_equal_room()
    {
        var (whole, choice) = (Factor.Integers("n", 2, 4), Factor.OneOf("c", 5, 1));
        Assert.Equal([2, 2, 3, 4, 4], new[] { 0, 0.33, 0.34, 0.67, 1 }.Select(whole.At));
        Assert.Equal([5, 5, 1, 1], new[] { 0, 0.49, 0.5, 1 }.Select(choice.At));
        Assert.Equal(10, Factor.Range("x", 1, 100, Scale.Logarithmic).At(0.5), 1e-9);
        foreach (var factor in new[]
            { whole, choice, Factor.Range("x", 1, 100, Scale.Logarithmic), Factor.Integers("l", 1, 100, Scale.Logarithmic) })
            foreach (var u in new[] { 0.01, 0.3, 0.6, 0.99 })
                Assert.Equal(factor.At(u), factor.At(factor.PlaceOf(factor.At(u))), 1e-9);
    }

    [Fact]
    public void A_grid_is_counted_as_it_is_built()
    {
        foreach (var steps in new[] { 1, 2, 3, 7, 10, 40 })
        {
            Factor[] box = [
                Factor.Integers("n", 3, 13), Factor.Integers("l", 1, 20, Scale.Logarithmic), Factor.Range("x", 0, 1),
                Factor.OneOf("c", 2, 9)];
            Assert.Equal((int)Grid.Count(box, steps), Grid.Points(box, steps, 1_000_000).Length);
        }
    }

    [Fact]
    public void An_impossible_factor_is_refused()
    {
        Assert.Contains("x: the range [5, 3] is empty", Assert.Throws<MethodException>(() => Factor.Range("x", 5, 3)).Message);
        Assert.Contains(
            "starts above 0, not at 0", Assert.Throws<MethodException>(() => Factor.Range("x", 0, 3, Scale.Logarithmic)).Message);
        Assert.Contains("given twice", Assert.Throws<MethodException>(() => Factor.OneOf("x", 1, 1)).Message);
        Assert.Contains("must be whole", Assert.Throws<MethodException>(() => Factor.Integers("x", 0.5, 3)).Message);
    }
}
