namespace SimLab.Model.Rulebook;

/// <summary>Filing periods of VAT.</summary>
public enum VatPeriod : byte { Month, Quarter }

/// <summary>VAT of a small-scale taxpayer for a period.</summary>
/// <param name="TaxFen">VAT of the period, fen.</param>
/// <param name="Exempt">The whole of the sales was exempt.</param>
public readonly record struct VatResult(long TaxFen, bool Exempt);

/// <summary>VAT of a general taxpayer for a period.</summary>
/// <param name="TaxFen">VAT to pay, fen.</param>
/// <param name="CreditFen">Input credit carried on (期末留抵税额), fen.</param>
public readonly record struct GeneralVatResult(long TaxFen, long CreditFen);

/// <summary>
/// Value-added tax (增值税). Small-scale taxpayers (小规模纳税人) pay a levy rate on sales and are exempt up to a limit;
/// general taxpayers (一般纳税人) pay output less input tax. All sales are net of VAT unless the name says gross.
/// </summary>
public static class ValueAddedTax
{
    /// <summary>Terms for small-scale taxpayers.</summary>
    /// <param name="MonthlyLimitFen">Limit of sales, fen a month; three times that for a quarter.</param>
    /// <param name="LimitIncluded">Sales exactly at the limit are exempt (含本数). From 2026 reaching it taxes the
    /// whole.</param>
    /// <param name="LevyPercent">Levy rate on sales that are not exempt.</param>
    /// <param name="AllExempt">All sales at the 3 % levy rate were exempt.</param>
    public readonly record struct SmallScaleTerms(long MonthlyLimitFen, bool LimitIncluded, int LevyPercent, bool AllExempt = false);

    /// <summary>Terms for small-scale taxpayers, by month.</summary>
    public static readonly Dated<SmallScaleTerms> SmallScaleRule = new(
        new("vat.small-scale", "VAT of small-scale taxpayers", "小规模纳税人增值税"),
        new Step<SmallScaleTerms>("2019-01", "2020-02", "财税〔2019〕13号", "第一条", SourceTag.Known, new(10 * Fen.PerWan, true, 3)),
        new Step<SmallScaleTerms>(
            "2020-03", "2021-03", "财税〔2019〕13号; 财政部 税务总局公告2020年第13号", "第一条", SourceTag.Known,
            new(10 * Fen.PerWan, true, 1)),
        new Step<SmallScaleTerms>(
            "2021-04", "2022-03", "财政部 税务总局公告2021年第11号", "第一条", SourceTag.Known, new(15 * Fen.PerWan, true, 1)),
        new Step<SmallScaleTerms>(
            "2022-04", "2022-12", "财政部 税务总局公告2022年第15号", "第一条", SourceTag.Known,
            new(15 * Fen.PerWan, true, 0, AllExempt: true)),
        new Step<SmallScaleTerms>(
            "2023-01", "2025-12", "财政部 税务总局公告2023年第1号; 2023年第19号", "第一条", SourceTag.Verified2,
            new(10 * Fen.PerWan, true, 1)),
        new Step<SmallScaleTerms>(
            "2026-01", "2027-12", "中华人民共和国增值税法; 国务院令第826号; 财政部 税务总局公告2026年第10号", "起征点",
            SourceTag.Verified2, new(10 * Fen.PerWan, false, 1),
            "A threshold, no longer an exemption limit: reaching it taxes the whole of the sales. 1000 yuan for single sales."));

    /// <summary>Sales of twelve months in a row above which a firm must register as a general taxpayer, fen.</summary>
    public static readonly Dated<long> RegistrationLimit = new(
        new("vat.registration", "General-taxpayer registration", "一般纳税人登记标准"),
        new Step<long>("2018-05", null, "财税〔2018〕33号", "第一条", SourceTag.Verified2, 500 * Fen.PerWan));

    /// <summary>Rates in per cent, by industry of the main business.</summary>
    public static readonly Dated<int[]> Rates = new(
        new("vat.rates", "VAT rates of general taxpayers", "一般纳税人增值税税率"),
        new Step<int[]>(
            "2019-04", null, "财政部 税务总局 海关总署公告2019年第39号; 增值税法", "第一条", SourceTag.Verified2, RatesByIndustry(),
            "13, 9 and 6 % are law. Which one a whole section of industry pays is a reading of its main business."));

    /// <summary>VAT of a small-scale taxpayer in the month, or in the quarter that the month closes.</summary>
    public static VatResult SmallScale(Month month, VatPeriod period, long netSalesFen)
    {
        ref readonly var terms = ref SmallScaleRule.At(month);
        var limit = terms.MonthlyLimitFen * (period == VatPeriod.Month ? 1 : 3);
        if (terms.AllExempt || netSalesFen < limit || (terms.LimitIncluded && netSalesFen == limit)) return new(0, true);
        return new(Exactly.Percent(netSalesFen, terms.LevyPercent), false);
    }

    /// <summary>
    /// VAT of a small-scale taxpayer from receipts that contain the levy: net = gross ÷ (1 + r), tax = net × r.
    /// </summary>
    public static VatResult SmallScaleFromGross(Month month, VatPeriod period, long grossSalesFen)
    {
        ref readonly var terms = ref SmallScaleRule.At(month);
        var limit = terms.MonthlyLimitFen * (period == VatPeriod.Month ? 1 : 3);
        // Compared as products, because gross ÷ 1.01 is rarely a whole fen.
        var scaledNet = checked(grossSalesFen * 100);
        var scaledLimit = limit * (100 + terms.LevyPercent);
        if (terms.AllExempt || scaledNet < scaledLimit || (terms.LimitIncluded && scaledNet == scaledLimit)) return new(0, true);
        return new(Exactly.Times(grossSalesFen, terms.LevyPercent, 100 + terms.LevyPercent), false);
    }

    /// <summary>Whether sales of twelve months, in fen, oblige a firm to register as a general taxpayer.</summary>
    public static bool MustRegister(Month month, long salesOfTwelveMonthsFen) => salesOfTwelveMonthsFen > RegistrationLimit.At(month);

    /// <summary>VAT rate of the industry in the month, per cent.</summary>
    public static int RatePercent(Month month, Industry industry) => Rates.At(month)[(int)industry];

    /// <summary>
    /// VAT of a general taxpayer: output tax less input tax and credit brought forward; a negative rest is carried on.
    /// </summary>
    public static GeneralVatResult General(long outputTaxFen, long inputTaxFen, long creditBroughtFen)
    {
        var due = outputTaxFen - inputTaxFen - creditBroughtFen;
        return due >= 0 ? new(due, 0) : new(0, -due);
    }

    /// <summary>Output tax on net sales, fen.</summary>
    public static long OutputTax(long netSalesFen, int ratePercent) => Exactly.Percent(netSalesFen, ratePercent);

    private static int[] RatesByIndustry()
    {
        var rates = new int[Places.Industries];
        foreach (var industry in Enum.GetValues<Industry>())
            rates[(int)industry] = industry switch
            {
                Industry.Mining or Industry.Manufacturing or Industry.Utilities or Industry.Wholesale or Industry.Retail => 13,
                Industry.Agriculture or Industry.Construction or Industry.Transport or Industry.Post
                    or Industry.Telecommunication or Industry.RealEstateDevelopment => 9,
                _ => 6,
            };
        return rates;
    }
}
