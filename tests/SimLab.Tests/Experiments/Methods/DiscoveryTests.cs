using SimLab.Engine.Experiments.Methods;
using Xunit;

namespace SimLab.Tests.Experiments.Methods;

[Fast]
public sealed class DiscoveryTests
{
    // 1,000 runs; cases of interest where x > 0.7, y < 0.4 and the place is 1 or 3 of four; z says nothing.
    private static readonly double[][] Points = [
        .. new SobolSequence(4, scramble: 3).Points(1000).Select(u => new[] { u[0], u[1], u[2], Math.Floor(4 * u[3]) })];
    private static readonly Cases Planted = Cases.Of(
        Points, [.. Points.Select(p => p[0] > 0.7 && p[1] < 0.4 && (p[3] == 1 || p[3] == 3) ? 1.0 : 0)], [false, false, false, true]);

    [Fact]
    public void Prim_finds_a_planted_box_with_its_categories()
    {
        var box = new Prim(Planted, new(LeastMass: 0.01)).Trajectory().MaxBy(b => b.Coverage * b.Density)!;
        Assert.Equal([0, 1, 3], box.Restricted);
        Assert.True(box.Coverage > 0.9 && box.Density > 0.9, $"{box.Coverage} {box.Density}");
        Assert.Equal(0.7, box.Limits[0].Low, 0.03);
        Assert.Equal(0.4, box.Limits[1].High, 0.03);
        Assert.Equal([1, 3], box.Limits[3].Allowed);
        Assert.All(box.QuasiPs(), p => Assert.True(p.Least < 1e-6));
        Assert.Equal(box.Restricted, box.Significant().Restricted);
    }

    [Fact]
    public void Each_peel_takes_a_thin_slice_and_raises_the_density()
    {
        var boxes = new Prim(Planted, new(Peel: 0.1)).Trajectory();
        Assert.Equal((1.0, 1.0, 0), (boxes[0].Coverage, boxes[0].Mass, boxes[0].Restricted.Length));
        foreach (var (before, after) in boxes.Zip(boxes.Skip(1))) Assert.True(after.Density > before.Density);
        Assert.All(boxes, b => Assert.True(b.Mass >= 0.05));
    }

    [Fact]
    public void A_limit_that_says_nothing_is_dropped()
    {
        var box = new Prim(Planted, new(LeastMass: 0.01)).Trajectory().MaxBy(b => b.Coverage * b.Density)!;
        // z cut at its middle: half of the runs go, cases and others alike.
        var idle = box.With(2, box.Limits[2] with { High = 0.5 });
        Assert.Contains(2, idle.Restricted);
        Assert.True(idle.QuasiPs().Single(p => p.Factor == 2).Least > 0.05);
        Assert.Equal(box.Restricted, idle.Significant().Restricted);
        // A range that is telling below and idle above loses its upper end only.
        var halfIdle = box.With(0, box.Limits[0] with { High = 0.95 });
        Assert.Equal(box.Limits[0], halfIdle.Significant().Limits[0]);
    }

    [Fact]
    public void Pasting_puts_back_what_peeling_took_too_much_of()
    {
        // The outcome is 0 up to 0.35, 1 up to 0.5 and 0.8 beyond. Slices of 45 % cut at 0.45 and again at 0.75; small ones find 0.35.
        double[][] points = [.. Enumerable.Range(0, 400).Select(i => new[] { (i + 0.5) / 400 })];
        var cases = Cases.Of(points, [.. points.Select(p => p[0] < 0.35 ? 0 : p[0] < 0.5 ? 1 : 0.8)]);
        var boxes = new Prim(cases, new(Peel: 0.45, Paste: 0.02, LeastMass: 0.3)).Trajectory();
        var smallest = boxes.MinBy(b => b.Mass)!;
        Assert.Equal(0.45, smallest.Limits[0].Low, 0.01);
        Assert.Equal(0.35, boxes[^1].Limits[0].Low, 0.01);
        Assert.True(boxes[^1].Density > smallest.Density && boxes[^1].Mass > smallest.Mass);
    }

