namespace SimLab.Model.Forms;

/// <summary>A firm looks for researchers.</summary>
public struct HiringPlan : IForm
{
    /// <summary>How many.</summary>
    public int People;

    /// <summary>How attractive it is to them; the talent market serves the most attractive first.</summary>
    public double Attraction;

    public static FormKind Kind => FormKind.HiringPlan;
    public static string[] FieldNames { get; } = ["people", "attraction"];
    public long PublicCost { get; set; }
    public long Support { get; set; }

    public readonly double Field(int index) => index == 0 ? People : Attraction;
}
