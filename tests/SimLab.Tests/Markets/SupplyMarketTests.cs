using CsCheck;
using SimLab.Model.Markets;
using SimLab.Model.Messages;
using SimLab.Tests.Populations;
using Xunit;

namespace SimLab.Tests.Markets;

/// <summary>Customers 0 and 1 have the accounts 0 and 1; firms from 10 on supply them.</summary>
[Fast]
public sealed class SupplyMarketTests
{
    private readonly Outbox _outbox = new(1, GansuPopulation.Province, 0);
    private readonly SupplyMarket _market = new();

    public SupplyMarketTests() => _market.Begin(1, GansuPopulation.Province, 0);

    [Fact]
    public void What_a_customer_pays_reaches_its_own_suppliers_only()
    {
        Claim(10, account: 0, 600);
        Claim(11, account: 0, 300);
        Claim(12, account: 1, 900);
        Pays(customer: 0, 450);
        Assert.Equal([(10, SettlementKind.ChainPaid, 300), (11, SettlementKind.ChainPaid, 150)], Settle());
        Assert.Equal(0, _market.InTransit(0));
    }

    [Fact]
    public void Fen_that_cannot_be_divided_wait_in_the_till_for_the_same_suppliers()
    {
        Claim(10, account: 0, 100);
        Claim(11, account: 0, 100);
        Pays(customer: 0, 11);
        Assert.Equal([(10, SettlementKind.ChainPaid, 5), (11, SettlementKind.ChainPaid, 5)], Settle());
        Assert.Equal(1, _market.InTransit(0));
        Claim(10, account: 0, 95);
        Claim(11, account: 0, 95);
        Pays(customer: 0, 1);
        Assert.Equal([(10, SettlementKind.ChainPaid, 1), (11, SettlementKind.ChainPaid, 1)], Settle());
        Assert.Equal(0, _market.InTransit(0));
    }

    [Fact]
    public void A_supplier_that_stands_for_three_is_paid_three_times()
    {
        Claim(10, account: 0, 100, weight: 3);
        Claim(11, account: 0, 100);
        Pays(customer: 0, 200);
        Assert.Equal([(10, SettlementKind.ChainPaid, 50), (11, SettlementKind.ChainPaid, 50)], Settle());
    }

    [Fact]
    public void The_estate_of_a_closed_supplier_is_paid_like_the_others()
    {
        Claim(10, account: 0, 100);
        _outbox.ChainClaimsOfExited.Add(new(11, 0, 1, new(0, 300)));
        Pays(customer: 0, 200);
        Assert.Equal([(10, SettlementKind.ChainPaid, 50)], Settle());
        Assert.Equal((0, 150), (_market.InTransit(0), _market.ClaimsOfExited(0)));
    }

    [Fact]
    public void What_a_closed_customer_did_not_pay_its_suppliers_and_estates_lose()
    {
        Claim(10, account: 0, 100);
        Claim(11, account: 0, 100);
        _outbox.ChainClaimsOfExited.Add(new(12, 0, 1, new(0, 100)));
        Claim(13, account: 1, 70);
        Pays(customer: 0, 100);
        _outbox.ChainDefaults.Add(new(0, 0, 1, new(0, 200)));
        Assert.Equal(
            [(10, SettlementKind.ChainPaid, 33), (10, SettlementKind.ChainClaimLost, 67), (11, SettlementKind.ChainPaid, 33),
                (11, SettlementKind.ChainClaimLost, 67)],
            Settle());
        // 33 went to the estate, which lost 67 too; the fen left of 100 is the estate's next month.
        Assert.Equal((1, 1), (_market.InTransit(0), _market.ClaimsOfExited(0)));
        Assert.Empty(Settle());
        Assert.Equal((0, 0), (_market.InTransit(0), _market.ClaimsOfExited(0)));
    }

