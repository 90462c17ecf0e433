using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Decisions;
using SimLab.Model.Enterprises.Operations;
using SimLab.Model.Enterprises.Steps;
using SimLab.Model.Markets;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using SimLab.Tests.Populations;
using Xunit;

namespace SimLab.Tests.Enterprises;

/// <summary>
/// A leader, its supplier and that one's supplier: nothing is ordered, old debts are paid. Debtors pay half of what they owe
/// a month, half of what is not due falls due; the supplier keeps 5,000 yuan, half a month's wages, and has no more than that.
/// </summary>
[Fast]
public sealed class LatePaymentTests
{
    private const int Leader = 0, First = 1, Second = 2;

    private static readonly Firm[] Firms =
    [
        new() { Id = 0, Weight = 1, Region = default, Industry = Industry.Manufacturing, Stratum = Stratum.AboveScale,
            Chain = (Chain)1, Tier = Tier.Leader, Suppliers = 1, OwnAccount = 0 },
        new() { Id = 1, Weight = 1, Region = default, Industry = Industry.Manufacturing, Stratum = Stratum.AboveScale,
            Chain = (Chain)1, Tier = Tier.First, Customer = 0, CustomerAccount = 0, Suppliers = 1, OwnAccount = 1,
            Wage = 12_000 },
        new() { Id = 2, Weight = 1, Region = default, Industry = Industry.Manufacturing, Stratum = Stratum.Ordinary,
            Chain = (Chain)1, Tier = Tier.Second, Customer = 1, CustomerAccount = 1 },
    ];

    private static readonly BehaviouralParameters Rules = new()
    { LeadersPay = 0.5, FirstTierPays = 0.5, ChainTerm = 2, KeptBack = 0.5, PassedOn = 0, OffersAlongChain = 0 };

    [Fact]
    public void A_leader_that_pays_lets_its_supplier_pay_and_the_second_tier_is_overdue_15_000()
    {
        var firms = OwedByLeader(leadersCash: 1_000_000);
        Simulate(firms, months: 3, Rules);
        // The leader paid 40,000, 20,000 and 10,000, the last still on its way. The supplier had 5,000 + 40,000 + 20,000 and
        // passed on 20,000 in the second month and half of the rest in the third.
        Assert.Equal(10_000, Yuan(firms[Leader].Payable));
        Assert.Equal((65_000 - 30_000, 10_000), (Yuan(firms[First].Cash), Yuan(firms[First].Payable)));
        Assert.Equal(20_000, Yuan(firms[Second].Cash));
        Assert.Equal((5_000, 15_000), (Yuan(firms[Second].OwedByCustomer.NotDue), Yuan(firms[Second].OwedByCustomer.Late)));
    }

    [Fact]
    public void A_leader_without_cash_pays_nobody_and_the_second_tier_is_overdue_35_000()
    {
        var firms = OwedByLeader(leadersCash: 0);
        Simulate(firms, months: 3, Rules);
        Assert.Equal(
            (80_000, 40_000, 5_000, 0),
            (Yuan(firms[Leader].Payable), Yuan(firms[First].Payable), Yuan(firms[First].Cash), Yuan(firms[Second].Cash)));
        Assert.Equal((5_000, 35_000), (Yuan(firms[Second].OwedByCustomer.NotDue), Yuan(firms[Second].OwedByCustomer.Late)));
    }

    [Theory]
    [InlineData(1.0, 20_000)]
    [InlineData(0.25, 20_000)]                             // 20,000 yuan are just enough for half the debt
    [InlineData(0.125, 10_000)]
    [InlineData(0.0, 0)]
    public void What_public_bodies_pay_their_supplier_its_own_supplier_has_a_month_later(double paidOnTime, double passedOn)
    {
        var firms = OwedByLeader(leadersCash: 0);
        firms[First].OwedByPublic.NotDue = Fen.FromYuan(80_000);
        Simulate(firms, months: 1, Rules with { PublicPaysOnTime = paidOnTime });
        Assert.Equal(40_000 - passedOn, Yuan(firms[First].Payable));
        Simulate(firms, months: 1, Rules with { PublicPaysOnTime = paidOnTime, FirstTierPays = 0.05 },
            inTheMail: [new(Second, 0, SettlementKind.ChainPaid, 0, Fen.FromYuan(passedOn), 0)]);
        Assert.Equal(passedOn, Yuan(firms[Second].Cash));
    }

