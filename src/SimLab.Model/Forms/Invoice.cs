namespace SimLab.Model.Forms;

/// <summary>The terms on which a debtor pays small firms this month.</summary>
public struct Invoice : IForm
{
    /// <summary>The debtor is a public body; otherwise a chain leader.</summary>
    public bool PublicBody;

    /// <summary>Share of what falls due that is paid on time (public bodies), or of all that is owed (chain leaders).</summary>
    public double PaidWhenDue;

    /// <summary>Share of overdue invoices settled this month.</summary>
    public double ArrearsPaid;

    public static FormKind Kind => FormKind.Invoice;
    public static string[] FieldNames { get; } = ["paidWhenDue", "arrearsPaid"];
    public long PublicCost { get; set; }
    public long Support { get; set; }

    public readonly double Field(int index) => index == 0 ? PaidWhenDue : ArrearsPaid;
}
