namespace SimLab.Model.Forms;

/// <summary>What investors have for the province's firms.</summary>
public struct InvestorPlan : IForm
{
    /// <summary>Fen a year.</summary>
    public long MoneyPerYear;

    /// <summary>Kept for projects of manufacturers, and of the data industry, fen a year.</summary>
    public long ForManufacturing, ForData;

    public static FormKind Kind => FormKind.InvestorPlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
