namespace SimLab.Model.Rulebook;

/// <summary>The facts that a firm's enterprise income tax of a year depends on.</summary>
public readonly record struct TaxFacts
{
    /// <summary>Tax year.</summary>
    public int Year { get; init; }

    /// <summary>
    /// Taxable income (应纳税所得额), fen: after the R&amp;D super-deduction and after losses of earlier years.
    /// </summary>
    public long TaxableIncome { get; init; }

    /// <summary>
    /// Staff, mean of the quarters, dispatched workers (劳务派遣) included; see <see cref="IncomeTax.YearAverage"/>.
    /// </summary>
    public double AverageStaff { get; init; }

    /// <summary>Total assets, mean of the quarters, fen.</summary>
    public long AverageAssets { get; init; }

    /// <summary>Holds the high-tech title, which counts from January of the certificate's year.</summary>
    public bool HighTech { get; init; }

    /// <summary>
    /// Main business in the catalogue of encouraged industries of the western region, with the legal minimum share of
    /// revenue.
    /// </summary>
    public bool WesternEncouraged { get; init; }

    /// <summary>In an industry that the state restricts or forbids.</summary>
    public bool RestrictedIndustry { get; init; }
}

/// <summary>The regimes of enterprise income tax.</summary>
public enum IncomeTaxRegime : byte { SmallLowProfit, HighTech, WesternDevelopment, Standard }

/// <summary>Income tax of a year and the regime it follows.</summary>
/// <param name="TaxFen">Tax of the year, fen.</param>
/// <param name="TaxableFen">Taxed income, fen; 0 for a loss.</param>
public readonly record struct IncomeTaxResult(long TaxFen, IncomeTaxRegime Regime, long TaxableFen);

/// <summary>
/// Enterprise income tax (企业所得税). Reliefs do not add up; a firm takes the best regime it is entitled to: small
/// low-profit (小型微利), 15 % as a high-tech enterprise, 15 % in western development (西部大开发), else 25 %. Small low-profit
/// is a cliff, not a bracket: one fen above 3 million yuan and the whole income is taxed at the full rate.
/// </summary>
public static class IncomeTax
{
    public const long SmallProfitIncomeLimit = 300 * Fen.PerWan;      // 年度应纳税所得额不超过300万元
    public const int SmallProfitStaffLimit = 300;                     // 从业人数不超过300人
    public const long SmallProfitAssetsLimit = 5_000 * Fen.PerWan;    // 资产总额不超过5000万元
    public const long FirstSlice = 100 * Fen.PerWan;                  // 不超过100万元的部分

    /// <summary>Effective rates in per mille: reduced share of income × 20 %.</summary>
    public readonly record struct SmallProfitRates(int FirstSlice, int Rest);

    /// <summary>Effective rates of small low-profit firms, per mille.</summary>
    public static readonly Dated<SmallProfitRates> SmallProfit = new(
        new("income-tax.small-low-profit", "Small low-profit enterprises", "小型微利企业所得税优惠"),
        new Step<SmallProfitRates>("2019-01", "2020-12", "财税〔2019〕13号", "第二条", SourceTag.Known, new(50, 100)),
        new Step<SmallProfitRates>("2021-01", "2021-12", "财政部 税务总局公告2021年第12号", "第一条", SourceTag.Known, new(25, 100)),
        new Step<SmallProfitRates>(
            "2022-01", "2022-12", "财政部 税务总局公告2022年第13号; 2021年第12号", "第一条", SourceTag.Verified2, new(25, 50)),
        new Step<SmallProfitRates>(
            "2023-01", "2027-12", "财政部 税务总局公告2023年第6号; 2023年第12号", "第三条", SourceTag.Verified2, new(50, 50)));

    /// <summary>Per cent of income.</summary>
    public static readonly Dated<int> HighTechRate = new(
        new("income-tax.high-tech", "High-tech enterprises", "高新技术企业所得税优惠"),
        new Step<int>("2008-01", null, "中华人民共和国企业所得税法", "第二十八条", SourceTag.Verified2, 15));

    /// <summary>Rate in per cent of income, and the minimum share of revenue from encouraged business.</summary>
    public readonly record struct WesternTerms(int RatePercent, double LeastShareOfRevenue);

    /// <summary>Terms of western development.</summary>
    public static readonly Dated<WesternTerms> Western = new(
        new("income-tax.western-development", "Western development", "西部大开发企业所得税优惠"),
        new Step<WesternTerms>("2011-01", "2020-12", "财税〔2011〕58号", "第二条", SourceTag.Known, new(15, 0.70)),
        new Step<WesternTerms>(
            "2021-01", "2030-12", "财政部 税务总局 国家发展改革委公告2020年第23号", "第一条", SourceTag.Verified2, new(15, 0.60),
            "Rate, period and Gansu checked in a transcription; the 60 % share is KNOWN."));

