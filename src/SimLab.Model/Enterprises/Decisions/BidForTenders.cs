using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>A firm without a full order book bids for public purchases of its industry in its region.</summary>
public static class BidForTenders
{
    /// <summary>Sends a sealed bid in some months.</summary>
    public static void Decide(ref FirmContext context)
    {
        if (KindFor(context) is not { } what) return;
        if (!context.Draws.Bernoulli(DrawId.BidAtAll, context.Behaviour.BidChance)) return;
        ref readonly var e = ref context.State;
        if (LotOf(what, context.Behaviour) > e.Demand * 12) return;                    // too big for the firm
        if (Fen.ToYuan(e.OrdersPublic) > e.Demand * 6) return;                   // full order book

        // A capable firm can bid lower.
        var bid = new Bid
        {
            What = what,
            Price = Math.Clamp(
                0.95 - 0.03 * (e.Capability - 1) + context.Draws.Logistic(DrawId.BidPrice, context.Behaviour.BidSpread), 0.6, 1.1),
            QualityBonus = 0.03 * e.QualityLevel,
        };
        context.Pass(context.Desk.Bids, ref bid);
        context.Count(Indicator.Bids);
        context.Send(context.Outbox.Bids, new SealedBid(context.Firm.Region, what, context.Card.Size, bid.Price, bid.QualityBonus));
    }

    /// <summary>Value of one contract of the kind, yuan.</summary>
    public static double LotOf(TenderKind what, BehaviouralParameters behaviour) => what switch
    {
        TenderKind.SmallWorks => behaviour.LotOfSmallWorks,
        TenderKind.LargeWorks => behaviour.LotOfLargeWorks,
        _ => behaviour.LotOfGoods,
    };

    private static TenderKind? KindFor(in FirmContext context) => context.Firm.Industry switch
    {
        Industry.Manufacturing or Industry.Wholesale or Industry.Retail => TenderKind.Goods,
        Industry.Software or Industry.ResearchAndTechnical or Industry.LeasingAndBusiness or Industry.PropertyManagement
            or Industry.Transport or Industry.WaterAndEnvironment or Industry.Telecommunication => TenderKind.Services,
        Industry.Construction =>
            context.State.Demand * 12 < context.Behaviour.LotOfLargeWorks ? TenderKind.SmallWorks : TenderKind.LargeWorks,
        _ => null,
    };
}
