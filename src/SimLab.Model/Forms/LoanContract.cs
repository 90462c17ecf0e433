namespace SimLab.Model.Forms;

/// <summary>A loan the bank has granted: what the public purse adds to it is booked here.</summary>
public struct LoanContract : IForm
{
    public long Amount;                                    // fen

    /// <summary>The part beyond replacing what the firm repays in a year, fen.</summary>
    public long NewMoney;

    /// <summary>Interest a year, share.</summary>
    public double Rate;

    /// <summary>Months until it is due.</summary>
    public double Term;

    /// <summary>Fee of the guarantor, share of the amount, paid by the firm when it signs.</summary>
    public double GuaranteeFee;

    public static FormKind Kind => FormKind.LoanContract;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
