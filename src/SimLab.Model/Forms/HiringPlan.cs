namespace SimLab.Model.Forms;

/// <summary>A firm's search for researchers.</summary>
public struct HiringPlan : IForm
{
    /// <summary>Researchers sought, people.</summary>
    public int People;

    /// <summary>Attractiveness to researchers; the talent market serves the most attractive firms first.</summary>
    public double Attraction;

    public static FormKind Kind => FormKind.HiringPlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
