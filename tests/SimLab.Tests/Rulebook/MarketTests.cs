using SimLab.Model;
using SimLab.Model.Rulebook;
using Xunit;
using static SimLab.Tests.Rulebook.Money;

namespace SimLab.Tests.Rulebook;

[Fast]
public class MarketTests
{
    [Theory]
    [InlineData("2021-01", PurchaseKind.Goods, 0.06, 0.10, 0.02, 0.03)]
    [InlineData("2022-06", PurchaseKind.Services, 0.06, 0.10, 0.02, 0.03)]
    [InlineData("2022-07", PurchaseKind.Goods, 0.10, 0.20, 0.04, 0.06)]
    [InlineData("2023-03", PurchaseKind.Services, 0.10, 0.20, 0.04, 0.06)]
    [InlineData("2022-06", PurchaseKind.Works, 0.03, 0.05, 0.01, 0.02)]
    [InlineData("2023-03", PurchaseKind.Works, 0.03, 0.05, 0.01, 0.02)]
    public void Price_deductions_lie_in_the_range_of_their_date(
        string month, PurchaseKind kind, double least, double most, double sharedLeast, double sharedMost)
    {
        Assert.Equal(new(least, most), Procurement.RangeFor(On(month), kind, SizeClass.Small));
        Assert.Equal(new(least, most), Procurement.RangeFor(On(month), kind, SizeClass.Micro));
        Assert.Equal(new(sharedLeast, sharedMost), Procurement.RangeFor(On(month), kind, SizeClass.Medium, sharedWithSmall: 0.30));
        Assert.Equal(default, Procurement.RangeFor(On(month), kind, SizeClass.Large, sharedWithSmall: 0.2999));
    }

    [Fact]
    public void At_10_percent_a_small_firms_108_beats_a_large_firms_100()
    {
        var small = Procurement.EvaluatedPrice(Wan(108), 0.10);
        Assert.Equal(Wan("97.2"), small);
        Assert.True(small < Procurement.EvaluatedPrice(Wan(100), 0));
    }

    [Fact]
    public void A_deduction_is_picked_from_its_range()
    {
        var range = Procurement.RangeFor(On("2023-01"), PurchaseKind.Goods, SizeClass.Small);
        Assert.Equal((0.10, 0.20), (range.Pick(0), range.Pick(1)));
        Assert.Equal(0.15, range.Pick(0.5), 12);
        Assert.True(range.Allows(0.10) && range.Allows(0.20));
        Assert.False(range.Allows(0.0999) || range.Allows(0.2001));
    }

    [Theory]
    [InlineData("2023-01", PurchaseKind.Goods, "200", 1)]
    [InlineData("2023-01", PurchaseKind.Services, "200.01", 0.30)]
    [InlineData("2022-06", PurchaseKind.Works, "400.01", 0.30)]
    [InlineData("2022-07", PurchaseKind.Works, "400", 1)]
    [InlineData("2022-07", PurchaseKind.Works, "400.01", 0.40)]
    [InlineData("2022-12", PurchaseKind.Works, "400.01", 0.40)]
    [InlineData("2023-01", PurchaseKind.Works, "400.01", 0.30)]   // national law alone; 40 % is the notice's measure
    public void Small_purchases_are_reserved_whole_and_larger_ones_in_part(string month, PurchaseKind kind, string price, double share) =>
        Assert.Equal(share, Procurement.ReservedShare(On(month), kind, Wan(price)));

    [Fact]
    public void Works_reserved_without_the_provincial_notice_are_marked_unsure() =>
        Assert.Equal(SourceTag.Unsure, Procurement.WorksReserve.VersionAt(On("2023-03")).Tag);

