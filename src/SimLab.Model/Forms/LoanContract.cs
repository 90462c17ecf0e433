namespace SimLab.Model.Forms;

/// <summary>A loan the bank has granted: what the public purse adds to it is booked here.</summary>
public struct LoanContract : IForm
{
    public long Amount;                                    // fen

    /// <summary>The part beyond replacing what the firm repays in a year, fen.</summary>
    public long NewMoney;

    /// <summary>Interest a year, share.</summary>
    public double Rate;

    public static FormKind Kind => FormKind.LoanContract;
    public static string[] FieldNames { get; } = ["amount", "newMoney", "rate"];
    public long PublicCost { get; set; }
    public long Support { get; set; }

    public readonly double Field(int index) => index switch { 0 => Fen.ToYuan(Amount), 1 => Fen.ToYuan(NewMoney), _ => Rate };
}
