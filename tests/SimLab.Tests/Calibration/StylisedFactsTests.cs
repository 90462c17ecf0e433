using MathNet.Numerics.Distributions;
using SimLab.Engine.Calibration.Stylised;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Calibration;

/// <summary>Estimators on distributions whose answer is known, and the report on the small province.</summary>
[Slow]
public sealed class StylisedFactsTests
{
    private static IEnumerable<double> Shares(int count) => Enumerable.Range(0, count).Select(i => (i + 0.5) / count);

    [Fact]
    public void Hill_finds_the_exponent_of_a_pareto()
    {
        var (exponent, error, count) = Tails.Hill(Shares(10_000).Select(u => 3 * Math.Pow(1 - u, -1 / 1.25)), 3);
        Assert.Equal(1.25, exponent, 0.01);
        Assert.Equal((exponent / 100, 10_000), (error, count));
    }

    [Fact]
    public void Peakedness_tells_laplace_from_normal()
    {
        Assert.Equal(
            Math.Sqrt(2), Tails.Peakedness([.. Shares(100_000).Select(u => u < 0.5 ? Math.Log(2 * u) : -Math.Log(2 - 2 * u))]), 0.01);
        Assert.Equal(Math.Sqrt(Math.PI / 2), Tails.Peakedness([.. Shares(100_000).Select(u => Normal.InvCDF(0, 1, u))]), 0.01);
    }

    [Fact]
    public void A_slope_without_scatter_has_no_error()
    {
        var (slope, error) = Tails.Slope([1, 2, 4], [3, 1, -3]);
        Assert.Equal(-2, slope, 1e-12);
        Assert.Equal(0, error, 1e-9);
    }

    // 2 both, 1 only the first, 1 only the second, 4 neither: (2·4 − 1·1) / √(3·3·5·5) = 7/15.
    [Fact]
    public void The_correlation_of_two_facts_is_as_worked_by_hand() => Assert.Equal(7 / 15.0,
        Tails.Phi([(true, true, 2), (true, false, 1), (false, true, 1), (false, false, 4)]), 1e-12);

    [Fact]
    public void Distance_is_zero_inside_the_published_range_and_relative_outside()
    {
        StylisedFact With(double ours) => new("x", "2.0 to 2.5", 2, 2.5, "", ours, double.NaN, "");
        Assert.Equal((0, -0.5, 1.0), (With(2.2).Distance, With(1).Distance, With(5).Distance));
        Assert.True(double.IsNaN((With(1) with { Low = double.NaN }).Distance));
    }

    [Fact]
    public async Task The_small_province_shows_every_regularity()
    {
        var panel = new FirmPanel();
        var lived = await SmallProvince.Simulate(
            SmallProvince.Materials(plan => plan with { Months = 24, Replicates = 1 }), new LoopExecutor(), recorder: panel);
        var stylised = StylisedFacts.Of(panel, lived.Series, KnownRegularities.None);
        Assert.True(stylised.Facts.Length >= 15);
        Assert.All(stylised.Facts.Where(f => !f.Name.Contains("micro over medium", StringComparison.Ordinal)), fact =>
            Assert.True(double.IsFinite(fact.Ours), $"{fact.Name}: {fact.Ours}"));
        Assert.Equal(
            3 + Enum.GetValues<Title>().Length,
            stylised.Facts.Count(fact => fact.Published == "not known for this province" && double.IsNaN(fact.Distance)));
        Assert.DoesNotContain(stylised.Facts, fact => fact.Source.Contains("B5", StringComparison.Ordinal));

        // The same firms beside what is known of Gansu.
        var gansu = KnownRegularities.Beside(Repository.File("scenarios", "provinces", "gansu", "calibration", "gansu-2022.yaml"));
        var facts = StylisedFacts.Of(panel, lived.Series, gansu).Facts;
        var titled = Assert.Single(facts, fact => fact.Name.Contains("(specialised", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(("68.6 %", 0.686, 0.686), (titled.Published, titled.Low, titled.High));
        Assert.Equal("4.9 to 5.5 %", Assert.Single(facts, fact => fact.Name.StartsWith("Rate paid", StringComparison.Ordinal)).Published);
        Assert.Equal(stylised.Facts.Select(fact => fact.Ours), facts.Select(fact => fact.Ours));
        Assert.All(stylised.Shapes, shape => Assert.Equal(shape.Labels.Length, shape.Values.Length));
    }
}
