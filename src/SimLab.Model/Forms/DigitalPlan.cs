namespace SimLab.Model.Forms;

/// <summary>How a firm goes digital this month.</summary>
public struct DigitalPlan : IForm
{
    /// <summary>Chance that a firm not on the cloud moves there.</summary>
    public double CloudChance;

    /// <summary>Digital levels gained a year.</summary>
    public double LevelStep;

    public static FormKind Kind => FormKind.DigitalPlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
