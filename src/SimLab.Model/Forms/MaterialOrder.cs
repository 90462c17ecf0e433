namespace SimLab.Model.Forms;

/// <summary>A month's order of raw materials: their price and the risk that supply stops.</summary>
public struct MaterialOrder : IForm
{
    /// <summary>Price relative to month zero, for the part that follows the commodity index.</summary>
    public double Price;

    /// <summary>Chance that supply stops for part of the month.</summary>
    public double StopChance;

    public static FormKind Kind => FormKind.MaterialOrder;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
