namespace SimLab.Model.Forms;

/// <summary>A firm's digitalisation this month.</summary>
public struct DigitalPlan : IForm
{
    /// <summary>Chance that a firm not yet on the cloud moves there this month.</summary>
    public double CloudChance;

    /// <summary>Digital levels gained a year.</summary>
    public double LevelStep;

    public static FormKind Kind => FormKind.DigitalPlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