    [Fact]
    public void A_supplier_with_cash_enough_lets_its_own_wait_for_a_quarter_of_what_is_overdue_to_it()
    {
        var firms = OwedByLeader(leadersCash: 0);
        firms[First].Cash = Fen.FromYuan(1_000_000);
        Simulate(firms, months: 1, Rules with { PassedOn = 0.25 });
        // 40,000 of the 80,000 are overdue now: of its own debt of 40,000 it holds 10,000 back and pays half of the rest.
        Assert.Equal(40_000 - 15_000, Yuan(firms[First].Payable));
    }

    [Fact]
    public void A_supplier_that_closes_pays_its_own_what_cash_it_has_and_they_lose_the_rest()
    {
        var firms = OwedByLeader(leadersCash: 0);
        firms[First].Cash = Fen.FromYuan(16_000);
        var (information, outbox) = (Briefing(Rules), new Outbox(1, GansuPopulation.Province, 0));
        var context = new FirmContext(ref firms[First], ref Firms[First], information, 0, outbox);
        TradeAlongChain.Settle(ref context);
        Assert.Equal(0, firms[First].Cash);
        firms[First] = default;

        var received = Market(outbox, firms, information);
        Assert.Equal(
            [(SettlementKind.ChainPaid, 16_000.0), (SettlementKind.ChainClaimLost, 24_000.0)],
            received.Select(l => (l.Kind, Fen.ToYuan(l.Amount))));
        firms[Second].OrdersChain = Fen.FromYuan(4_000);
        var second = new FirmContext(ref firms[Second], ref Firms[Second], information, 0, outbox);
        ReceiveSettlements.Apply(ref second, received);
        Assert.Equal((16_000, 0, 0), (Yuan(firms[Second].Cash), Yuan(firms[Second].OwedByCustomer.Total), Yuan(firms[Second].OrdersChain)));
        Assert.Equal(-20_000, Yuan(firms[Second].ProfitThisYear));               // 4,000 were never delivered
    }

    private static Enterprise[] OwedByLeader(double leadersCash) =>
    [
        new() { Standing = Standing.Alive, Cash = Fen.FromYuan(leadersCash), Payable = Fen.FromYuan(80_000) },
        new() { Standing = Standing.Alive, Staff = 10, Cash = Fen.FromYuan(5_000),
            OwedByCustomer = new() { NotDue = Fen.FromYuan(80_000) }, Payable = Fen.FromYuan(40_000) },
        new() { Standing = Standing.Alive, OwedByCustomer = new() { NotDue = Fen.FromYuan(40_000) } },
    ];

    private static void Simulate(Enterprise[] firms, int months, BehaviouralParameters behaviour, Settlement[]? inTheMail = null)
    {
        var information = Briefing(behaviour);
        var market = new SupplyMarket();
        market.Begin(1, GansuPopulation.Province, 0);
        var received = inTheMail ?? [];
        for (var month = 0; month < months; month++)
        {
            var outbox = new Outbox(1, GansuPopulation.Province, 0);
            for (var i = 0; i < firms.Length; i++)
            {
                var context = new FirmContext(ref firms[i], ref Firms[i], information, 0, outbox);
                ReceiveSettlements.Apply(ref context, received.Where(settlement => settlement.Enterprise == i).ToArray());
                CollectPayments.Collect(ref context);
                TradeAlongChain.Decide(ref context);
            }
            received = Settle(market, outbox, information);
        }
    }

    private static Settlement[] Market(Outbox outbox, Enterprise[] firms, PublicInformation information)
    {
        var second = new FirmContext(ref firms[Second], ref Firms[Second], information, 0, outbox);
        TradeAlongChain.Decide(ref second);
        var market = new SupplyMarket();
        market.Begin(1, GansuPopulation.Province, 0);
        return Settle(market, outbox, information);
    }

    private static Settlement[] Settle(SupplyMarket market, Outbox outbox, PublicInformation information)
    {
        market.Receive(market.Collect(outbox));
        market.Sort();
        var settlements = new ReusableBuffer<Settlement>();
        market.Settle(information, 0, settlements, new ReusableBuffer<MarketCost>());
        return settlements.All.ToArray();
    }

    private static PublicInformation Briefing(BehaviouralParameters behaviour) => new()
    {
        Month = Month.Of(2022, 5),
        Behaviours = [behaviour],
        Macro = [new()],
        Industries = [new IndustryTraits[Places.Industries]],
        Worlds = [new World(0, 0, default, false)],
        Province = GansuPopulation.Province,
        Conditions = [new MacroConditions(GansuPopulation.Province)],
        Desks = [new PolicyDesk(new MeasureIndex([]), [], Month.Of(2022, 5), 4)],
    };

    private static double Yuan(long fen) => Math.Round(Fen.ToYuan(fen), 1);
}
