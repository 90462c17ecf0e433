using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Operations;
using Xunit;

namespace SimLab.Tests.Enterprises;

/// <summary>A firm with costs of 100,000 yuan a month is short of nothing with half of that in cash.</summary>
[Fast]
public sealed class LiquidityTests
{
    private static readonly BehaviouralParameters Rules = new() { CashForWork = 0.5 };

    [Theory]
    [InlineData(80_000, 100_000, 0)]
    [InlineData(50_000, 100_000, 0)]
    [InlineData(20_000, 100_000, 0.6)]
    [InlineData(0, 100_000, 1)]
    [InlineData(-300_000, 100_000, 1)]                       // an overdraft
    [InlineData(0, 0, 0)]                                    // a firm with nothing to pay
    public void A_firm_is_the_shorter_the_less_cash_it_has(int cash, double costs, double shortage) =>
        Assert.Equal(shortage, Liquidity.Shortage(Fen.FromYuan(cash), costs, Rules), 12);

    [Theory]
    [InlineData(-120_000, 0.12, 1_200)]
    [InlineData(-1, 0.12, 0.01)]
    [InlineData(120_000, 0.12, 0)]
    [InlineData(-120_000, 0, 0)]
    public void An_overdraft_costs_interest_and_cash_does_not(int cash, double rate, double interest) =>
        Assert.Equal(Fen.FromYuan(interest), ServeLoan.OverdraftInterest(Fen.FromYuan(cash), rate));
}
