using SimLab.Model;
using SimLab.Model.Forms;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Policies;

/// <summary>Measures 4 and 8 on unpaid invoices by age.</summary>
[Fast]
public sealed class TradeCreditMeasuresTests
{
    private static readonly Card Supplier = new(
        SizeClass.Small, Region: default, Industry: Industry.Manufacturing, Titles: 0, AboveScale: true, StrategicField: false,
            LeadsChain: false, InChain: true, InCluster: false, NearScale: false, SmallLowProfit: true);

    [Fact]
    public void A_bank_counts_invoices_by_age_and_old_ones_not_at_all()
    {
        // 0.8 × 500 + 0.4 × 250 = 500 of the 1,000 asked for: half of the full gain of 0.15.
        var application = new LoanApplication
        {
            Amount = 1_000,
            Score = 0.4,
            OwedByPublic = new() { NotDue = 500, Late3To12 = 9_000 },
            OwedByCustomer = new() { LateTo3 = 250, LateOverYear = 9_000 }
        };
        new ChainFinance().Apply(ref application, Supplier);
        Assert.Equal(0.4 + 0.5 * 0.15, application.Score, 12);
    }

    [Fact]
    public void A_leaders_good_name_lowers_the_rate_of_its_own_suppliers_only()
    {
        var first = new LoanApplication { Amount = 1_000, SellsToLeader = true, OwedByCustomer = new() { NotDue = 1 } };
        var second = first with { SellsToLeader = false };
        new ChainFinance().Apply(ref first, Supplier);
        new ChainFinance().Apply(ref second, Supplier);
        Assert.Equal((0.003, 0.0), (first.RateCut, second.RateCut));
    }

    [Fact]
    public void Public_bodies_pay_more_in_time_and_clear_young_and_old_arrears()
    {
        var invoice = new Invoice { PublicBody = true, PaidWhenDue = 0.7, ArrearsPaid = 0.12, OldArrearsPaid = 0.06 };
        new ProtectRights { OldArrearsCleared = 0.10 }.Apply(ref invoice, Supplier);
        Assert.Equal(0.7 + 0.3 * 0.33, invoice.PaidWhenDue, 12);
        Assert.Equal(0.12 + 0.88 * 0.08, invoice.ArrearsPaid, 12);
        Assert.Equal(0.06 + 0.94 * 0.10, invoice.OldArrearsPaid, 12);
        Assert.Equal(5 * Fen.PerYuan, invoice.PublicCost);
    }

    [Fact]
    public void Large_debtors_pay_sooner_and_small_ones_are_not_bound()
    {
        var large = new Invoice { PaidWhenDue = 0.33 };
        var small = large;
        new ProtectRights().Apply(ref large, Supplier with { Size = SizeClass.Large });
        new ProtectRights().Apply(ref small, Supplier);
        Assert.Equal(0.33 + 0.67 * 0.12, large.PaidWhenDue, 12);
        Assert.Equal((0.33, 0), (small.PaidWhenDue, small.PublicCost));
    }
}
