using SimLab.Engine.Reporting;
using SimLab.Model.Messages;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Identities;

/// <summary>Value added counted from what firms buy equals what they earn, pay and write off.</summary>
[Slow]
public sealed class ValueAddedTests
{
    [Fact]
    public async Task The_multiplier_is_the_difference_of_value_added_by_cost()
    {
        var series = (await SmallProvince.Reference).Series;
        var (first, last) = (series.Plan.Start, series.Plan.LastMonth);
        double Added(int arm) => Enumerable.Range(0, series.Plan.Replicates)
            .Sum(replicate => ValueAdded.Of(series, arm, replicate, first, last));
        double Cost(int arm) => Enumerable.Range(0, series.Plan.Replicates)
            .Sum(replicate => series.Cost(arm, replicate, first, last) / 100.0);
        Assert.Equal((Added(1) - Added(0)) / (Cost(1) - Cost(0)), ValueAdded.Multiplier(series)!.Value, 9);
        Assert.Null(ValueAdded.Multiplier(Engine.Execution.RunSeries.Together(series.Arm(0), series.Arm(0))));
    }

    [Fact]
    public async Task What_firms_add_is_pay_profit_interest_and_wear()
    {
        var series = (await SmallProvince.Reference).Series;
        var (first, last) = (series.Plan.Start, series.Plan.LastMonth);
        var added = ValueAdded.Of(series, 0, 0, first, last);
        // Depreciation is not tallied: it is what is left, and no more than the equipment would lose in a few years.
        var rest = added - (series.Sum(0, 0, first, last, Indicator.Wages) + series.Sum(0, 0, first, last, Indicator.Profit)
            + series.Sum(0, 0, first, last, Indicator.Interest)) / 100.0;
        Assert.InRange(rest / added, 0.02, 0.4);
    }
}
