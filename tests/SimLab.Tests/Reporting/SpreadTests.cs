using SimLab.Engine.Statistics;
using Xunit;

namespace SimLab.Tests.Reporting;

[Fast]
public sealed class SpreadTests
{
    [Fact]
    public void Quantiles_are_of_type_7()
    {
        // Position (n - 1) × share in the sorted values: 0.15, 1.5 and 2.85.
        var spread = Spread.Of([13, 10, 12, 11])!;
        Assert.Equal((11.5, 10.15, 11.5, 12.85, 4), (spread.Mean, spread.P05, spread.P50, Math.Round(spread.P95, 9), spread.Replicates));
    }

    [Fact]
    public void One_value_is_all_of_its_quantiles_and_no_value_is_no_spread()
    {
        Assert.Equal(new Spread(7, 7, 7, 7, 1), Spread.Of([7]));
        Assert.Null(Spread.Of([]));
    }

    [Fact]
    public void A_difference_is_taken_replicate_by_replicate()
    {
        // Differences 3, 4, 3, 4: mean 3.5, deviation √(1/3), over √4: 0.288675; t(3) at 97.5 % is 3.182446.
        var difference = PairedDifference.Of([13, 15, 15, 17], [10, 11, 12, 13])!;
        Assert.Equal((3.5, 3.0, 4.0, 4), (difference.Mean, difference.P05, difference.P95, difference.Replicates));
        Assert.Equal(3.5 - 0.918693, difference.Interval!.Value.Low, 1e-5);
        Assert.Equal(3.5 + 0.918693, difference.Interval!.Value.High, 1e-5);
        Assert.True(difference.IsClear);
        Assert.False(difference.IsNone);
    }

    [Fact]
    public void Luck_that_both_arms_share_does_not_blur_a_difference()
    {
        // The arms overlap widely; each replicate gains exactly one.
        var difference = PairedDifference.Of([1, 101, 1001], [0, 100, 1000])!;
        Assert.Equal(
            (1, 1, 1, true), (difference.Mean, difference.Interval!.Value.Low, difference.Interval!.Value.High, difference.IsClear));
    }

    [Fact]
    public void A_difference_whose_interval_holds_zero_is_not_clear()
    {
        Assert.False(PairedDifference.Of([1, -1, 2], [0, 0, 0])!.IsClear);
        // Two replicates: t(1) is 12.706, so 3 and 4 say nothing of zero: 3.5 ± 6.35.
        Assert.Equal(3.5 - 12.7062047 * 0.5, PairedDifference.Of([3, 4], [0, 0])!.Interval!.Value.Low, 1e-6);
        Assert.False(PairedDifference.Of([3, 4], [0, 0])!.IsClear);
    }

    [Fact]
    public void One_replicate_has_a_difference_but_no_interval()
    {
        var difference = PairedDifference.Of([5], [3])!;
        Assert.Equal((2, null, false, false), (difference.Mean, difference.Interval, difference.IsClear, difference.IsNone));
    }

    [Fact]
    public void Equal_arms_have_no_difference_at_all() => Assert.True(PairedDifference.Of([5, 6], [5, 6])!.IsNone);

    [Fact]
    public void A_pair_counts_only_where_both_arms_have_a_value()
    {
        var difference = PairedDifference.Of([5, null, 7], [3, 4, null])!;
        Assert.Equal((2.0, 1), (difference.Mean, difference.Replicates));
        Assert.Null(PairedDifference.Of([null], [3]));
    }
}
