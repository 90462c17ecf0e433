using SimLab.Model.Economy;
using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Enterprises.Operations;

/// <summary>
/// Collects money from public bodies, part of it late: an invoice is due a month after delivery (国务院令728号); unpaid
/// invoices become arrears, settled slowly. Claims on the customer along the chain age by a month.
/// </summary>
public static class CollectPayments
{
    /// <summary>Collects public payments and ages chain claims.</summary>
    public static void Collect(ref FirmContext context)
    {
        ref var e = ref context.State;
        if (e.OwedByPublic.Total > 0) FromPublicBodies(ref context);
        if (e.OwedByCustomer.Total > 0) e.OwedByCustomer.Age(1 / context.Behaviour.ChainTerm);
    }

    /// <summary>How public bodies pay without measures.</summary>
    public static Invoice PublicInvoice(BehaviouralParameters behaviour) => new()
    {
        PublicBody = true,
        PaidWhenDue = behaviour.PublicPaysOnTime,
        ArrearsPaid = behaviour.PublicArrearsPaid,
        OldArrearsPaid = behaviour.PublicOldArrearsPaid,
    };

    private static void FromPublicBodies(ref FirmContext context)
    {
        var usual = PublicInvoice(context.Behaviour);
        var (invoice, owed) = (usual, context.State.OwedByPublic);
        context.Pass(context.Desk.Invoices, ref invoice);
        var paid = context.State.OwedByPublic.PayAsPublicBodies(invoice);
        if (paid > 0) context.Receive(Indicator.PublicPaid, paid);
        if (context.Desk.Invoices.Length > 0) context.Count(Indicator.PublicPaidSooner, paid - owed.PayAsPublicBodies(usual));
    }
}
