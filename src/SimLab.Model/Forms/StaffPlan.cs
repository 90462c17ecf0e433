namespace SimLab.Model.Forms;

/// <summary>A firm takes people on this month, researchers aside.</summary>
public struct StaffPlan : IForm
{
    /// <summary>How many it would take on without support.</summary>
    public int People;

    /// <summary>Those of them from key groups: graduates of the year, registered unemployed, people lifted out of poverty (重点群体).</summary>
    public int KeyPeople;

    public static FormKind Kind => FormKind.StaffPlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
