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
        if (Open(context) is not { } what || !context.Draws.Bernoulli(DrawId.BidAtAll, context.Behaviour.BidChance)) return;
        ref readonly var e = ref context.State;

        var bid = new Bid
        {
            What = what,
            Price = Price(e.Capability, context.Draws.Logistic(DrawId.BidPrice, context.Behaviour.BidSpread), context.Behaviour),
            QualityBonus = context.Behaviour.QualityInBids * e.QualityLevel,
        };
        context.Pass(context.Desk.Bids, ref bid);
        context.Count(Indicator.Bids);
        context.Send(context.Outbox.Bids, new SealedBid(context.Firm.Region, what, context.Card.Size, bid.Price, bid.QualityBonus));
    }

    /// <summary>The kind of purchase of which the firm can take on a contract this month; null: none.</summary>
    public static TenderKind? Open(in FirmContext context) =>
        KindFor(context) is { } what && CanTakeOn(
            LotOf(what, context.Behaviour), context.State.Demand, context.State.OrdersPublic, context.Behaviour) ? what : null;

    /// <summary>Whether a contract (yuan) is within some months' sales, and the public orders that wait are within fewer.</summary>
    /// <param name="lot">Value of the contract, yuan.</param>
    /// <param name="demand">Sales of a month, yuan.</param>
    /// <param name="ordersPublic">Public orders not yet delivered, fen.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static bool CanTakeOn(double lot, double demand, long ordersPublic, BehaviouralParameters behaviour) =>
        lot <= demand * behaviour.LargestContract && Fen.ToYuan(ordersPublic) <= demand * behaviour.FullOrderBook;

    /// <summary>Price asked, relative to the estimate: a capable firm can bid lower; luck moves it.</summary>
    public static double Price(float capability, double luck, BehaviouralParameters behaviour) => Math.Clamp(
        behaviour.UsualBid - behaviour.CapabilityInBids * (capability - 1) + luck, behaviour.LowestBid, behaviour.HighestBid);

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
