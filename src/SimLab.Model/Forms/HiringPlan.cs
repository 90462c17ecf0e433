namespace SimLab.Model.Forms;

/// <summary>A firm looks for researchers.</summary>
public struct HiringPlan : IForm
{
    /// <summary>How many.</summary>
    public int People;

    /// <summary>How attractive it is to them; the talent market serves the most attractive first.</summary>
    public double Attraction;

    public static FormKind Kind => FormKind.HiringPlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
