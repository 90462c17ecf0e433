using SimLab.Model.Forms;
using SimLab.Model.Papers;

namespace SimLab.Model.Enterprises;

/// <summary>
/// Money that public bodies owe comes in, part of it late: an invoice is due a month after delivery (国务院令728号);
/// what is not paid by then is arrears, settled slowly.
/// </summary>
public static class CollectPayments
{
    public static void Collect(ref Life life)
    {
        ref var e = ref life.E;
        if (e.ReceivablePublic + e.ArrearsPublic > 0) FromPublicBodies(ref life);

        // What the chain has not paid within a quarter counts as overdue.
        var aged = e.ReceivableLarge / 3;
        e.ReceivableLarge -= aged;
        e.ArrearsLarge += aged;
    }

    private static void FromPublicBodies(ref Life life)
    {
        ref var e = ref life.E;
        var invoice = new Invoice { PublicBody = true, PaidWhenDue = life.Habits.PublicPaysOnTime, ArrearsPaid = life.Habits.PublicArrearsPaid };
        life.Pass(life.Desk.Invoices, ref invoice);
        var late = Fen.Share(e.ArrearsPublic, invoice.ArrearsPaid);
        var onTime = Fen.Share(e.ReceivablePublic, invoice.PaidWhenDue);
        e.ArrearsPublic += e.ReceivablePublic - onTime - late;
        e.ReceivablePublic = 0;
        if (late + onTime > 0) life.Receive(Indicator.PublicPaid, late + onTime);
    }
}
