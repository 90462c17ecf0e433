using SimLab.Model;
using SimLab.Model.Enterprises;
using Xunit;

namespace SimLab.Tests.Populations;

public class BalanceSheetTests
{
    [Fact]
    public void No_amount_of_money_is_negative()
    {
        foreach (var (firm, s) in Gansu.Alive)
        {
            long[] amounts =
            [
                s.Cash, s.Loan, s.ReceivablePublic, s.ArrearsPublic, s.ReceivableLarge, s.ArrearsLarge, s.Payable, s.FixedAssets,
                s.OrdersPublic, s.OrdersLarge, s.LossCarried, s.SalesLastYear, s.SalesYearBefore, s.SalesThirdYear,
                s.RndLastYear, s.RndYearBefore, s.RndThirdYear,
            ];
            Assert.True(amounts.Min() >= 0, $"firm {firm.Id}");
            Assert.True(s.Demand > 0 && double.IsFinite(s.Demand), $"firm {firm.Id}");
        }
    }

    [Fact]
    public void Net_assets_are_positive_and_the_last_year_end_is_the_balance_sheet_itself()
    {
        foreach (var (firm, s) in Gansu.Alive)
        {
            Assert.True(s.NetAssets > 0, $"firm {firm.Id} owes more than it owns: {s.NetAssets} fen");
            Assert.Equal(Fen.ToYuan(s.NetAssets), s.NetAssetsLastYear, Math.Max(1, s.NetAssetsLastYear * 1e-6));
        }
    }

    [Fact]
    public void Leaders_of_a_chain_owe_exactly_what_its_members_are_owed()
    {
        foreach (var chain in Gansu.Alive.Where(x => x.Firm.Chain != Chain.None).GroupBy(x => x.Firm.Chain))
            Assert.Equal(
                chain.Sum(x => x.Firm.Weight * (x.State.ReceivableLarge + x.State.ArrearsLarge)),
                chain.Sum(x => x.Firm.Weight * x.State.Payable));
    }

    [Fact]
    public void Only_chain_members_are_owed_by_leaders_and_only_leaders_owe()
    {
        Assert.All(Gansu.Alive.Where(x => x.Firm.Chain == Chain.None || x.Firm.LeadsChain), x => Assert.Equal(0, x.State.ReceivableLarge + x.State.OrdersLarge));
        Assert.All(Gansu.Alive.Where(x => !x.Firm.LeadsChain), x => Assert.Equal(0, x.State.Payable));
    }

    [Fact]
    public void Borrowers_have_a_rate_and_have_borrowed_and_others_pay_none()
    {
        foreach (var (_, s) in Gansu.Alive)
        {
            Assert.Equal(s.Loan > 0, s.LoanRate > 0);
            if (s.Loan > 0) Assert.True(s.Is(Standing.EverBorrowed));
            Assert.Equal(255, s.MonthsSinceRefusal);
        }
    }

    [Fact]
    public void Nothing_of_the_coming_year_has_happened_yet() =>
        Assert.All(Gansu.Alive, x => Assert.Equal((0L, 0L, 0L, 0L, 0L, 0),
            (x.State.SalesThisYear, x.State.SalesThisQuarter, x.State.MaterialsThisQuarter, x.State.RndThisYear, x.State.ProfitThisYear, x.State.TransfersThisYear)));

    [Fact]
    public void A_firm_has_no_sales_from_before_it_was_founded_and_is_a_general_taxpayer_above_five_million()
    {
        foreach (var (_, s) in Gansu.Alive)
        {
            if (s.AgeMonths <= 12) Assert.Equal(0, s.SalesYearBefore);
            if (s.AgeMonths <= 24) Assert.Equal(0, s.SalesThirdYear);
            Assert.Equal(s.SalesLastYear > 500 * Fen.PerWan, s.Is(Standing.GeneralVat));
        }
    }
}
