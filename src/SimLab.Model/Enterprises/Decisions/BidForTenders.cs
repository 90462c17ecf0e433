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
            Price = Price(e.Capability, context.Draws.Logistic(DrawId.BidPrice, context.Behaviour.BidSpread)),
            QualityBonus = 0.03 * e.QualityLevel,
        };
        context.Pass(context.Desk.Bids, ref bid);
        context.Count(Indicator.Bids);
        context.Send(context.Outbox.Bids, new SealedBid(context.Firm.Region, what, context.Card.Size, bid.Price, bid.QualityBonus));
    }

    /// <summary>The kind of purchase of which the firm can take on a contract this month; null: none.</summary>
    public static TenderKind? Open(in FirmContext context) =>
        KindFor(context) is { } what && CanTakeOn(LotOf(what, context.Behaviour), context.State.Demand, context.State.OrdersPublic)
            ? what : null;

    /// <summary>Whether a contract (yuan) is within a year's sales and less than half a year of public orders waits.</summary>
    /// <param name="lot">Value of the contract, yuan.</param>
    /// <param name="demand">Sales of a month, yuan.</param>
    /// <param name="ordersPublic">Public orders not yet delivered, fen.</param>
    internal static bool CanTakeOn(double lot, double demand, long ordersPublic) =>
        lot <= demand * 12 && Fen.ToYuan(ordersPublic) <= demand * 6;

    /// <summary>Price asked, relative to the estimate: a capable firm can bid lower; luck moves it.</summary>
    public static double Price(float capability, double luck) => Math.Clamp(0.95 - 0.03 * (capability - 1) + luck, 0.6, 1.1);

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