    /// <summary>Per cent of income.</summary>
    public static readonly Dated<int> StandardRate = new(
        new("income-tax.standard", "Standard rate", "企业所得税税率"),
        new Step<int>("2008-01", null, "中华人民共和国企业所得税法", "第四条", SourceTag.Known, 25));

    /// <summary>
    /// Whether the firm qualifies as small low-profit: income, staff and assets within the limits, no restricted
    /// industry.
    /// </summary>
    public static bool IsSmallLowProfit(in TaxFacts facts) =>
        !facts.RestrictedIndustry && facts.TaxableIncome <= SmallProfitIncomeLimit
        && facts.AverageStaff <= SmallProfitStaffLimit && facts.AverageAssets <= SmallProfitAssetsLimit;

    /// <summary>Tax of the year under the best regime the firm is entitled to.</summary>
    public static IncomeTaxResult Assess(in TaxFacts facts)
    {
        var income = Math.Max(0, facts.TaxableIncome);
        // 5 % or 2.5 % to 10 % always beats 15 %, so a small low-profit firm need not compare.
        if (IsSmallLowProfit(facts)) return new(SmallProfitTax(facts.Year, income), IncomeTaxRegime.SmallLowProfit, income);
        if (facts.HighTech) return new(Exactly.Percent(income, HighTechRate.OfYear(facts.Year)), IncomeTaxRegime.HighTech, income);
        if (facts.WesternEncouraged) return new(
            Exactly.Percent(income, Western.OfYear(facts.Year).RatePercent), IncomeTaxRegime.WesternDevelopment, income);
        return new(Exactly.Percent(income, StandardRate.OfYear(facts.Year)), IncomeTaxRegime.Standard, income);
    }

    /// <summary>Tax in fen on an income that qualifies as small low-profit.</summary>
    public static long SmallProfitTax(int year, long income)
    {
        ref readonly var rates = ref SmallProfit.OfYear(year);
        var first = Math.Min(income, FirstSlice);
        return Exactly.Divide(first * rates.FirstSlice + (income - first) * rates.Rest, 1000);
    }

    /// <summary>
    /// Tax saved by one more yuan of deduction, share of it: the rate on the last yuan of income (0 for a firm in
    /// loss).
    /// </summary>
    public static double MarginalRate(in TaxFacts facts)
    {
        if (facts.TaxableIncome <= 0) return 0;
        if (IsSmallLowProfit(facts))
        {
            ref readonly var rates = ref SmallProfit.OfYear(facts.Year);
            return (facts.TaxableIncome <= FirstSlice ? rates.FirstSlice : rates.Rest) / 1000.0;
        }
        if (facts.HighTech) return HighTechRate.OfYear(facts.Year) / 100.0;
        if (facts.WesternEncouraged) return Western.OfYear(facts.Year).RatePercent / 100.0;
        return StandardRate.OfYear(facts.Year) / 100.0;
    }

    /// <summary>
    /// Quarterly pre-payment (预缴) in fen: tax on the year's income so far, less what was paid. An excess waits for the
    /// yearly settlement.
    /// </summary>
    public static long Prepayment(long taxToDateFen, long paidFen) => Math.Max(0, taxToDateFen - paidFen);

    /// <summary>
    /// Staff or assets of the year (财税〔2019〕13号 第二条): each quarter's mean of opening and closing, then the mean of the
    /// quarters in business.
    /// </summary>
    public static double YearAverage(ReadOnlySpan<long> starts, ReadOnlySpan<long> closings)
    {
        if (starts.Length == 0) return 0;
        long twice = 0;
        for (var i = 0; i < starts.Length; i++) twice += starts[i] + closings[i];
        return twice / (2.0 * starts.Length);
    }

    /// <summary>The version of law behind a regime's tax of a year.</summary>
    public static RuleVersion Version(IncomeTaxRegime regime, int year) => regime switch
    {
        IncomeTaxRegime.SmallLowProfit => SmallProfit.VersionAt(Month.Of(year, 1)),
        IncomeTaxRegime.HighTech => HighTechRate.VersionAt(Month.Of(year, 1)),
        IncomeTaxRegime.WesternDevelopment => Western.VersionAt(Month.Of(year, 1)),
        _ => StandardRate.VersionAt(Month.Of(year, 1)),
    };
}
