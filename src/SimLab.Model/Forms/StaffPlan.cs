namespace SimLab.Model.Forms;

/// <summary>A firm's hiring this month, researchers excluded.</summary>
public struct StaffPlan : IForm
{
    /// <summary>Hires the firm would make without support, people.</summary>
    public int People;

    /// <summary>
    /// Hires from key groups among them: graduates of the year, registered unemployed, people lifted out of poverty
    /// (重点群体).
    /// </summary>
    public int KeyPeople;

    public static FormKind Kind => FormKind.StaffPlan;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
