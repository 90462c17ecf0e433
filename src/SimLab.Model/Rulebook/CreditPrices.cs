namespace SimLab.Model.Rulebook;

/// <summary>
/// Prices set by the central bank: loan prime rate, relending, support tool for small loans, guarantee fees. Shares a
/// year unless said.
/// </summary>
/// <remarks>A rate published within a month counts for the whole of that month.</remarks>
public static class CreditPrices
{
    /// <summary>
    /// Most that a small or micro firm owes for its loan to count as inclusive (普惠小微贷款: 单户授信1000万元及以下), fen; the definition
    /// of the regulators' statistics, KNOWN.
    /// </summary>
    public const long InclusiveLimit = 1_000 * Fen.PerWan;

    /// <summary>One-year loan prime rate, share a year.</summary>
    public static readonly Dated<double> LoanPrime = new(
        new("credit.lpr-1y", "Loan prime rate, one year", "一年期贷款市场报价利率"),
        new Step<double>(
            "2019-01", "2019-07", "全国银行间同业拆借中心", "公布", SourceTag.Known, 0.0431, "The old loan prime rate (贷款基础利率)."),
        Lpr("2019-08", "2019-08", 0.0425), Lpr("2019-09", "2019-10", 0.0420), Lpr("2019-11", "2020-01", 0.0415),
            Lpr("2020-02", "2020-03", 0.0405),
        Lpr("2020-04", "2021-11", 0.0385), Lpr("2021-12", "2021-12", 0.0380), Lpr("2022-01", "2022-07", 0.0370),
            Lpr("2022-08", "2023-05", 0.0365),
        Lpr("2023-06", "2023-07", 0.0355), new("2023-08", "2024-06", LprDocument, "公布", SourceTag.Verified, 0.0345),
            Lpr("2024-07", "2024-09", 0.0335),
        Lpr("2024-10", "2025-04", 0.0310),
            new("2025-05", "2026-01", LprDocument, "公布", SourceTag.Known, 0.0300, "Unchanged in January 2026; later rates not found."));

    /// <summary>One-year rate of relending for small firms, share a year.</summary>
    public static readonly Dated<double> SmallFirmRelending = new(
        new("credit.relending-small", "Relending for small firms, one year", "支小再贷款利率"),
        new Step<double>("2019-01", "2020-01", "中国人民银行", "支小再贷款", SourceTag.Known, 0.0275),
        new Step<double>("2020-02", "2020-06", "中国人民银行", "2020-02-26下调", SourceTag.Verified2, 0.0250),
        new Step<double>("2020-07", "2021-11", "中国人民银行", "2020-07下调", SourceTag.Known, 0.0225),
        new Step<double>("2021-12", "2023-12", "中国人民银行", "2021-12-07下调", SourceTag.Known, 0.0200),
        new Step<double>("2024-01", "2025-04", "中国人民银行", "2024-01-25下调", SourceTag.Known, 0.0175),
        new Step<double>("2025-05", "2025-12", "中国人民银行", "2025-05-07下调", SourceTag.Verified, 0.0150),
        new Step<double>("2026-01", null, "中国人民银行", "2026-01-19下调", SourceTag.Verified, 0.0125));

    /// <summary>Share of the increase in a local bank's inclusive small loans that the central bank pays it.</summary>
    public static readonly Dated<double> SupportTool = new(
        new("credit.support-tool", "Support tool for inclusive small loans", "普惠小微贷款支持工具"),
        new Step<double>("2019-01", "2021-12", "中国人民银行", "未设立", SourceTag.Known, 0, "Not yet created."),
        new Step<double>("2022-01", "2022-06", "中国人民银行公告 普惠小微贷款支持工具", "1%", SourceTag.Verified, 0.01),
        new Step<double>("2022-07", "2022-12", "国发〔2022〕12号", "2%", SourceTag.Unsure, 0.02, "2 % is KNOWN, the months are not sure."),
        new Step<double>(
            "2023-01", "2024-12", "中国人民银行", "1%", SourceTag.Unsure, 0.01,
            "1 % to June 2023 is VERIFIED; the extension to the end of 2024 is not sure."),
        new Step<double>("2025-01", null, "中国人民银行", "未见延期", SourceTag.Unsure, 0, "No extension was found."));

