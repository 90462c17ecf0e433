namespace SimLab.Model.Forms;

/// <summary>A possible visit of the service system this month, which informs the firm about policy.</summary>
public struct ServiceVisit : IForm
{
    /// <summary>Chance of a visit this month.</summary>
    public double Chance;

    /// <summary>Share of the policy knowledge it lacks that the firm gains on a visit, 0 to 1.</summary>
    public double Depth;

    /// <summary>
    /// Share of the policy knowledge it lacks that the firm gains each month from platforms, at digital level 1.
    /// </summary>
    public double Platform;

    public static FormKind Kind => FormKind.ServiceVisit;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
