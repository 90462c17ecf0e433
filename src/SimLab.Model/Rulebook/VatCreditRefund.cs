namespace SimLab.Model.Rulebook;

/// <summary>The facts that a refund of input credit depends on.</summary>
public readonly record struct CreditRefundClaim
{
    /// <summary>Month of the claim.</summary>
    public Month Month { get; init; }
    public Industry Industry { get; init; }
    public SizeClass Size { get; init; }

    /// <summary>
    /// Tax credit rating A or B; in 36 months no fraud with refunds or invoices and fewer than two penalties for
    /// evasion; no 即征即退 since April 2019.
    /// </summary>
    public bool GoodStanding { get; init; }

    /// <summary>
    /// Input credit at the end of March 2019 or now, whichever is less (存量留抵税额), not refunded before; fen.
    /// </summary>
    public long Stock { get; init; }

    /// <summary>Input credit beyond the credit of the end of March 2019 (增量留抵税额), fen.</summary>
    public long Increase { get; init; }

    /// <summary>
    /// Input credit beyond that of last year's end, fen; the base of a partial refund from September 2025.
    /// </summary>
    public long IncreaseThisYear { get; init; }

    /// <summary>Such an increase in each of the last six months: the condition of a partial refund.</summary>
    public bool SixMonthsRunning { get; init; }

    /// <summary>Share of input tax that special invoices and customs papers prove (进项构成比例), 0 to 1.</summary>
    public double ProvenShare { get; init; }
}

/// <summary>
/// Refund of VAT credit carried on (增值税期末留抵退税). Eligible sectors and sizes get the whole: the increase every month, the
/// stock once. Others get a part of an increase that lasted six months and reached 500,000 yuan.
/// </summary>
public static class VatCreditRefund
{
    /// <summary>
    /// Sectors whose firms of any size get the whole refund; in 2022 to 2025 small and micro firms of all industries do
    /// too.
    /// </summary>
    public enum Sectors : byte { None, Six, Thirteen, Four }

    /// <summary>Terms of the refund.</summary>
    /// <param name="SmallInAll">Small and micro firms of every industry get the whole.</param>
    /// <param name="PartPercent">Per cent of the increase that others get, up to 1亿.</param>
    /// <param name="PartPercentAbove">Per cent of the increase above 1亿.</param>
    /// <param name="SinceYearEnd">The increase of others is measured from last year's end, not from March 2019.</param>
    public readonly record struct RefundTerms(Sectors Whole, bool SmallInAll, int PartPercent, int PartPercentAbove, bool SinceYearEnd);

    /// <summary>Terms of the refund by month.</summary>
    public static readonly Dated<RefundTerms> Rule = new(
        new("vat.credit-refund", "Refund of VAT credit", "增值税留抵退税"),
        new Step<RefundTerms>(
            "2019-04", "2022-03", "财政部 税务总局 海关总署公告2019年第39号", "第八条", SourceTag.Known,
            new(Sectors.None, false, 60, 60, false),
            "The full refund of some advanced manufacturers from June 2019 is not modelled."),
        new Step<RefundTerms>(
            "2022-04", "2022-06", "财政部 税务总局公告2022年第14号; 国家税务总局公告2022年第4号", "第一、二条", SourceTag.Known,
            new(Sectors.Six, true, 60, 60, false)),
        new Step<RefundTerms>(
            "2022-07", "2025-08", "财政部 税务总局公告2022年第14号; 2022年第21号", "第一条", SourceTag.Known,
            new(Sectors.Thirteen, true, 60, 60, false)),
        new Step<RefundTerms>(
            "2025-09", null, "财政部 税务总局公告2025年第7号", "第一条", SourceTag.Verified2, new(Sectors.Four, false, 60, 30, true)));

    /// <summary>Minimum increase for a partial refund, fen.</summary>
    public const long LeastIncrease = 50 * Fen.PerWan;

    /// <summary>
    /// First month in which a firm of the size may claim its stock (2022年第14号, brought forward by 第17号 and 第19号;
    /// KNOWN).
    /// </summary>
    public static Month StockFrom(SizeClass size) => size switch
    {
        SizeClass.Micro => Month.Of(2022, 4),
        SizeClass.Small or SizeClass.Medium => Month.Of(2022, 5),
        _ => Month.Of(2022, 6),
    };

    /// <summary>Whether the firm gets its whole credit refunded.</summary>
    public static bool ServesWhole(Month month, Industry industry, SizeClass size)
    {
        ref readonly var terms = ref Rule.At(month);
        return (terms.SmallInAll && size.IsSmallOrMicro()) || InSectors(terms.Whole, industry);
    }

    /// <summary>Refund in fen: credit × proven share × 100 %, or the partial refund.</summary>
    public static long Refund(in CreditRefundClaim claim)
    {
        if (!claim.GoodStanding) return 0;
        var credit = ServesWhole(claim.Month, claim.Industry, claim.Size)
            ? claim.Increase + (claim.Month >= StockFrom(claim.Size) ? claim.Stock : 0)
            : PartOfIncrease(claim);
        return Fen.Share(Math.Max(0, credit), Math.Clamp(claim.ProvenShare, 0, 1));
    }

    private static long PartOfIncrease(in CreditRefundClaim claim)
    {
        if (!claim.SixMonthsRunning) return 0;
        ref readonly var terms = ref Rule.At(claim.Month);
        // 公告2025年第7号 第一条(二): developers are still measured from March 2019, and by the general part where that gives
        // nothing.
        var fromMarch2019 = claim.Increase >= LeastIncrease ? Exactly.Percent(claim.Increase, terms.PartPercent) : 0;
        if (!terms.SinceYearEnd || (claim.Industry == Industry.RealEstateDevelopment && fromMarch2019 > 0)) return fromMarch2019;
        if (claim.IncreaseThisYear < LeastIncrease) return 0;
        var lower = Math.Min(claim.IncreaseThisYear, Fen.PerYi);
        return Exactly.Percent(lower, terms.PartPercent) + Exactly.Percent(claim.IncreaseThisYear - lower, terms.PartPercentAbove);
    }

    private static bool InSectors(Sectors sectors, Industry industry) => sectors switch
    {
        Sectors.Six => IsOneOfSix(industry),
        Sectors.Thirteen => IsOneOfSix(industry) || industry is Industry.Wholesale or Industry.Retail or Industry.Agriculture
            or Industry.Accommodation or Industry.Catering or Industry.ResidentServices or Industry.Education
            or Industry.Health or Industry.CultureAndSports,
        Sectors.Four =>
            industry is Industry.Manufacturing or Industry.ResearchAndTechnical or Industry.Software or Industry.WaterAndEnvironment,
        _ => false,
    };

    // 制造业, 科学研究和技术服务, 电力热力燃气及水, 软件和信息技术服务, 生态保护和环境治理, 交通运输仓储邮政
    private static bool IsOneOfSix(Industry industry) => industry is
        Industry.Manufacturing or Industry.ResearchAndTechnical or Industry.Utilities or Industry.Software
        or Industry.WaterAndEnvironment or Industry.Transport or Industry.Storage or Industry.Post;
}
