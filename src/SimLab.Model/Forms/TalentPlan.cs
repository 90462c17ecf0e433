namespace SimLab.Model.Forms;

/// <summary>How many researchers come to the province's regions this month.</summary>
public struct TalentPlan : IForm
{
    /// <summary>R&amp;D staff of the province at the end of last month.</summary>
    public long RndStaff;

    /// <summary>Graduates and newcomers, share of R&amp;D staff a year.</summary>
    public double Arriving;

    public static FormKind Kind => FormKind.TalentPlan;
    public static string[] FieldNames { get; } = ["rndStaff", "arriving"];
    public long PublicCost { get; set; }
    public long Support { get; set; }

    public readonly double Field(int index) => index == 0 ? RndStaff : Arriving;
}