    [Fact]
    public void A_second_box_explains_what_the_first_left()
    {
        double[][] points = new SobolSequence(2, scramble: 8).Points(800);
        var prim = new Prim(Cases.Of(points, [.. points.Select(p => p[0] < 0.4 && p[1] < 0.5 || p[0] > 0.8 && p[1] > 0.5 ? 1.0 : 0)]));
        var first = prim.Trajectory().MaxBy(b => b.Coverage * b.Density)!;
        var second = prim.Trajectory([first]).MaxBy(b => b.Coverage * b.Density)!;
        Assert.Equal((2 / 3.0, 1 / 3.0), (first.Coverage, second.Coverage), (a, b) =>
            Math.Abs(a.Item1 - b.Item1) < 0.05 && Math.Abs(a.Item2 - b.Item2) < 0.05);
        Assert.True(first.Density > 0.9 && second.Density > 0.8);
        Assert.Empty(first.Inside.Intersect(second.Inside));
    }

    [Fact]
    public void A_tree_asks_for_the_planted_limits()
    {
        var tree = Cart.Grow(Planted, new(Depth: 3, LeastLeaf: 10));
        var best = tree.Leaves.MaxBy(l => l.Mean)!;
        Assert.True(best.Mean > 0.95);
        Assert.Equal([1, 3], best.Limits[3].Allowed);
        Assert.Equal(0.7, best.Limits[0].Low, 0.02);
        Assert.Equal(0.4, best.Limits[1].High, 0.02);
        Assert.Equal(1000, tree.Leaves.Sum(l => l.Inside.Length));
        Assert.All(Points.Take(100), p => Assert.Contains(tree.Leaves, l => l.Mean == tree.Predict(p)));
    }

    [Fact]
    public void A_regression_tree_finds_the_step_of_a_step_function()
    {
        // y = 1 up to 4 and 5 beyond, twelve points: one question at 4.5, no error left.
        double[][] points = [.. Enumerable.Range(1, 12).Select(i => new[] { (double)i })];
        var tree = Cart.Grow(Cases.Of(points, [.. points.Select(p => p[0] <= 4 ? 1.0 : 5)]), new(Depth: 5, LeastLeaf: 1));
        Assert.Equal((0, 4.5, 1, 5), (tree.Factor, tree.Yes!.Limits[0].High, tree.Yes.Mean, tree.No!.Mean));
        Assert.Equal(2, tree.Leaves.Count());
        // Between 4 × 1 and 8 × 5: 4 × 8 / 12 × 4² = 42.67 of squared error at the root.
        Assert.Equal(128 / 3.0, tree.Error, 1e-9);
    }

    [Fact]
    public void Pruning_collapses_branches_that_explain_little()
    {
        var draws = new PointDraws(4, PointDrawId.Gaussian);
        double[][] points = new SobolSequence(2, scramble: 8).Points(400);
        var cases = Cases.Of(points, [.. points.Select((p, i) => (p[0] > 0.5 ? 10 : 0) + draws.Gaussian(i))]);
        var (full, pruned) = (Cart.Grow(cases, new(Depth: 6, LeastLeaf: 5)), Cart.Grow(cases, new(Depth: 6, LeastLeaf: 5, Pruning: 0.02)));
        Assert.True(full.Leaves.Count() > 20);
        Assert.Equal(2, pruned.Leaves.Count());
        Assert.Equal(0.5, pruned.Yes!.Limits[0].High, 0.01);
    }

    [Fact]
    public void Runs_without_a_number_are_no_case_of_anything()
    {
        var cases = Cases.Of([[1], [2], [3]], [1, double.NaN, 0], [false], out var missing);
        Assert.Equal((2, 1), (cases.Points.Length, missing.Count));
        Assert.Throws<MethodException>(() => Cases.Of([[1]], [double.NaN]));
    }
}
