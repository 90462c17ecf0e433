namespace SimLab.Model.Forms;

/// <summary>Arrival of researchers in the province's regions this month.</summary>
public struct TalentPlan : IForm
{
    /// <summary>R&amp;D staff of the province at the end of last month.</summary>
    public int RndStaff;

    /// <summary>Graduates and newcomers, share of R&amp;D staff a year.</summary>
    public double Arriving;

    public static FormKind Kind => FormKind.TalentPlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
