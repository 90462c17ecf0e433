namespace SimLab.Model.Forms;

/// <summary>Equipment a firm plans to buy this month.</summary>
public struct InvestmentPlan : IForm
{
    public long Cost;                                      // fen

    public static FormKind Kind => FormKind.InvestmentPlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
