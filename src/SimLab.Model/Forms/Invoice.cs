namespace SimLab.Model.Forms;

/// <summary>The terms on which a debtor pays small firms this month.</summary>
public struct Invoice : IForm
{
    /// <summary>The debtor is a public body, and the firm on the card its creditor; otherwise the firm on the card owes its suppliers.</summary>
    public bool PublicBody;

    /// <summary>Share of what falls due that is paid on time (public bodies), or of all that is owed (firms), as far as cash allows.</summary>
    public double PaidWhenDue;

    /// <summary>Public bodies: share settled this month of what has been overdue for up to a year, and of what has been for longer.</summary>
    public double ArrearsPaid, OldArrearsPaid;

    public static FormKind Kind => FormKind.Invoice;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
