namespace SimLab.Model.Enterprises;

/// <summary>
/// Typical ratios of an industry. Assumed, after the proportions of national input–output tables and tax lives; open to
/// calibration. Month zero sets a firm's own technique (<see cref="Firm.Wage"/> and the next fields) around them.
/// </summary>
/// <param name="Materials">Purchased goods and services, share of sales.</param>
/// <param name="Labour">Wages, share of sales.</param>
/// <param name="Wage">Yuan per worker and year.</param>
/// <param name="Depreciation">Share of fixed assets per year.</param>
/// <param name="CommodityExposure">Share of materials that follows the commodity index.</param>
public readonly record struct IndustryTraits(double Materials, double Labour, double Wage, double Depreciation, double CommodityExposure);

/// <summary>Table of typical ratios by industry.</summary>
public static class Industries
{
    private static readonly IndustryTraits[] Table =
    [
        /* Agriculture            */ new(0.55, 0.22, 40_000, 0.07, 0.3),
        /* Mining                 */ new(0.42, 0.18, 85_000, 0.08, 0.3),
        /* Manufacturing          */ new(0.70, 0.10, 70_000, 0.09, 0.6),
        /* Utilities              */ new(0.50, 0.10, 90_000, 0.045, 0.4),
        /* Construction           */ new(0.66, 0.16, 55_000, 0.1, 0.5),
        /* Wholesale              */ new(0.88, 0.03, 50_000, 0.09, 0.2),
        /* Retail                 */ new(0.80, 0.08, 42_000, 0.09, 0.1),
        /* Transport              */ new(0.50, 0.20, 65_000, 0.09, 0.4),
        /* Storage                */ new(0.45, 0.20, 55_000, 0.05, 0.2),
        /* Post                   */ new(0.35, 0.40, 55_000, 0.1, 0.2),
        /* Accommodation          */ new(0.30, 0.30, 40_000, 0.05, 0.1),
        /* Catering               */ new(0.45, 0.27, 38_000, 0.1, 0.1),
        /* Telecommunication      */ new(0.35, 0.15, 100_000, 0.09, 0.05),
        /* Software               */ new(0.30, 0.40, 100_000, 0.15, 0.02),
        /* RealEstateDevelopment  */ new(0.65, 0.06, 70_000, 0.015, 0.3),
        /* PropertyManagement     */ new(0.25, 0.45, 45_000, 0.08, 0.05),
        /* LeasingAndBusiness     */ new(0.40, 0.25, 60_000, 0.02, 0.05),
        /* ResearchAndTechnical   */ new(0.35, 0.35, 95_000, 0.12, 0.05),
        /* WaterAndEnvironment    */ new(0.40, 0.25, 50_000, 0.02, 0.1),
        /* ResidentServices       */ new(0.35, 0.35, 42_000, 0.1, 0.05),
        /* Education              */ new(0.15, 0.50, 55_000, 0.05, 0.02),
        /* Health                 */ new(0.40, 0.33, 80_000, 0.08, 0.05),
        /* CultureAndSports       */ new(0.30, 0.30, 55_000, 0.06, 0.02),
    ];

    /// <summary>Typical ratios of an industry.</summary>
    public static ref readonly IndustryTraits Of(Industry industry) => ref Table[(int)industry];
}
