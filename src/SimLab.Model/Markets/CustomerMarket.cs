using SimLab.Model.Economy;
using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Markets;

/// <summary>
/// Customers gained through a campaign or a fair. The month's vouchers are shared among participating shops in
/// proportion to their sales; stands go to the best firms first, those abroad to exporters. Both are limited, so firms
/// compete for them. Fairs there are without any measure; measures add stands, or pay part of their price.
/// </summary>
public sealed class CustomerMarket : Market
{
    private readonly Inbox<CampaignEntry> _shops = new();
    private readonly Inbox<FairEntry> _makers = new();
    private double[] _stands = [];                         // fraction of a stand carried over, by world, then domestic and abroad

    public override void Begin(int worlds, Province province, int measures)
    {
        _shops.Begin(worlds);
        _makers.Begin(worlds);
        _stands = new double[worlds * 2];
    }

    public override byte[] Save(int world) => Bytes<double>(_stands.AsSpan(world * 2, 2));

    public override void Restore(int world, ReadOnlySpan<byte> saved) => Read<double>(saved).CopyTo(_stands.AsSpan(world * 2, 2));

    public override byte[][] Collect(Outbox outbox) => [Bytes(outbox.CampaignEntries), Bytes(outbox.FairEntries)];

    public override void Receive(byte[][] buffers)
    {
        _shops.Receive(buffers[0]);
        _makers.Receive(buffers[1]);
    }

    public override void Sort()
    {
        _shops.Sort();
        _makers.Sort();
    }

    public override void Settle(
        PublicInformation information, int world, ReusableBuffer<Settlement> settlements, ReusableBuffer<MarketCost> costs)
    {
        var measures = information.DeskIn(world).CampaignPlans;
        var behaviour = information.BehaviourIn(world);
        var thousands = information.Conditions[world].Firms / 1_000.0;
        var law = new CampaignPlan
        { StandsPerYear = behaviour.UsualStands * thousands, StandsAbroadPerYear = behaviour.UsualStandsAbroad * thousands };
        var stages = PassInStages(world, measures, law, costs);
        _makers.Of(world).Sort(static (a, b) =>
        {
            var byRank = a.Body.Rank.CompareTo(b.Body.Rank);
            return byRank != 0 ? byRank : a.Enterprise.CompareTo(b.Enterprise);
        });
        var waiting = _stands.AsSpan(world * 2, 2);
        Span<double> carried = stackalloc double[2], stands = stackalloc double[2];
        waiting.CopyTo(carried);
        var cost = Hold(information, world, stages[^1], waiting, settlements);
        for (var i = measures.Length - 1; i >= 0; i--)
        {
            if (Same(stages[i], stages[i + 1])) continue;
            carried.CopyTo(stands);
            var before = Hold(information, world, stages[i], stands, null);
            Book(world, measures[i].Number, cost - before, costs);
            cost = before;
        }
    }

    private static bool Same(in CampaignPlan a, in CampaignPlan b) =>
        a.VouchersPerYear == b.VouchersPerYear && a.StandsPerYear == b.StandsPerYear
        && a.StandsAbroadPerYear == b.StandsAbroadPerYear && a.StandHelp == b.StandHelp;

    // The month of a campaign and what it costs, fen. Without settlements: what it would cost.
    private long Hold(
        PublicInformation information, int world, in CampaignPlan plan, Span<double> waiting, ReusableBuffer<Settlement>? settlements) =>
        GiveVouchers(information, world, plan, settlements) + GiveStands(information, world, plan, waiting, settlements);

    // Each shop's share of the month's vouchers, up to its spare capacity.
    private long GiveVouchers(PublicInformation information, int world, in CampaignPlan plan, ReusableBuffer<Settlement>? settlements)
    {
        var shops = _shops.Of(world);
        long all = 0, redeemed = 0;
        foreach (ref readonly var shop in shops) all += shop.Body.Sales * shop.Weight;
        if (all == 0 || plan.VouchersPerYear == 0) return 0;
        var customers = Fen.Share(plan.VouchersPerYear / 12, information.BehaviourIn(world).SalesPerVoucher);
        foreach (ref readonly var shop in shops)
        {
            var sold = Math.Min((long)((Int128)customers * shop.Body.Sales / all), shop.Body.Spare);
            if (sold == 0) continue;
            redeemed += Fen.Share(sold, 1 / information.BehaviourIn(world).SalesPerVoucher) * shop.Weight;
            settlements?.Add(new(shop.Enterprise, world, SettlementKind.CampaignCustomers, 0, sold, 0));
        }
        return redeemed;
    }

    private long GiveStands(
        PublicInformation information, int world, in CampaignPlan plan, Span<double> waiting, ReusableBuffer<Settlement>? settlements)
    {
        waiting[0] = Math.Min(waiting[0] + plan.StandsPerYear / 12, plan.StandsPerYear);
        waiting[1] = Math.Min(waiting[1] + plan.StandsAbroadPerYear / 12, plan.StandsAbroadPerYear);
        var price = Fen.FromYuan(information.BehaviourIn(world).StandCost);
        long cost = 0;
        foreach (ref readonly var maker in _makers.Of(world))
        {
            // Exporters go abroad first; a firm that represents many needs a stand for each.
            var where = maker.Body.Exports && waiting[1] >= maker.Weight ? 1 : 0;
            if (waiting[where] < maker.Weight) continue;
            waiting[where] -= maker.Weight;
            var helped = price - maker.Body.Price;
            cost += Math.Min(plan.StandHelp, helped) * maker.Weight;
            settlements?.Add(new(
                maker.Enterprise, world, SettlementKind.FairCustomers, (byte)where, maker.Body.Orders, helped / Math.Max(1.0, price)));
        }
        return cost;
    }
}
