namespace SimLab.Model.Forms;

/// <summary>The terms on which a debtor pays small firms this month.</summary>
public struct Invoice : IForm
{
    /// <summary>
    /// True: the debtor is a public body and the firm on the card its creditor; false: the firm on the card owes its
    /// suppliers.
    /// </summary>
    public bool PublicBody;

    /// <summary>
    /// Share of the amount due paid on time (public bodies), or of all debt (firms), as far as cash allows.
    /// </summary>
    public double PaidWhenDue;

    /// <summary>Public bodies: share paid this month of invoices overdue for up to a year, and of older ones.</summary>
    public double ArrearsPaid, OldArrearsPaid;

    public static FormKind Kind => FormKind.Invoice;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
