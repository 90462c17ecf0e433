using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Papers;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>A firm with free capacity bids for public purchases of its trade in its region.</summary>
public static class BidForTenders
{
    public static void Decide(ref Life life)
    {
        if (KindFor(life) is not { } what) return;
        if (!life.Dice.Says(Matter.BidAtAll, life.Habits.BidChance)) return;
        ref readonly var e = ref life.E;
        if (LotOf(what, life.Habits) > e.Demand * 12) return;                    // too big for the firm
        if (Fen.ToYuan(e.OrdersPublic) > e.Demand * 6) return;                   // full order book

        // A capable firm can ask less.
        var bid = new Bid
        {
            What = what,
            Price = Math.Clamp(0.95 - 0.03 * (e.Capability - 1) + life.Dice.Bell(Matter.BidPrice, life.Habits.BidSpread), 0.6, 1.1),
            QualityBonus = 0.03 * e.QualityLevel,
        };
        life.Pass(life.Desk.Bids, ref bid);
        life.Count(Indicator.Bids);
        life.File(life.Tray.Bids, new SealedBid(life.Firm.Region, what, life.Card.Size, bid.Price, bid.QualityBonus));
    }

    /// <summary>Value of one contract of the kind, yuan.</summary>
    public static double LotOf(TenderKind what, Habits habits) => what switch
    {
        TenderKind.SmallWorks => habits.LotOfSmallWorks,
        TenderKind.LargeWorks => habits.LotOfLargeWorks,
        _ => habits.LotOfGoods,
    };

    private static TenderKind? KindFor(in Life life) => life.Firm.Industry switch
    {
        Industry.Manufacturing or Industry.Wholesale or Industry.Retail => TenderKind.Goods,
        Industry.Software or Industry.ResearchAndTechnical or Industry.LeasingAndBusiness or Industry.PropertyManagement
            or Industry.Transport or Industry.WaterAndEnvironment or Industry.Telecommunication => TenderKind.Services,
        Industry.Construction => life.E.Demand * 12 < life.Habits.LotOfLargeWorks ? TenderKind.SmallWorks : TenderKind.LargeWorks,
        _ => null,
    };
}
