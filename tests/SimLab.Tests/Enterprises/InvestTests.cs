using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Decisions;
using Xunit;

namespace SimLab.Tests.Enterprises;

/// <summary>Sums are in fen: a firm that wears out 12 % of its equipment a year and closes a tenth of a gap a month.</summary>
[Fast]
public sealed class InvestTests
{
    private static readonly BehaviouralParameters Rules = new() { InvestmentSpeed = 0.1 };

    [Theory]
    [InlineData(100_000, 100_000, 1_000)]                    // what wears out is replaced
    [InlineData(150_000, 100_000, 6_000)]                    // and a tenth of what is missing added
    [InlineData(94_000, 100_000, 500)]                       // a little too much: a twelfth of it is not replaced
    [InlineData(40_000, 100_000, 0)]                         // far too much: nothing is bought
    [InlineData(50_000, 0, 5_000)]
    public void Equipment_follows_the_sales_and_is_never_sold(long wanted, long held, long plan) =>
        Assert.Equal(plan, Invest.Planned(wanted, held, 0.12, Rules));

    [Theory]
    [InlineData(1_000, 10_000, 0, 1_000)]
    [InlineData(1_000, 400, 0, 400)]
    [InlineData(1_000, 565, 0.13, 500)]                      // 500 and 65 of input VAT
    [InlineData(1_000, 0, 0.13, 0)]
    [InlineData(1_000, -500, 0.13, 0)]
    public void Own_cash_pays_for_the_plan_and_its_input_tax_or_for_less(long plan, long spare, double vat, long bought) =>
        Assert.Equal(bought, Invest.Affordable(plan, spare, vat));
}
