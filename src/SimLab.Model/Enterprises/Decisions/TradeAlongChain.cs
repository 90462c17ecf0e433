using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Operations;
using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>
/// A firm with suppliers along its chain orders from them on credit and pays them as cash allows; a supplier offers
/// its customer free capacity and sends its claim. Late payment is passed on: a firm delays its own suppliers for part
/// of its overdue claims and, short of cash, pays them last. So arrears travel down the chain.
/// </summary>
public static class TradeAlongChain
{
    /// <summary>Sends the orders, payments, claims and offers of the month.</summary>
    public static void Decide(ref FirmContext context)
    {
        if (context.Firm.Suppliers > 0) Buy(ref context);
        if (context.Firm.Tier >= Tier.First) Sell(ref context);
    }

    /// <summary>A closing firm pays its suppliers from its remaining cash; they lose the rest.</summary>
    public static void Settle(ref FirmContext context)
    {
        ref var e = ref context.State;
        Pay(ref context, Math.Clamp(e.Cash, 0, e.Payable));
        if (e.Payable == 0) return;
        context.Count(Indicator.ChainDebtsDefaulted, e.Payable);
        context.Send(context.Outbox.ChainDefaults, new ChainMoney(context.Firm.OwnAccount, e.Payable));
    }

    private static void Buy(ref FirmContext context)
    {
        ref var e = ref context.State;
        var (share, usual) = ShareFromChain(ref context);
        var order = Fen.FromYuan(context.ExpectedSales * context.Traits.Materials * share);
        if (order > 0) context.Send(
            context.Outbox.ChainOrders, new ChainMoney(context.Firm.OwnAccount, order, Math.Max(0, 1 - usual / share)));
        if (e.Payable == 0) return;

        var invoice = new Invoice
        { PaidWhenDue = context.Firm.LeadsChain ? context.Behaviour.LeadersPay : context.Behaviour.FirstTierPays };
        context.Pass(context.Desk.Invoices, ref invoice);
        var spare = e.Cash - Fen.FromYuan(Liquidity.MonthlyCosts(context) * context.Behaviour.KeptBack);
        Pay(ref context, Math.Min(Due(e.Payable, Waits(e, context.Behaviour), invoice.PaidWhenDue), Math.Max(0, spare)));
    }

    /// <summary>Payment withheld from suppliers because the firm itself waits for overdue money, fen.</summary>
    internal static long Waits(in Enterprise e, BehaviouralParameters behaviour) =>
        Fen.Share(e.OwedByPublic.Late + e.OwedByCustomer.Late, behaviour.PassedOn);

    /// <summary>Payment this month of a customer with enough cash, fen.</summary>
    internal static long Due(long payable, long waits, double paid) => Fen.Share(Math.Max(0, payable - waits), Math.Min(1, paid));

    // Measures open the purchase lists of leaders. Beside the share of materials: the usual one.
    private static (double Share, double Usual) ShareFromChain(ref FirmContext context)
    {
        if (!context.Firm.LeadsChain) return (context.Behaviour.FirstTierBuysLocally, context.Behaviour.FirstTierBuysLocally);
        var plan = new PurchasePlan { ShareFromChain = context.Behaviour.LeadersBuyLocally };
        context.Pass(context.Desk.PurchasePlans, ref plan);
        return (plan.ShareFromChain, context.Behaviour.LeadersBuyLocally);
    }

    private static void Pay(ref FirmContext context, long payment)
    {
        if (payment <= 0) return;
        context.State.Payable -= payment;
        context.Pay(Indicator.ChainPayments, payment);
        context.Send(context.Outbox.ChainPayments, new ChainMoney(context.Firm.OwnAccount, payment));
    }

    private static void Sell(ref FirmContext context)
    {
        ref var e = ref context.State;
        var owed = e.OwedByCustomer.Total;
        if (owed > 0) context.Send(context.Outbox.ChainClaims, new ChainMoney(context.Firm.CustomerAccount, owed));

        if (!context.Draws.Bernoulli(DrawId.OfferAlongChain, context.Behaviour.OffersAlongChain)) return;
        var free = SpareCapacity.Of(Trade.Capacity(context), e, context.Behaviour);
        if (!SpareCapacity.IsWorthSelling(free, context.ExpectedSales, context.Behaviour)) return;
        var rank = SpareCapacity.Rank(
            e.QualityLevel, e.Capability, context.Draws.Logistic(DrawId.ChainRank, context.Behaviour.BidSpread),
            context.Behaviour);
        context.Send(
            context.Outbox.ChainOffers,
            new ChainOffer(context.Firm.CustomerAccount, Fen.FromYuan(free * context.Behaviour.MonthsToDeliver), rank));
    }
}
