namespace SimLab.Model.Forms;

/// <summary>What investors have for the province's firms.</summary>
public struct InvestorPlan : IForm
{
    /// <summary>Fen a year.</summary>
    public long MoneyPerYear;

    public static FormKind Kind => FormKind.InvestorPlan;
    public static string[] FieldNames { get; } = ["moneyPerYear"];
    public long PublicCost { get; set; }
    public long Support { get; set; }

    public readonly double Field(int index) => Fen.ToYuan(MoneyPerYear);
}
