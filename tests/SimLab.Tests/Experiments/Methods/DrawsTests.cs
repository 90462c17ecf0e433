using SimLab.Engine.Experiments.Methods;
using Xunit;

namespace SimLab.Tests.Experiments.Methods;

[Fast]
public sealed class DrawsTests
{
    private const int Many = 20_000;

    [Fact]
    public void A_draw_depends_on_its_address_alone()
    {
        var draws = new PointDraws(1, PointDrawId.Prior);
        var first = draws.Uniform(3, 4, 5);
        for (var i = 0; i < 10; i++) draws.Uniform(i);
        Assert.Equal(first, new PointDraws(1, PointDrawId.Prior).Uniform(3, 4, 5));
        double[] others = [
            new PointDraws(2, PointDrawId.Prior).Uniform(3, 4, 5), new PointDraws(1, PointDrawId.Kernel).Uniform(3, 4, 5),
            draws.Uniform(4, 3, 5), draws.Uniform(3, 5, 4)];
        Assert.DoesNotContain(first, others);
        Assert.Equal(4, others.Distinct().Count());
    }

    [Fact]
    public void Draws_are_uniform_and_normal()
    {
        // Standard errors: 1/√(12 n) = 0.002 of the uniform mean; 0.007 of the normal mean, 0.01 of its variance.
        var draws = new PointDraws(9, PointDrawId.Gaussian);
        double[] u = [.. Enumerable.Range(0, Many).Select(i => draws.Uniform(i))],
            z = [.. Enumerable.Range(0, Many).Select(i => draws.Gaussian(i, 1))];
        Assert.All(u, x => Assert.InRange(x, double.Epsilon, 1 - 1e-16));
        Assert.Equal(0.5, u.Average(), 0.008);
        Assert.Equal(0, z.Average(), 0.028);
        Assert.Equal(1, z.Average(x => x * x), 0.04);
    }

    [Fact]
    public void Every_order_of_three_is_equally_likely()
    {
        var draws = new PointDraws(5, PointDrawId.Permutation);
        var counts = Enumerable.Range(0, 6000).Select(i => string.Join(' ', draws.Permutation(3, i))).CountBy(order => order).ToArray();
        Assert.Equal(6, counts.Length);
        Assert.All(counts, c => Assert.InRange(c.Value, 880, 1120));      // 1,000 ± 4 standard deviations of 29
    }
}
