using SimLab.Model;
using SimLab.Model.Forms;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Policies;

/// <summary>Support goes to those whom the clause or the law names.</summary>
[Fast]
public sealed class WhoMayTakeSupportTests
{
    private static Card Of(SizeClass size, bool smallLowProfit = false) =>
        default(Card) with { Size = size, SmallLowProfit = smallLowProfit };

    [Theory]
    [InlineData(SizeClass.Medium, true, 0.5)]                // within the limits of the tax law
    [InlineData(SizeClass.Small, false, 1)]                  // it earns too much
    public void Six_taxes_are_halved_for_small_low_profit_firms_whatever_their_statistical_size(
        SizeClass size, bool smallLowProfit, double due)
    {
        var form = new TaxReturn { SixTaxesDue = 1 };
        new TaxRelief().Apply(ref form, Of(size, smallLowProfit));
        Assert.Equal(due, form.SixTaxesDue);
    }

    [Theory]
    [InlineData(SizeClass.Micro, true)]
    [InlineData(SizeClass.Medium, true)]
    [InlineData(SizeClass.Large, false)]
    public void Public_bodies_are_held_to_pay_small_and_medium_suppliers(SizeClass size, bool sooner)
    {
        var invoice = new Invoice { PublicBody = true, PaidWhenDue = 0.7, ArrearsPaid = 0.1, OldArrearsPaid = 0.05 };
        var before = invoice;
        new ProtectRights().Apply(ref invoice, Of(size));
        Assert.Equal(sooner, invoice.PaidWhenDue > before.PaidWhenDue);
        Assert.Equal(sooner, invoice.PublicCost > 0);
    }

    [Theory]
    [InlineData(SizeClass.Medium, true)]
    [InlineData(SizeClass.Large, false)]
    public void The_listing_pipeline_and_support_of_equipment_and_stands_are_for_small_and_medium_firms(SizeClass size, bool helped)
    {
        var card = Of(size) with { Industry = Industry.Manufacturing, Titles = 1 << (int)Title.HighTech };
        var round = new EquityRound { Chance = 0.01 };
        new DirectFinance().Apply(ref round, card);
        Assert.Equal(helped, round.Chance > 0.01);
        var equipment = new InvestmentPlan { Cost = 1_000_000 };
        new ProcurementSupport().Apply(ref equipment, card);
        Assert.Equal(helped, equipment.Support > 0);
        var stand = new SalesPlan { StandPrice = 10_000_00 };
        new ProcurementSupport().Apply(ref stand, card);
        Assert.Equal(helped, stand.StandPrice < 10_000_00);
    }

    [Fact]
    public void Banks_lend_more_for_a_premium_on_new_inclusive_loans()
    {
        var plan = new CreditPlan { RoomPerPremium = 0.5 };
        new FinancialSupport { RelendingRoom = 0.02, SupportTool = 0.01 }.Apply(ref plan, default);
        Assert.Equal(0.025, plan.ExtraRoom, 12);
    }
}
