using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>
/// A firm without a full order book bids for public purchases of its industry in its region, more often where a bid is likelier to win.
/// </summary>
public static class BidForTenders
{
    /// <summary>Sends a sealed bid in some months.</summary>
    public static void Decide(ref FirmContext context)
    {
        if (Open(context) is not { } what) return;
        var hoped = context.Conditions.ChanceToWin[(int)context.Firm.Region * Tender.Kinds + (int)what];
        if (!context.Draws.Bernoulli(DrawId.BidAtAll, ChanceToBid(hoped, context.Behaviour))) return;
        ref readonly var e = ref context.State;

        var bid = new Bid
        {
            What = what,
            Price = Price(e.Capability, context.Draws.Logistic(DrawId.BidPrice, context.Behaviour.BidSpread), context.Behaviour),
            QualityBonus = context.Behaviour.QualityInBids * e.QualityLevel,
        };
        context.Pass(context.Desk.Bids, ref bid);
        context.Count(Indicator.Bids);
        if (what == TenderKind.LargeWorks) context.Count(Indicator.BidsForLargeWorks);
        context.Send(context.Outbox.Bids, new SealedBid(context.Firm.Region, what, context.Card.Size, bid.Price, bid.QualityBonus));
    }

    /// <summary>
    /// Chance a month that a firm bids: a bid costs the same whatever comes of it, so firms bid the more, the likelier it wins.
    /// </summary>
    /// <param name="chanceToWin">Chance that a bid wins.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static double ChanceToBid(double chanceToWin, BehaviouralParameters behaviour) => Math.Min(
        1, behaviour.BidChance * PortableMath.Pow(chanceToWin / behaviour.UsualChanceToWin, behaviour.BidsFollowProfit));

    /// <summary>The kind of purchase of which the firm can take on a contract this month; null: none.</summary>
    public static TenderKind? Open(in FirmContext context) =>
        KindFor(context) is { } what && CanTakeOn(
            PublicTenders.LotOf(what, context.Behaviour),
            context.State.Demand, context.State.OrdersPublic, context.Behaviour) ? what : null;

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

    private static TenderKind? KindFor(in FirmContext context) => PublicTenders.KindOf(
        context.Firm.Industry, largeWorks: context.State.Demand * 12 >= context.Behaviour.LotOfLargeWorks);
}