    [Theory]
    [InlineData("2020-08", Debtor.PublicBody, null, PaymentTerms.NoLimit)]
    [InlineData("2020-09", Debtor.PublicBody, null, 30)]
    [InlineData("2020-09", Debtor.PublicBody, 60, 60)]
    [InlineData("2020-09", Debtor.PublicBody, 90, 60)]
    [InlineData("2023-01", Debtor.LargeFirm, null, PaymentTerms.NoLimit)]
    [InlineData("2025-05", Debtor.LargeFirm, 180, 180)]
    [InlineData("2025-06", Debtor.LargeFirm, null, 60)]
    [InlineData("2025-06", Debtor.LargeFirm, 180, 60)]
    [InlineData("2025-06", Debtor.LargeFirm, 45, 45)]
    [InlineData("2025-06", Debtor.PublicBody, null, 30)]
    public void Debtors_have_the_days_of_their_law(string delivered, Debtor debtor, int? agreed, int days) =>
        Assert.Equal(days, PaymentTerms.DeadlineDays(On(delivered), debtor, agreed));

    [Fact]
    public void A_million_90_days_late_without_an_agreed_rate_earns_45_000_yuan()
    {
        Assert.Equal(Wan("4.5"), PaymentTerms.OverdueInterest(On("2023-06"), Wan(100), 90));
        Assert.Equal(0, PaymentTerms.OverdueInterest(On("2023-06"), Wan(100), 0));
    }

    [Fact]
    public void An_agreed_rate_is_lifted_to_the_loan_prime_rate_of_the_signing()
    {
        Assert.Equal(Wan("3.65"), PaymentTerms.OverdueInterestAgreed(On("2023-01"), Wan(100), 365, 0.02));
        Assert.Equal(Wan(5), PaymentTerms.OverdueInterestAgreed(On("2023-01"), Wan(100), 365, 0.05));
    }

    [Theory]
    [InlineData("2020-04", 0.0385)]
    [InlineData("2021-11", 0.0385)]
    [InlineData("2021-12", 0.0380)]
    [InlineData("2022-01", 0.0370)]
    [InlineData("2022-08", 0.0365)]
    [InlineData("2023-03", 0.0365)]
    [InlineData("2023-06", 0.0355)]
    [InlineData("2023-08", 0.0345)]
    [InlineData("2024-04", 0.0345)]
    [InlineData("2024-07", 0.0335)]
    [InlineData("2024-10", 0.0310)]
    [InlineData("2025-05", 0.0300)]
    [InlineData("2026-01", 0.0300)]
    [InlineData("2027-12", 0.0300)]                        // held: later rates not found
    public void The_loan_prime_rate_follows_its_announcements(string month, double rate) =>
        Assert.Equal(rate, CreditPrices.LoanPrimeRate(On(month)));

    [Theory]
    [InlineData("2020-02", 0.0250)]
    [InlineData("2020-07", 0.0225)]
    [InlineData("2021-12", 0.0200)]
    [InlineData("2023-12", 0.0200)]
    [InlineData("2024-01", 0.0175)]
    [InlineData("2025-05", 0.0150)]
    [InlineData("2026-01", 0.0125)]
    public void Relending_for_small_firms_got_cheaper_step_by_step(string month, double rate) =>
        Assert.Equal(rate, CreditPrices.RelendingRate(On(month)));

    [Theory]
    [InlineData("2021-12", 0)]
    [InlineData("2022-01", 0.01)]
    [InlineData("2022-07", 0.02)]
    [InlineData("2023-03", 0.01)]
    [InlineData("2024-12", 0.01)]
    public void The_support_tool_pays_banks_a_share_of_new_small_loans(string month, double share) =>
        Assert.Equal(share, CreditPrices.SupportShare(On(month)));

    [Fact]
    public void Guarantees_cost_at_most_1_percent_to_5_million_yuan_and_1_point_5_above()
    {
        Assert.Equal(0.010, CreditPrices.GuaranteeFeeCap(On("2023-01"), Wan(500)));
        Assert.Equal(0.015, CreditPrices.GuaranteeFeeCap(On("2023-01"), Wan(500) + 1));
    }
}
