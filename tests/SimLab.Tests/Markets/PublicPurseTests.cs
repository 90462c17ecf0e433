using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Markets;

/// <summary>What a month's measures take from households, worked out by hand.</summary>
[Fast]
public sealed class PublicPurseTests
{
    private static readonly BehaviouralParameters Behaviour = new() { SpendingStaysHere = 0.6, PublicArrearsPaid = 0.1 };
    private static readonly Macro Macro = new() { PublicDebtRate = 0.06, PublicDebtYears = 10 };

    [Theory]
    [InlineData(Payer.Transfer, 0)]
    [InlineData(Payer.Spending, 600)]
    [InlineData(Payer.Debt, 0)]
    [InlineData(Payer.Taxes, 1000)]
    public void A_thousand_yuan_cost_households_what_their_payer_takes_from_them(Payer payer, double missed) =>
        Assert.Equal(missed, new PublicPurse().MissedByHouseholds(Month(payer, 1000), Behaviour, Macro), 9);

    [Fact]
    public void Bonds_cost_interest_and_repayment_later()
    {
        var purse = new PublicPurse().After(Month(Payer.Debt, 1200), Behaviour, Macro);
        Assert.Equal(1200, purse.Debt);
        // A 120th is repaid, with interest of half of one per cent: 10 + 6 yuan, of which 60 % would have stayed here.
        Assert.Equal(9.6, purse.MissedByHouseholds(Month(Payer.Transfer, 0), Behaviour, Macro), 9);
        Assert.Equal(1190, purse.After(Month(Payer.Transfer, 0), Behaviour, Macro).Debt, 9);
    }

    [Fact]
    public void What_is_paid_sooner_is_missing_now_and_comes_back_later()
    {
        var sooner = Month(Payer.Transfer, 0);
        sooner.PublicPaidSooner = Fen.FromYuan(1000);
        Assert.Equal(600, new PublicPurse().MissedByHouseholds(sooner, Behaviour, Macro), 9);
        var purse = new PublicPurse().After(sooner, Behaviour, Macro);
        double back = 0;
        for (var month = 0; month < 400; month++, purse = purse.After(Month(Payer.Transfer, 0), Behaviour, Macro))
            back += purse.MissedByHouseholds(Month(Payer.Transfer, 0), Behaviour, Macro);
        Assert.Equal(-600, back, 6);
    }

    private static MacroTotals Month(Payer payer, double yuan)
    {
        var totals = new MacroTotals(1, 1, null);
        totals.Financed[(int)payer] = Fen.FromYuan(yuan);
        return totals;
    }
}
