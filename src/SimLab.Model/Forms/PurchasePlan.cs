namespace SimLab.Model.Forms;

/// <summary>A chain leader's planned purchases from its suppliers along the chain this month.</summary>
public struct PurchasePlan : IForm
{
    /// <summary>Share of its materials bought along the chain, 0 to 1.</summary>
    public double ShareFromChain;

    public static FormKind Kind => FormKind.PurchasePlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
