using SimLab.Model.Enterprises;
using SimLab.Model.Forms;
using SimLab.Model.Papers;

namespace SimLab.Model.Markets;

/// <summary>Investors have so much for the province's firms a year; they take the most attractive rounds first, whole or not at all. What is left waits.</summary>
public sealed class EquityMarket : Market
{
    private readonly Book<EquityRequest> _book = new();
    private long[] _money = [];                            // by world, fen

    public override void Begin(int worlds)
    {
        _book.Begin(worlds);
        _money = new long[worlds];
    }

    public override byte[] Save(int world) => Bytes<long>([_money[world]]);

    public override void Restore(int world, ReadOnlySpan<byte> saved) => _money[world] = Read<long>(saved)[0];

    public override byte[][] Collect(Tray tray) => [Bytes(tray.EquityRequests)];

    public override void HandIn(byte[][] piles) => _book.HandIn(piles[0]);

    public override void Sort() => _book.Sort();

    public override void Settle(Briefing briefing, int world, Pile<Settlement> letters, Pile<MarketCost> costs)
    {
        var plan = new InvestorPlan { MoneyPerYear = Fen.FromYuan(briefing.MacroIn(world).InvestorMoney) };
        PassMarketForm(briefing, world, static desk => desk.InvestorPlans, ref plan, costs);
        ref var money = ref _money[world];
        money = Math.Min(money + plan.MoneyPerYear / 12, plan.MoneyPerYear / 2);

        var requests = _book.Of(world);
        requests.Sort(static (a, b) =>
        {
            var byAttraction = b.Paper.Attraction.CompareTo(a.Paper.Attraction);
            return byAttraction != 0 ? byAttraction : a.Enterprise.CompareTo(b.Enterprise);
        });
        foreach (ref readonly var filed in requests)
        {
            var need = filed.Paper.Amount * filed.Weight;
            if (need > money) continue;
            money -= need;
            letters.Add(new(filed.Enterprise, world, SettlementKind.EquityRaised, 0, filed.Paper.Amount, 0));
        }
    }
}
