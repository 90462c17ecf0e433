using SimLab.Model.Economy;
using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Markets;

/// <summary>
/// Investors have a yearly amount for the province's firms; they fund the most attractive rounds first, in full or not
/// at all. Money reserved for an industry is spent on it before general money. The rest is carried over.
/// </summary>
public sealed class EquityMarket : Market
{
    private const int Pots = 3;

    private readonly Inbox<EquityRequest> _inbox = new();
    private long[] _money = [];                            // by world, then for any firm, manufacturers, the data industry; fen

    public override void Begin(int worlds, Province province, int measures)
    {
        _inbox.Begin(worlds);
        _money = new long[worlds * Pots];
    }

    public override byte[] Save(int world) => Bytes<long>(_money.AsSpan(world * Pots, Pots));

    public override void Restore(int world, ReadOnlySpan<byte> saved) => Read<long>(saved).CopyTo(_money.AsSpan(world * Pots, Pots));

    public override byte[][] Collect(Outbox outbox) => [Bytes(outbox.EquityRequests)];

    public override void Receive(byte[][] buffers) => _inbox.Receive(buffers[0]);

    public override void Sort() => _inbox.Sort();

    public override void Settle(
        PublicInformation information, int world, ReusableBuffer<Settlement> settlements, ReusableBuffer<MarketCost> costs)
    {
        var plan = new InvestorPlan { MoneyPerYear = Fen.FromYuan(information.MacroIn(world).InvestorMoney) };
        PassMarketForm(information, world, static desk => desk.InvestorPlans, ref plan, costs);
        var kept = information.BehaviourIn(world).InvestorMoneyKept;
        var pots = _money.AsSpan(world * Pots, Pots);
        Fill(ref pots[0], plan.MoneyPerYear, kept);
        Fill(ref pots[1], plan.ForManufacturing, kept);
        Fill(ref pots[2], plan.ForData, kept);

        var requests = _inbox.Of(world);
        requests.Sort(static (a, b) =>
        {
            var byAttraction = b.Body.Attraction.CompareTo(a.Body.Attraction);
            return byAttraction != 0 ? byAttraction : a.Enterprise.CompareTo(b.Enterprise);
        });
        foreach (ref readonly var message in requests)
        {
            var need = message.Body.Amount * message.Weight;
            var own = message.Body.Industry == Industry.Manufacturing ? 1 : message.Body.Industry.IsData() ? 2 : 0;
            var pot = need <= pots[own] ? own : 0;
            if (need > pots[pot]) continue;
            pots[pot] -= need;
            settlements.Add(new(message.Enterprise, world, SettlementKind.EquityRaised, 0, message.Body.Amount, 0));
        }
    }

    private static void Fill(ref long pot, long perYear, double kept) => pot = Math.Min(pot + perYear / 12, Fen.Share(perYear, kept));
}
