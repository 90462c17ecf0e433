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

    private static TenderKind? KindFor(in Life life) => life.Firm.Industry switch
    {
        Industry.Manufacturing or Industry.Wholesale or Industry.Retail => TenderKind.Goods,
        Industry.Software or Industry.ResearchAndTechnical or Industry.LeasingAndBusiness or Industry.PropertyManagement
            or Industry.Transport or Industry.WaterAndEnvironment or Industry.Telecommunication => TenderKind.Services,
        Industry.Construction => life.E.Demand * 12 < 10_000_000 ? TenderKind.SmallWorks : TenderKind.LargeWorks,
        _ => null,
    };
}