    /// <summary>Terms of relending for technology and technical upgrades.</summary>
    /// <param name="Rate">Rate that banks pay, share a year.</param>
    /// <param name="ShareOfPrincipal">Share of an eligible loan that banks may refinance.</param>
    /// <param name="QuotaYi">National quota, 亿元.</param>
    public readonly record struct TechnologyTerms(double Rate, double ShareOfPrincipal, double QuotaYi);

    /// <summary>Terms of relending for technology and technical upgrades.</summary>
    public static readonly Dated<TechnologyTerms> TechnologyRelending = new(
        new("credit.relending-technology", "Relending for technology and technical upgrades", "科技创新和技术改造再贷款"),
        new Step<TechnologyTerms>("2019-01", "2022-03", "中国人民银行", "未设立", SourceTag.Known, default, "Not yet created."),
        new Step<TechnologyTerms>(
            "2022-04", "2023-12", "中国人民银行 科技创新再贷款", "2000亿元, 后增至4000亿元", SourceTag.Known, new(0.0175, 0.60, 4000)),
        new Step<TechnologyTerms>("2024-01", "2024-03", "中国人民银行", "到期", SourceTag.Known, default),
        new Step<TechnologyTerms>(
            "2024-04", "2025-04", "中国人民银行 科技创新和技术改造再贷款", "5000亿元", SourceTag.Verified, new(0.0175, 0.60, 5000)),
        new Step<TechnologyTerms>(
            "2025-05", "2025-12", "中国人民银行", "8000亿元", SourceTag.Unsure, new(0.0150, 0.60, 8000),
            "The quota is VERIFIED; rate and month follow the general cut."),
        new Step<TechnologyTerms>(
            "2026-01", null, "中国人民银行", "1.2万亿元", SourceTag.Unsure, new(0.0125, 0.60, 12000),
            "The quota is VERIFIED; the rate follows the general cut."));

    /// <summary>Highest yearly fee of government-backed guarantees, share of the loan.</summary>
    /// <param name="BankRisk">Least share of a loss the bank bears.</param>
    /// <param name="NationalFundRisk">Share the national guarantee fund bears.</param>
    public readonly record struct GuaranteeTerms(
        long SmallLoanFen, double SmallLoanFee, double LargeLoanFee, double BankRisk, double NationalFundRisk);

    /// <summary>Terms of government-backed guarantees.</summary>
    public static readonly Dated<GuaranteeTerms> Guarantee = new(
        new("credit.guarantee-fee", "Government-backed guarantee fees", "政府性融资担保费率"),
        new Step<GuaranteeTerms>(
            "2019-02", null, "国办发〔2019〕6号", "第(八)、(十二)条", SourceTag.Known, new(500 * Fen.PerWan, 0.010, 0.015, 0.20, 0.20)));

    private const string LprDocument = "全国银行间同业拆借中心受权公布贷款市场报价利率公告";

    /// <summary>One-year loan prime rate of the month, share a year.</summary>
    public static double LoanPrimeRate(Month month) => LoanPrime.At(month);

    /// <summary>Rate of relending for small firms in the month, share a year.</summary>
    public static double RelendingRate(Month month) => SmallFirmRelending.At(month);

    /// <summary>Share of the increase in inclusive small loans that the support tool pays in the month.</summary>
    public static double SupportShare(Month month) => SupportTool.At(month);

    /// <summary>Highest guarantee fee of a year, share of the loan.</summary>
    public static double GuaranteeFeeCap(Month month, long loanFen)
    {
        ref readonly var terms = ref Guarantee.At(month);
        return loanFen <= terms.SmallLoanFen ? terms.SmallLoanFee : terms.LargeLoanFee;
    }

    private static Step<double> Lpr(string from, string until, double rate) => new(from, until, LprDocument, "公布", SourceTag.Known, rate);
}
