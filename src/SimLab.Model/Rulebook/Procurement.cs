namespace SimLab.Model.Rulebook;

/// <summary>Kinds of public purchase that the law distinguishes.</summary>
public enum PurchaseKind : byte { Goods, Services, Works }

/// <summary>Range of a price deduction, from the legal minimum to the maximum, shares of the price.</summary>
public readonly record struct DeductionRange(double Least, double Most)
{
    /// <summary>Whether the deduction lies in the range.</summary>
    public bool Allows(double deduction) => deduction >= Least && deduction <= Most;

    /// <summary>Deduction at a position in the range: 0 gives the minimum, 1 the maximum.</summary>
    public double Pick(double position) => Least + (Most - Least) * Math.Clamp(position, 0, 1);
}

/// <summary>
/// Small firms in government procurement (政府采购促进中小企业发展): reserved purchases, and price deductions in the others.
/// </summary>
public static class Procurement
{
    /// <summary>
    /// Price deductions for small and micro firms and for larger bidders that share the contract with them.
    /// </summary>
    /// <param name="Own">The bidder is small or micro (goods must be made by small or micro firms).</param>
    /// <param name="Shared">A larger bidder binds itself to give small or micro firms at least <see cref="SharedFrom"/>
    /// of the contract.</param>
    public readonly record struct Deductions(DeductionRange Own, DeductionRange Shared);

    /// <summary>Price deductions for goods and services.</summary>
    public static readonly Dated<Deductions> GoodsAndServices = new(
        new("procurement.deduction.goods-services", "Price deduction for goods and services", "货物服务采购价格扣除"),
        new Step<Deductions>("2012-01", "2020-12", "财库〔2011〕181号", "第五条", SourceTag.Known, new(new(0.06, 0.10), new(0.02, 0.03))),
        new Step<Deductions>("2021-01", "2022-06", "财库〔2020〕46号", "第九条", SourceTag.Known, new(new(0.06, 0.10), new(0.02, 0.03))),
        new Step<Deductions>(
            "2022-07", null, "财库〔2022〕19号; 甘工信发〔2023〕75号", "第二条; 第(五)条", SourceTag.Known,
            new(new(0.10, 0.20), new(0.04, 0.06))));

    /// <summary>Price deductions for works.</summary>
    public static readonly Dated<Deductions> WorksDeduction = new(
        new("procurement.deduction.works", "Price deduction for works", "工程采购价格扣除"),
        new Step<Deductions>("2021-01", null, "财库〔2020〕46号", "第九条", SourceTag.Known, new(new(0.03, 0.05), new(0.01, 0.02))));

    /// <summary>Purchases reserved for small and medium firms.</summary>
    /// <param name="EntirelyUpToFen">Suitable purchases up to this amount go to small and medium firms alone.</param>
    /// <param name="ShareAbove">Minimum share of larger purchases, by budget, reserved for them.</param>
    public readonly record struct Reserve(long EntirelyUpToFen, double ShareAbove);

    /// <summary>Reserved purchases of goods and services.</summary>
    public static readonly Dated<Reserve> GoodsAndServicesReserve = new(
        new("procurement.reserve.goods-services", "Goods and services reserved for small and medium firms", "货物服务预留份额"),
        new Step<Reserve>("2021-01", null, "财库〔2020〕46号", "第七、八条", SourceTag.Known, new(200 * Fen.PerWan, 0.30)));

    /// <summary>Reserved purchases of works.</summary>
    public static readonly Dated<Reserve> WorksReserve = new(
        new("procurement.reserve.works", "Works reserved for small and medium firms", "工程预留份额"),
        new Step<Reserve>("2021-01", "2022-06", "财库〔2020〕46号", "第七、八条", SourceTag.Known, new(400 * Fen.PerWan, 0.30)),
        new Step<Reserve>("2022-07", "2022-12", "财库〔2022〕19号", "第三条", SourceTag.Known, new(400 * Fen.PerWan, 0.40)),
        new Step<Reserve>("2023-01", null, "财库〔2020〕46号", "第八条", SourceTag.Unsure, new(400 * Fen.PerWan, 0.30),
            "National law without a provincial notice. The 40 % of 2022 was carried on by notices (甘工信发〔2023〕75号 第(五)条; "
                + "国办发〔2024〕33号 to the end of 2026 is UNSURE): those are measures."));

    /// <summary>Minimum share of reserved purchases for small and micro firms (财库〔2020〕46号 第八条).</summary>
    public const double ReservedForSmallAndMicro = 0.60;

    /// <summary>
    /// Minimum share of a contract for small or micro firms that entitles a larger bidder to a deduction (财库〔2020〕46号
    /// 第九条).
    /// </summary>
    public const double SharedFrom = 0.30;

    /// <summary>Price deductions for the kind of purchase in the month.</summary>
    public static ref readonly Deductions DeductionsAt(Month month, PurchaseKind kind) =>
        ref (kind == PurchaseKind.Works ? WorksDeduction : GoodsAndServices).At(month);

    /// <summary>The legal range of a bidder's deduction; 0 to 0 for a larger firm that shares too little.</summary>
    public static DeductionRange RangeFor(Month month, PurchaseKind kind, SizeClass bidder, double sharedWithSmall = 0)
    {
        ref readonly var deductions = ref DeductionsAt(month, kind);
        return bidder.IsSmallOrMicro() ? deductions.Own
            : sharedWithSmall >= SharedFrom ? deductions.Shared
            : default;
    }

    /// <summary>Minimum share of a suitable purchase reserved for small and medium firms: 1 below the limit.</summary>
    public static double ReservedShare(Month month, PurchaseKind kind, long priceFen)
    {
        ref readonly var reserve = ref (kind == PurchaseKind.Works ? WorksReserve : GoodsAndServicesReserve).At(month);
        return priceFen <= reserve.EntirelyUpToFen ? 1 : reserve.ShareAbove;
    }

    /// <summary>The price used to compare a bid, fen. The winner is paid the price it asked.</summary>
    public static long EvaluatedPrice(long priceFen, double deduction) => priceFen - Fen.Share(priceFen, deduction);
}
