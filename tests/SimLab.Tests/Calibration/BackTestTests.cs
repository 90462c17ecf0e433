using SimLab.Engine.Calibration;
using SimLab.Model;
using Xunit;

namespace SimLab.Tests.Calibration;

[Slow]
public sealed class BackTestTests
{
    private static ScoredFact Scored(double observed) => new(
        SmallCalibration.Fact("smes", observed, 1),
        Prediction.Of(Moments.Find("smes")!, Month.Of(2022, 12), Enumerable.Range(0, 101).Select(i => (double?)i))!);

    [Fact]
    public void Quantiles_of_0_to_100_are_themselves()
    {
        var p = Scored(50).Prediction;
        Assert.Equal((5, 25, 50, 75, 95), (p.P05, p.P25, p.Median, p.P75, p.P95));
        Assert.Equal(90 / 50.0, p.RelativeWidth, 1e-12);
    }

    [Fact]
    public void Coverage_counts_the_facts_inside()
    {
        var order = SmallCalibration.Order([SmallCalibration.Fact("smes", 1, 1)], []);
        var test = new BackTest(order, [Scored(50), Scored(10), Scored(96), Scored(95)], []);
        Assert.Equal((0.75, 0.25), (test.Coverage, test.HalfCoverage));
    }

    [Fact]
    public async Task What_was_known_is_not_scored_and_what_came_later_is()
    {
        var free = SmallCalibration.Free("exitRate", 0.02, 0.15);
        var order = SmallCalibration.Order(
            [SmallCalibration.Fact("exit_rate", 0.06, 0.01), SmallCalibration.Fact("smes", 40_000, 500, "2023-06", "2023-12"),
                SmallCalibration.Fact("smes", 1, 500, "2023-06", "2023-12") with { Id = "absurd" }], [free]);
        var test = await BackTest.Run(
            order, [.. Enumerable.Range(0, 10).Select(i => new[] { 0.03 + 0.01 * i })], SmallCalibration.Worlds(),
            Month.Of(2023, 6), TestContext.Current.CancellationToken);
        Assert.Equal(["smes_2023-06", "absurd"], test.Facts.Select(f => f.Fact.Id));
        Assert.False(test.Facts[1].Covered);
        Assert.All(test.Facts, f => Assert.Equal(10, f.Prediction.Draws));
    }
}
