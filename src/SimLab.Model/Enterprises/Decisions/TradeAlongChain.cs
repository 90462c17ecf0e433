using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Papers;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>
/// A firm with suppliers along its chain orders from them on credit, and pays them what its cash allows; a supplier offers
/// its customer free capacity and says what it is owed. Who is paid late pays late: some of what is overdue to it it lets its
/// own suppliers wait for, and short of cash it pays them last. So arrears travel down the chain.
/// </summary>
public static class TradeAlongChain
{
    public static void Decide(ref Life life)
    {
        if (life.Firm.Suppliers > 0) Buy(ref life);
        if (life.Firm.Tier >= Tier.First) Sell(ref life);
    }

    /// <summary>A firm that closes pays its suppliers from what cash it has left; the rest they lose.</summary>
    public static void Settle(ref Life life)
    {
        ref var e = ref life.E;
        Pay(ref life, Math.Clamp(e.Cash, 0, e.Payable));
        if (e.Payable == 0) return;
        life.Count(Indicator.ChainDebtsDefaulted, e.Payable);
        life.File(life.Tray.ChainDefaults, new ChainMoney(life.Firm.OwnAccount, e.Payable));
    }

    private static void Buy(ref Life life)
    {
        ref var e = ref life.E;
        var order = Fen.FromYuan(e.Demand * life.Traits.Materials * ShareFromChain(ref life));
        if (order > 0) life.File(life.Tray.ChainOrders, new ChainMoney(life.Firm.OwnAccount, order));
        if (e.Payable == 0) return;

        var invoice = new Invoice { PaidWhenDue = life.Firm.LeadsChain ? life.Habits.LeadersPay : life.Habits.FirstTierPays };
        life.Pass(life.Desk.Invoices, ref invoice);
        var spare = e.Cash - Fen.FromYuan(Invest.MonthlyCosts(life) * life.Habits.KeptBack);
        Pay(ref life, Math.Min(Due(e.Payable, Waits(e, life.Habits), invoice.PaidWhenDue), Math.Max(0, spare)));
    }

    /// <summary>What suppliers are let wait for because the firm itself waits for overdue money, fen.</summary>
    internal static long Waits(in Enterprise e, Habits habits) => Fen.Share(e.OwedByPublic.Late + e.OwedByCustomer.Late, habits.PassedOn);

    /// <summary>What a customer with enough cash pays this month, fen.</summary>
    internal static long Due(long payable, long waits, double paid) => Fen.Share(Math.Max(0, payable - waits), Math.Min(1, paid));

    // Measures open the purchase lists of leaders.
    private static double ShareFromChain(ref Life life)
    {
        if (!life.Firm.LeadsChain) return life.Habits.FirstTierBuysLocally;
        var plan = new PurchasePlan { ShareFromChain = life.Habits.LeadersBuyLocally };
        life.Pass(life.Desk.PurchasePlans, ref plan);
        return plan.ShareFromChain;
    }

    private static void Pay(ref Life life, long payment)
    {
        if (payment <= 0) return;
        life.E.Payable -= payment;
        life.Pay(Indicator.ChainPayments, payment);
        life.File(life.Tray.ChainPayments, new ChainMoney(life.Firm.OwnAccount, payment));
    }

    private static void Sell(ref Life life)
    {
        ref var e = ref life.E;
        var owed = e.OwedByCustomer.Total;
        if (owed > 0) life.File(life.Tray.ChainClaims, new ChainMoney(life.Firm.CustomerAccount, owed));

        if (!life.Dice.Says(Matter.OfferAlongChain, life.Habits.OffersAlongChain)) return;
        var free = Trade.Capacity(life) - e.Demand - Fen.ToYuan(e.OrdersPublic + e.OrdersChain) / life.Habits.MonthsToDeliver;
        if (free <= 0.02 * e.Demand) return;
        var rank = 1 - 0.1 * e.QualityLevel - 0.05 * (e.Capability - 1) + life.Dice.Bell(Matter.ChainRank, life.Habits.BidSpread);
        life.File(life.Tray.ChainOffers, new ChainOffer(life.Firm.CustomerAccount, Fen.FromYuan(free * life.Habits.MonthsToDeliver), rank));
    }
}
