namespace SimLab.Model.Forms;

/// <summary>A firm's search for investors.</summary>
public struct EquityRound : IForm
{
    /// <summary>Chance that the firm seeks equity this month.</summary>
    public double Chance;

    /// <summary>Attractiveness to investors; the equity market serves the most attractive firms first.</summary>
    public double Attraction;

    public static FormKind Kind => FormKind.EquityRound;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
