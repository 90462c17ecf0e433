using SimLab.Engine.Calibration.Trials;
using SimLab.Engine.Statistics;
using Xunit;

namespace SimLab.Tests.Calibration.Trials;

/// <summary>How an estimate stands to a published interval, number or direction, worked by hand.</summary>
[Fast]
public sealed class PublishedEffectTests
{
    private static PublishedEffect Published(double? low, double? centre, double? high) =>
        new(TrialOutcome.Find("investment_to_price")!, low, centre, high, "test");

    private static PairedDifference Ours(double mean, double half) => new(mean, mean, mean, (mean - half, mean + half), 8);

    [Theory]
    [InlineData(-1.0, 0.1, TrialVerdict.Inside, 0.0)]
    [InlineData(-2.4, 0.1, TrialVerdict.Inside, 0.0)]
    [InlineData(-0.3, 5.0, TrialVerdict.Outside, 1.0)]      // 0.7 above -1.0, the half-width is 0.7
    [InlineData(-3.1, 5.0, TrialVerdict.Outside, -1.0)]
    public void An_interval_holds_our_mean(double mean, double half, TrialVerdict verdict, double distance)
    {
        var published = Published(-2.4, -1.8, -1.0);
        Assert.Equal(verdict, published.Judge(Ours(mean, half)));
        Assert.Equal(distance, published.Distance(Ours(mean, half))!.Value, 9);
    }

    [Theory]
    [InlineData(2.0, 0.3, TrialVerdict.Inside, 0.0)]
    [InlineData(2.0, 0.1, TrialVerdict.Outside, -2.0)]      // 0.2 below 2.2, our half-width is 0.1
    public void A_single_number_lies_in_our_interval(double mean, double half, TrialVerdict verdict, double distance)
    {
        var published = Published(null, 2.2, null);
        Assert.Equal(verdict, published.Judge(Ours(mean, half)));
        Assert.Equal(distance, published.Distance(Ours(mean, half))!.Value, 9);
    }

    [Fact]
    public void A_single_number_reaches_as_far_as_it_was_rounded()
    {
        Assert.Equal(TrialVerdict.Inside, (Published(null, 0, null) with { Rounding = 0.5 }).Judge(Ours(0.05, 0.01)));
        Assert.Equal(TrialVerdict.Outside, (Published(null, 0, null) with { Rounding = 0.5 }).Judge(Ours(0.6, 0.01)));
    }

    [Theory]
    [InlineData(0.5, 0.4, TrialVerdict.Inside)]
    [InlineData(0.5, 0.6, TrialVerdict.Outside)]
    [InlineData(-0.5, 0.4, TrialVerdict.Outside)]
    public void All_of_our_interval_lies_in_a_direction(double mean, double half, TrialVerdict verdict) =>
        Assert.Equal(verdict, Published(0, null, null).Judge(Ours(mean, half)));

    [Fact]
    public void No_estimate_is_no_agreement()
    {
        Assert.Equal(TrialVerdict.NoEstimate, Published(0, null, null).Judge(null));
        Assert.Null(Published(0, null, null).Distance(null));
        Assert.Null(Published(null, 2.2, null).Distance(Ours(0, 0)));   // no width to count in
    }
}
