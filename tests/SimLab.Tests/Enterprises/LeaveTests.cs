using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Decisions;
using Xunit;

namespace SimLab.Tests.Enterprises;

/// <summary>Closing: 6 % a year for the median firm at the median age of four years.</summary>
[Fast]
public sealed class LeaveTests
{
    private static readonly BehaviouralParameters Rules = new()
    { ExitRate = 0.06, ExitUsualAge = 4, ExitSizePower = 0.5, ExitAgePower = 0.5, OverdraftLimit = 6 };

    [Theory]
    [InlineData(1, 48, 0.005)]
    [InlineData(4, 48, 0.0025)]                              // four times the sales: half the hazard
    [InlineData(0.25, 48, 0.01)]
    [InlineData(1, 192, 0.0025)]                             // sixteen years old: half
    [InlineData(1, 12, 0.01)]
    [InlineData(1, 0, 0.01)]                                 // the first year counts as a whole one
    public void The_hazard_falls_with_size_and_age(double relativeSales, int ageMonths, double hazard) =>
        Assert.Equal(hazard, Leave.Hazard(insolvent: false, relativeSales, ageMonths, Rules), 12);

    [Fact]
    public void Below_a_fifth_of_the_usual_sales_the_hazard_rises_no_more() =>
        Assert.Equal(Leave.Hazard(false, 0.2, 48, Rules), Leave.Hazard(false, 0.01, 48, Rules));

    [Fact]
    public void An_insolvent_firm_closes_far_oftener_than_any_other() =>
        Assert.True(Leave.Hazard(true, 10, 480, Rules) > 10 * Leave.Hazard(false, 0.01, 0, Rules));

    [Theory]
    [InlineData(10_000, false)]
    [InlineData(-60_000, false)]
    [InlineData(-60_001, true)]
    public void A_firm_with_costs_of_10_000_a_month_is_insolvent_with_an_overdraft_of_more_than_six_months(int cash, bool insolvent) =>
        Assert.Equal(insolvent, Leave.IsInsolvent(Fen.FromYuan(cash), 10_000, Rules));

    [Theory]
    [InlineData(-1, 120_001, true)]
    [InlineData(-1, 120_000, false)]
    [InlineData(1, 500_000, false)]                          // with cash they wait
    public void Owners_with_100_000_of_monthly_sales_see_no_end_of_losses_beyond_a_tenth_of_a_years_sales_and_without_cash(
        int cash, int losses, bool closes) =>
        Assert.Equal(closes, Leave.LosesForLong(
            new() { Cash = Fen.FromYuan(cash), LossCarried = Fen.FromYuan(losses) }, 100_000, Rules with { LossesBorne = 0.1 }));
}
