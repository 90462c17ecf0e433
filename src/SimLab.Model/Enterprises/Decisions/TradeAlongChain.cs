using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Papers;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>Chain leaders (链主) order from smaller firms of their chain, and pay them when it suits them; the others offer free capacity.</summary>
public static class TradeAlongChain
{
    public static void Decide(ref Life life)
    {
        ref var e = ref life.E;
        if (life.Firm.Chain == Chain.None) return;
        if (life.Firm.LeadsChain)
        {
            Lead(ref life);
            return;
        }

        var owed = e.ReceivableLarge + e.ArrearsLarge;
        if (owed > 0) life.File(life.Tray.ChainClaims, new ChainMoney(life.Firm.Chain, owed));

        if (!life.Dice.Says(Matter.OfferAlongChain, life.Habits.OffersAlongChain)) return;
        var free = Trade.Capacity(life) - e.Demand - Fen.ToYuan(e.OrdersPublic + e.OrdersLarge) / life.Habits.MonthsToDeliver;
        if (free <= 0.02 * e.Demand) return;
        var rank = 1 - 0.1 * e.QualityLevel - 0.05 * (e.Capability - 1) + life.Dice.Bell(Matter.ChainRank, life.Habits.BidSpread);
        life.File(life.Tray.ChainOffers, new ChainOffer(life.Firm.Chain, Fen.FromYuan(free * life.Habits.MonthsToDeliver), rank));
    }

    private static void Lead(ref Life life)
    {
        ref var e = ref life.E;
        var plan = new PurchasePlan { ShareFromChain = life.Habits.LeadersBuyLocally };
        life.Pass(life.Desk.PurchasePlans, ref plan);
        var order = Fen.FromYuan(e.Demand * life.Traits.Materials * plan.ShareFromChain);
        if (order > 0) life.File(life.Tray.ChainOrders, new ChainOrder(life.Firm.Chain, order));

        var invoice = new Invoice { PaidWhenDue = life.Habits.LeadersPay };
        life.Pass(life.Desk.Invoices, ref invoice);
        var payment = Math.Min(Fen.Share(e.Payable, Math.Min(1, invoice.PaidWhenDue)), Math.Max(0, e.Cash));
        if (payment <= 0) return;
        e.Payable -= payment;
        life.Pay(Indicator.ChainPayments, payment);
        life.File(life.Tray.ChainPayments, new ChainMoney(life.Firm.Chain, payment));
    }
}
