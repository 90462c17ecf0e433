using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;
using Xunit;

namespace SimLab.Tests.Populations;

[Slow]
public class BalanceSheetTests
{
    [Fact]
    public void No_amount_of_money_is_negative()
    {
        foreach (var (firm, s) in GansuPopulation.Alive)
        {
            long[] amounts =
            [
                s.Cash, s.Loan, s.OwedByPublic.NotDue, s.OwedByPublic.LateTo3, s.OwedByPublic.Late3To12, s.OwedByPublic.LateOverYear,
                s.OwedByCustomer.NotDue, s.OwedByCustomer.LateTo3, s.OwedByCustomer.Late3To12, s.OwedByCustomer.LateOverYear,
                    s.Payable, s.FixedAssets,
                s.OrdersPublic, s.OrdersChain, s.LossCarried, s.SalesLastYear, s.SalesYearBefore, s.SalesThirdYear,
                s.RndLastYear, s.RndYearBefore, s.RndThirdYear,
            ];
            Assert.True(amounts.Min() >= 0, $"firm {firm.Id}");
            Assert.True(s.Demand > 0 && double.IsFinite(s.Demand), $"firm {firm.Id}");
        }
    }

    [Fact]
    public void Net_assets_are_positive_and_the_last_year_end_is_the_balance_sheet_itself()
    {
        foreach (var (firm, s) in GansuPopulation.Alive)
        {
            Assert.True(s.NetAssets > 0, $"firm {firm.Id} owes more than it owns: {s.NetAssets} fen");
            Assert.Equal(Fen.ToYuan(s.NetAssets), s.NetAssetsLastYear, Math.Max(1, s.NetAssetsLastYear * 1e-6));
        }
    }

    [Fact]
    public void A_customer_owes_exactly_what_its_own_suppliers_are_owed_less_what_is_in_the_mail()
    {
        var claims = GansuPopulation.Alive.Where(x => x.Firm.Tier >= Tier.First).GroupBy(x => x.Firm.Customer)
            .ToDictionary(g => g.Key, g =>
                g.Sum(x => x.Firm.Weight * (x.State.OwedByCustomer.Total - Mail(x.Firm.Id, SettlementKind.ChainPaid))));
        Assert.All(GansuPopulation.Alive, x => Assert.Equal(claims.GetValueOrDefault(x.Firm.Id), x.State.Payable));
    }

    [Fact]
    public void An_order_in_the_mail_of_month_zero_has_two_ends()
    {
        var won = GansuPopulation.Alive.Where(x => x.Firm.Tier >= Tier.First).GroupBy(x => x.Firm.Customer)
            .ToDictionary(g => g.Key, g => g.Sum(x => x.Firm.Weight * Mail(x.Firm.Id, SettlementKind.ChainOrderWon)));
        Assert.All(GansuPopulation.Alive, x =>
            Assert.Equal(won.GetValueOrDefault(x.Firm.Id), Mail(x.Firm.Id, SettlementKind.ChainOrderPlaced)));
        Assert.True(won.Values.Sum() > 0);
    }

    [Fact]
    public void Only_suppliers_are_owed_along_the_chain_and_only_firms_with_suppliers_owe()
    {
        Assert.All(GansuPopulation.Alive.Where(x => x.Firm.Tier <= Tier.Leader), x =>
            Assert.Equal(0, x.State.OwedByCustomer.Total + x.State.OrdersChain));
        Assert.All(GansuPopulation.Alive.Where(x => x.Firm.Suppliers == 0), x => Assert.Equal(0, x.State.Payable));
    }

    private static readonly Dictionary<(int, SettlementKind),
        long> Letters = GansuPopulation.Population.Settlements.ToDictionary(settlement =>
        (settlement.Enterprise, settlement.Kind), settlement => settlement.Amount);

    private static long Mail(int firm, SettlementKind kind) => Letters.GetValueOrDefault((firm, kind));

    [Fact]
    public void Borrowers_have_a_rate_and_have_borrowed_and_others_pay_none()
    {
        foreach (var (_, s) in GansuPopulation.Alive)
        {
            Assert.Equal(s.Loan > 0, s.LoanRate > 0);
            if (s.Loan > 0) Assert.True(s.Is(Standing.EverBorrowed));
            Assert.Equal(255, s.MonthsSinceRefusal);
        }
    }

    [Fact]
    public void Nothing_of_the_coming_year_has_happened_yet() =>
        Assert.All(GansuPopulation.Alive, x => Assert.Equal((0L, 0L, 0L, 0L, 0L, 0),
            (x.State.SalesThisYear, x.State.SalesThisQuarter, x.State.MaterialsThisQuarter, x.State.RndThisYear,
                x.State.ProfitThisYear, x.State.TransfersThisYear)));

    [Fact]
    public void A_firm_has_no_sales_from_before_it_was_founded_and_is_a_general_taxpayer_above_five_million()
    {
        foreach (var (_, s) in GansuPopulation.Alive)
        {
            if (s.AgeMonths <= 12) Assert.Equal(0, s.SalesYearBefore);
            if (s.AgeMonths <= 24) Assert.Equal(0, s.SalesThirdYear);
            Assert.Equal(s.SalesLastYear > 500 * Fen.PerWan, s.Is(Standing.GeneralVat));
        }
    }
}
