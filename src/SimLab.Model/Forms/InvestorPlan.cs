namespace SimLab.Model.Forms;

/// <summary>What investors have for the province's firms.</summary>
public struct InvestorPlan : IForm
{
    /// <summary>Fen a year.</summary>
    public long MoneyPerYear;

    /// <summary>Kept for projects of manufacturers, and of the data industry, fen a year.</summary>
    public long ForManufacturing, ForData;

    public static FormKind Kind => FormKind.InvestorPlan;
    public static string[] FieldNames { get; } = ["moneyPerYear", "forManufacturing", "forData"];
    public long PublicCost { get; set; }
    public long Support { get; set; }

    public readonly double Field(int index) => Fen.ToYuan(index switch { 0 => MoneyPerYear, 1 => ForManufacturing, _ => ForData });
}