    [Fact]
    public void A_customer_orders_from_its_own_suppliers_the_better_first()
    {
        Orders(customer: 0, 500);
        Orders(customer: 1, 80);
        Offer(10, account: 0, 300, rank: 1.1);
        Offer(11, account: 0, 400, rank: 0.9);
        Offer(12, account: 1, 1_000, rank: 0.5);
        Assert.Equal(
            [
                (0, SettlementKind.ChainOrderPlaced, 500), (1, SettlementKind.ChainOrderPlaced, 80),
                (10, SettlementKind.ChainOrderWon, 100), (11, SettlementKind.ChainOrderWon, 400), (12, SettlementKind.ChainOrderWon, 80),
            ],
            Settle());
    }

    [Fact]
    public void An_order_that_nobody_can_take_is_not_placed_and_one_for_three_is_placed_for_three()
    {
        Orders(customer: 0, 500);
        Orders(customer: 1, 100);
        Offer(10, account: 1, 40, rank: 1, weight: 3);     // 33 each, and a fen left
        Assert.Equal([(1, SettlementKind.ChainOrderPlaced, 99), (10, SettlementKind.ChainOrderWon, 33)], Settle());
    }

    [Fact]
    public void Debts_and_claims_of_every_account_agree_to_the_fen_month_after_month() =>
        Gen.Select(Gen.Long[0, 1_000_000].Array[3 * 12], Gen.Int[1, 9].Array[3], Gen.Double[0, 1].Array[12], Gen.Int[0, 12])
            .Sample((orders, weights, paid, closes) =>
        {
            var market = new SupplyMarket();
            market.Begin(1, GansuPopulation.Province, 0);
            var claims = new long[3];
            long payable = 0;
            for (var month = 0; month < paid.Length; month++)
            {
                var outbox = new Outbox(1, GansuPopulation.Province, 0);
                for (var i = 0; i < 3; i++)
                {
                    claims[i] += orders[3 * month + i];
                    payable += orders[3 * month + i] * weights[i];
                    outbox.ChainClaims.Add(new(10 + i, 0, weights[i], new(0, claims[i])));
                }
                var payment = (long)(payable * paid[month]);
                payable -= payment;
                outbox.ChainPayments.Add(new(0, 0, 1, new(0, payment)));
                if (month == closes)
                {
                    outbox.ChainDefaults.Add(new(0, 0, 1, new(0, payable)));
                    payable = 0;
                }
                foreach (var settlement in Settle(market, outbox)) claims[settlement.Enterprise - 10] -= settlement.Amount;
                Assert.Equal(
                    claims.Zip(weights, (claim, weight) => claim * weight).Sum() + market.ClaimsOfExited(0), payable + market.InTransit(0));
                Assert.True(claims.Min() >= 0 && market.InTransit(0) >= 0);
            }
        }, iter: 300);

    private void Claim(int firm, int account, long fen, int weight = 1) => _outbox.ChainClaims.Add(new(firm, 0, weight, new(account, fen)));

    private void Offer(int firm, int account, long fen, double rank, int weight = 1) =>
        _outbox.ChainOffers.Add(new(firm, 0, weight, new(account, fen, rank)));

    private void Orders(int customer, long fen) => _outbox.ChainOrders.Add(new(customer, 0, 1, new(customer, fen)));

    private void Pays(int customer, long fen) => _outbox.ChainPayments.Add(new(customer, 0, 1, new(customer, fen)));

    private (int, SettlementKind, long)[] Settle()
    {
        var settlements = Settle(_market, _outbox);
        _outbox.Clear();
        return [.. settlements.OrderBy(settlement => settlement.Enterprise)
            .Select(settlement => (settlement.Enterprise, settlement.Kind, settlement.Amount))];
    }

    private static Settlement[] Settle(SupplyMarket market, Outbox outbox)
    {
        market.Receive(market.Collect(outbox));
        market.Sort();
        var settlements = new ReusableBuffer<Settlement>();
        market.Settle(null!, 0, settlements, new ReusableBuffer<MarketCost>());
        return settlements.All.ToArray();
    }
}
