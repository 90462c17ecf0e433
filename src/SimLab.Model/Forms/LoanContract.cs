namespace SimLab.Model.Forms;

/// <summary>A loan the bank has granted. Its public cost is booked here.</summary>
public struct LoanContract : IForm
{
    public long Amount;                                    // fen

    /// <summary>New lending beyond what the firm repays in a year, fen.</summary>
    public long NewMoney;

    /// <summary>Yearly interest rate, share.</summary>
    public double Rate;

    /// <summary>Term of the loan, months.</summary>
    public double Term;

    /// <summary>Guarantor's fee, share of the amount; the firm pays it on signing.</summary>
    public double GuaranteeFee;

    public static FormKind Kind => FormKind.LoanContract;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
