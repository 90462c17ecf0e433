namespace SimLab.Model.Markets;

/// <summary>
/// Distribution of public spending over the regions: by residents (census 2020, gansu.md B8); Lanzhou New Area has
/// 500,000 of Lanzhou's.
/// </summary>
public static class PublicSpending
{
    private static readonly double[] Residents =                            // 10,000 people
    [
        385.94, 50, 31.27, 43.80, 151.21, 298.47, 146.50, 113.10, 184.86, 105.57, 217.97, 252.41, 240.73, 210.98, 69.18,
    ];

    private static readonly double Total = Residents.Sum();

    /// <summary>The region's share of public spending, 0 to 1.</summary>
    public static double Share(Region region) => Residents[(int)region] / Total;
}
