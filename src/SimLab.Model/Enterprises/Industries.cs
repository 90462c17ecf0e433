namespace SimLab.Model.Enterprises;

/// <summary>
/// How an industry turns money into sales: shares of sales, yuan a year, ratios.
/// Assumed, shaped on the proportions of national input–output tables and census ratios; open to calibration.
/// </summary>
/// <param name="Materials">Bought goods and services, share of sales.</param>
/// <param name="Labour">Wages, share of sales; sales per worker follow from it.</param>
/// <param name="Overhead">Rent, energy, sales and administration, share of sales.</param>
/// <param name="SalesToCapital">Yearly sales per yuan of fixed assets at normal load.</param>
/// <param name="Wage">Yuan a worker and year.</param>
/// <param name="VatRate">Of a general taxpayer's sales: 13, 9 or 6 % (增值税).</param>
/// <param name="CommodityExposure">Share of materials that follows the commodity index.</param>
public readonly record struct IndustryTraits(
    double Materials, double Labour, double Overhead, double SalesToCapital, double Wage, double VatRate, double CommodityExposure)
{
    /// <summary>Yearly sales per worker at capability 1, yuan.</summary>
    public double SalesPerWorker => Wage / Labour;
}

public static class Industries
{
    private static readonly IndustryTraits[] Table =
    [
        /* Agriculture            */ new(0.55, 0.22, 0.12, 1.4, 40_000, 0.09, 0.3),
        /* Mining                 */ new(0.42, 0.18, 0.20, 1.0, 85_000, 0.13, 0.3),
        /* Manufacturing          */ new(0.70, 0.10, 0.10, 2.0, 70_000, 0.13, 0.6),
        /* Utilities              */ new(0.60, 0.10, 0.12, 0.8, 90_000, 0.13, 0.4),
        /* Construction           */ new(0.66, 0.16, 0.10, 4.0, 55_000, 0.09, 0.5),
        /* Wholesale              */ new(0.88, 0.03, 0.05, 8.0, 50_000, 0.13, 0.2),
        /* Retail                 */ new(0.80, 0.08, 0.06, 6.0, 42_000, 0.13, 0.1),
        /* Transport              */ new(0.50, 0.20, 0.19, 1.4, 65_000, 0.09, 0.4),
        /* Storage                */ new(0.45, 0.20, 0.22, 1.2, 55_000, 0.06, 0.2),
        /* Post                   */ new(0.35, 0.40, 0.15, 3.0, 55_000, 0.06, 0.2),
        /* Accommodation          */ new(0.30, 0.30, 0.28, 1.2, 40_000, 0.06, 0.1),
        /* Catering               */ new(0.45, 0.27, 0.20, 2.5, 38_000, 0.06, 0.1),
        /* Telecommunication      */ new(0.35, 0.15, 0.36, 1.0, 100_000, 0.06, 0.05),
        /* Software               */ new(0.30, 0.40, 0.20, 4.0, 100_000, 0.06, 0.02),
        /* RealEstateDevelopment  */ new(0.70, 0.06, 0.14, 3.0, 70_000, 0.09, 0.3),
        /* PropertyManagement     */ new(0.25, 0.45, 0.22, 3.0, 45_000, 0.06, 0.05),
        /* LeasingAndBusiness     */ new(0.40, 0.25, 0.25, 2.5, 60_000, 0.06, 0.05),
        /* ResearchAndTechnical   */ new(0.35, 0.35, 0.20, 3.0, 95_000, 0.06, 0.05),
        /* WaterAndEnvironment    */ new(0.40, 0.25, 0.20, 1.0, 50_000, 0.06, 0.1),
        /* ResidentServices       */ new(0.35, 0.35, 0.20, 3.0, 42_000, 0.06, 0.05),
        /* Education              */ new(0.15, 0.50, 0.24, 2.0, 55_000, 0.06, 0.02),
        /* Health                 */ new(0.40, 0.33, 0.18, 1.8, 80_000, 0.06, 0.05),
        /* CultureAndSports       */ new(0.30, 0.30, 0.28, 1.5, 55_000, 0.06, 0.02),
    ];

    public static ref readonly IndustryTraits Of(Industry industry) => ref Table[(int)industry];
}
