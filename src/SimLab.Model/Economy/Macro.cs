namespace SimLab.Model.Economy;

/// <summary>Exogenous environment by calendar year, equal in all arms: differences between arms are policy.</summary>
public sealed record Macro
{
    [Assumption("share a year", -0.2, 0.3,
        "gansu.md B4: real growth 4.6 % (2022), 6.6 % (2023), 5.8 % (2024, 2025); 1 % prices assumed", Confidence.Derived)]
    public YearPath DemandGrowth { get; init; } = YearPath.Of((2022, 0.056), (2023, 0.076), (2024, 0.068), (2025, 0.068));

    [Assumption("months", 0, 120,
        "trading under the law alone before month zero, so that cash, machines and refusals are spread as among firms that have traded "
        + "for years; 24 are enough for what is asked of a bank and for investment to settle, assumed", Confidence.Assumed)]
    public double BurnIn { get; init; } = 24;

    [Assumption("share a year", 0, 0.05,
        "customers that firms win by what they learn in a year without the notice, where markets are not local: part of the growth of "
        + "demand; assumed, near what firms of the model win", Confidence.Assumed)]
    public double UsualCustomersWon { get; init; } = 0.003;

    [Assumption("share a year", -0.05, 0.15,
        "growth of sales and pay per worker within firms: real growth of 5.8 % (gansu.md B4) and 1 % prices less about 1.5 % more people "
        + "in firms are 5.3 % of all firms together, and new firms begin below; no yearly count of Gansu's jobs found", Confidence.Derived)]
    public double OutputPerHeadGrowth { get; init; } = 0.055;

    [Assumption("share a year, standard deviation", 0, 0.1, "how uncertain a year's demand is beforehand; assumed", Confidence.Assumed)]
    public double DemandUncertainty { get; init; } = 0.012;

    [Assumption("share a year", -0.1, 0.5,
        "growth of banks' room for SME loans without the notice: small and micro +11.5 % in 2022 (gansu.md B5, derived), carried on; "
        + "medium slower", Confidence.Derived)]
    public YearPath BankCreditGrowth { get; init; } = YearPath.Of((2022, 0.10), (2023, 0.095), (2024, 0.08));

    [Assumption("share a year, standard deviation", 0, 0.1, "how uncertain a year's bank room is beforehand; assumed", Confidence.Assumed)]
    public double CreditUncertainty { get; init; } = 0.01;

    [Assumption("yuan", 0, 1e13,
        "all loans of Gansu less the SME loans modelled, end of 2021: 23,890 (gansu.md B5, derived) less 7,780 (100 million yuan)",
        Confidence.Derived)]
    public double OtherLoans { get; init; } = 1_611_000_000_000;

    [Assumption("share a year", -0.2, 0.3,
        "growth of loans to large firms and households: all loans +6.3 % (2022), +8.3 % (2023) less the SME part (gansu.md B5)",
        Confidence.Derived)]
    public YearPath OtherLoansGrowth { get; init; } = YearPath.Of((2022, 0.045), (2023, 0.07), (2024, 0.05));

    [Assumption("log points, standard deviation a month", 0, 0.2,
        "raw-material index; assumed near the volatility of producer prices of materials", Confidence.Assumed)]
    public double CommodityVolatility { get; init; } = 0.02;

    [Assumption("share of the gap a month", 0, 1, "raw-material index returns to its mean; assumed", Confidence.Assumed)]
    public double CommodityReversion { get; init; } = 0.08;

    [Assumption("yuan a year", 0, 1e12,
        "gansu.md B6: national procurement 2023, 33,929.6, times Gansu's 0.94 % of GDP (100 million yuan): 319", Confidence.Derived)]
    public YearPath PublicProcurement { get; init; } = YearPath.Of((2022, 31_000_000_000), (2023, 31_900_000_000), (2024, 32_500_000_000));

    [Assumption("share a year", 0, 0.15,
        "interest on bonds for measures that are paid by debt: ten-year bonds of provinces were near 3 % in 2022 and 2023; general "
        + "knowledge, assumed", Confidence.Assumed)]
    public double PublicDebtRate { get; init; } = 0.03;

    [Assumption("years", 1, 100,
        "in which bonds for measures are repaid, an equal part of the rest each month; assumed", Confidence.Assumed)]
    public double PublicDebtYears { get; init; } = 10;

    [Assumption("yuan a year", 0, 1e11, "what investors have for unlisted small firms of Gansu; no figure found, assumed",
        Confidence.Assumed)]
    public double InvestorMoney { get; init; } = 600_000_000;

    [Assumption("share", 0, 1,
        "goods in public procurement; the nation's 22.8 to 25.8 % of 2020 to 2023 (财政部, read in copies), chosen within",
        Confidence.Published)]
    public double GoodsShare { get; init; } = 0.24;

    [Assumption("share", 0, 1,
        "services in public procurement; the nation's 27.6 to 34.5 % of 2020 to 2023 (财政部, read in copies), chosen within",
        Confidence.Published)]
    public double ServicesShare { get; init; } = 0.31;

    [Assumption("share of works", 0, 1, "works above 4 million yuan; assumed", Confidence.Assumed)]
    public double LargeWorksShare { get; init; } = 0.7;
}
