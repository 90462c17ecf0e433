namespace SimLab.Model.Forms;

/// <summary>A firm past the above-scale threshold decides whether to report to the statistics office (应统尽统), once a year.</summary>
public struct StatisticsReport : IForm
{
    /// <summary>Chance that it reports this year.</summary>
    public double Chance;

    public static FormKind Kind => FormKind.StatisticsReport;
    public long PublicCost { get; set; }
    public long Support { get; set; }
}
