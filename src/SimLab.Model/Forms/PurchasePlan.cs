namespace SimLab.Model.Forms;

/// <summary>What a chain leader means to buy from its suppliers along the chain this month.</summary>
public struct PurchasePlan : IForm
{
    /// <summary>Share of its materials.</summary>
    public double ShareFromChain;

    public static FormKind Kind => FormKind.PurchasePlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
