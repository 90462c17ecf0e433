using SimLab.Model.Forms;
using SimLab.Model.Papers;

namespace SimLab.Model.Enterprises;

/// <summary>
/// Money that public bodies owe comes in, part of it late: an invoice is due a month after delivery (国务院令728号);
/// what is not paid by then is arrears, settled slowly. What the firm's customer along the chain owes gets a month older.
/// </summary>
public static class CollectPayments
{
    public static void Collect(ref Life life)
    {
        ref var e = ref life.E;
        if (e.OwedByPublic.Total > 0) FromPublicBodies(ref life);
        if (e.OwedByCustomer.Total > 0) e.OwedByCustomer.Age(1 / life.Habits.ChainTerm);
    }

    /// <summary>How public bodies pay when no measure makes them.</summary>
    public static Invoice PublicInvoice(Habits habits) => new()
    {
        PublicBody = true,
        PaidWhenDue = habits.PublicPaysOnTime,
        ArrearsPaid = habits.PublicArrearsPaid,
        OldArrearsPaid = habits.PublicOldArrearsPaid,
    };

    private static void FromPublicBodies(ref Life life)
    {
        var invoice = PublicInvoice(life.Habits);
        life.Pass(life.Desk.Invoices, ref invoice);
        var paid = life.E.OwedByPublic.PayAsPublicBodies(invoice);
        if (paid > 0) life.Receive(Indicator.PublicPaid, paid);
    }
}
