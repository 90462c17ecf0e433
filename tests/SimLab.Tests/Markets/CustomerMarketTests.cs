using System.Runtime.InteropServices;
using SimLab.Model;
using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Markets;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using SimLab.Tests.Populations;
using Xunit;

namespace SimLab.Tests.Markets;

[Fast]
public sealed class CustomerMarketTests
{
    private static readonly BehaviouralParameters Habits =
        new() { SalesPerVoucher = 4, StandCost = 20_000, UsualStands = 0, UsualStandsAbroad = 0 };

    [Fact]
    public void Vouchers_of_a_month_are_shared_by_sales_and_what_a_full_shop_cannot_serve_is_not_redeemed()
    {
        // 1.2 million yuan a year are 100,000 a month, which bring 400,000 of sales: a quarter and three quarters of them.
        var measure = new ProcurementSupport { Vouchers = 1_200_000, Stands = 0, StandsAbroad = 0 };
        var (settlements, cost) = Settle(
            measure, [new(100_000 * Fen.PerYuan, Fen.PerYi), new(300_000 * Fen.PerYuan, 200_000 * Fen.PerYuan)], []);
        Assert.Equal([100_000 * Fen.PerYuan, 200_000 * Fen.PerYuan], settlements.Select(l => l.Amount));
        Assert.Equal(75_000 * Fen.PerYuan, cost);          // a quarter of 300,000 sold
    }

    [Fact]
    public void Stands_are_limited_and_go_to_the_best_and_exporters_go_abroad()
    {
        // Twelve a year at home and twelve abroad: one of each this month. The public pays 5,000 of 20,000.
        var measure = new ProcurementSupport { Vouchers = 0, Stands = 12, StandsAbroad = 12, StandHelp = 5_000 };
        var (settlements, cost) = Settle(measure, [], [
            new(10, 1.1, false, Helped), new(20, 1.0, true, Helped), new(30, 0.9, false, Helped), new(40, 1.2, true, Helped)]);
        Assert.Equal([(2, 0, 30L), (1, 1, 20L)], settlements.Select(l => (l.Enterprise, (int)l.Which, l.Amount)));
        Assert.All(settlements, settlement => Assert.Equal(0.25, settlement.Rate));
        Assert.Equal(10_000 * Fen.PerYuan, cost);
    }

    [Fact]
    public void Fairs_are_held_without_a_measure_and_one_pays_only_for_the_stands_it_adds_and_what_it_helps_with()
    {
        var usual = new BehaviouralParameters { SalesPerVoucher = 4, StandCost = 20_000, UsualStands = 12, UsualStandsAbroad = 0 };
        FairEntry[] makers = [new(10, 1.1, false, 20_000 * Fen.PerYuan), new(20, 1.0, false, 20_000 * Fen.PerYuan)];
        var nothing = new ProcurementSupport { Vouchers = 0, Stands = 0, StandsAbroad = 0 };
        var (alone, free) = Settle(nothing, [], makers, usual);
        Assert.Equal([1], alone.Select(l => l.Enterprise));
        var (more, cost) = Settle(nothing with { Stands = 12, StandHelp = 5_000 }, [], makers, usual);
        Assert.Equal([1, 0], more.Select(l => l.Enterprise));
        Assert.Equal((0L, 0L), (free, cost));              // nobody counted on help
    }

    private const long Helped = 15_000 * Fen.PerYuan;

    private static (Settlement[] Letters, long Cost) Settle(
        ProcurementSupport measure, CampaignEntry[] shops, FairEntry[] makers, BehaviouralParameters? behaviour = null)
    {
        var month = Month.Of(2023, 4);
        var information = new PublicInformation
        {
            Province = GansuPopulation.Province,
            Month = month,
            Behaviours = [behaviour ?? Habits],
            Macro = [new()],
            Industries = [],
            Worlds = [new World(0, 0, default(RandomKey), false)],
            Conditions = [new MacroConditions(GansuPopulation.Province) { Firms = 1_000 }],
            Desks = [new PolicyDesk(new MeasureIndex([measure]), [measure], month, 4)],
        };
        var market = new CustomerMarket();
        market.Begin(1, GansuPopulation.Province, 1);
        market.Receive([Bytes(shops), Bytes(makers)]);
        market.Sort();
        var (settlements, costs) = (new ReusableBuffer<Settlement>(), new ReusableBuffer<MarketCost>());
        market.Settle(information, 0, settlements, costs);
        return (settlements.All.ToArray(), costs.All.ToArray().Sum(c => c.Amount));
    }

    private static byte[] Bytes<T>(T[] papers) where T : unmanaged =>
        MemoryMarshal.AsBytes<Message<T>>(papers.Select((paper, i) => new Message<T>(i, 0, 1, paper)).ToArray()).ToArray();
}
