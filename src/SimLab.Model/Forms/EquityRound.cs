namespace SimLab.Model.Forms;

/// <summary>A firm looks for investors.</summary>
public struct EquityRound : IForm
{
    /// <summary>Chance that it tries this month.</summary>
    public double Chance;

    /// <summary>How attractive it is to them; the equity market serves the most attractive first.</summary>
    public double Attraction;

    public static FormKind Kind => FormKind.EquityRound;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
