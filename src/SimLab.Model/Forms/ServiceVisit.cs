namespace SimLab.Model.Forms;

/// <summary>Does somebody from the service system come by this month and explain what policy offers?</summary>
public struct ServiceVisit : IForm
{
    /// <summary>Chance of a visit this month.</summary>
    public double Chance;

    /// <summary>Share of what the firm did not know that it learns on a visit.</summary>
    public double Depth;

    /// <summary>Share of what it does not know that it learns each month from platforms, at digital level 1.</summary>
    public double Platform;

    public static FormKind Kind => FormKind.ServiceVisit;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
