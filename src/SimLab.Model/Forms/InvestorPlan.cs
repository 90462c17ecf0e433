namespace SimLab.Model.Forms;

/// <summary>Investors' money for the province's firms.</summary>
public struct InvestorPlan : IForm
{
    /// <summary>Money open to firms of all industries, fen a year.</summary>
    public long MoneyPerYear;

    /// <summary>Reserved for projects of manufacturers, and of the data industry, fen a year.</summary>
    public long ForManufacturing, ForData;

    public static FormKind Kind => FormKind.InvestorPlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
