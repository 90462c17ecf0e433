namespace SimLab.Model.Forms;

/// <summary>
/// Yearly decision of a firm past the above-scale threshold to report to the statistics office (应统尽统).
/// </summary>
public struct StatisticsReport : IForm
{
    /// <summary>Chance that it reports this year.</summary>
    public double Chance;

    public static FormKind Kind => FormKind.StatisticsReport;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
