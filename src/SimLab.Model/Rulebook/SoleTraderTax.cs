namespace SimLab.Model.Rulebook;

/// <summary>
/// Personal income tax of sole traders (个体工商户) on business income, with the half relief on its lower part.
/// </summary>
public static class SoleTraderTax
{
    /// <summary>Tax is halved on business income up to this amount a year, fen.</summary>
    public static readonly Dated<long> HalvedUpTo = new(
        new("sole-trader-tax", "Sole traders' income tax halved", "个体工商户个人所得税减半"),
        new Step<long>("2019-01", "2020-12", "中华人民共和国个人所得税法", "第三条", SourceTag.Known, 0, "No half relief yet."),
        new Step<long>("2021-01", "2022-12", "财政部 税务总局公告2021年第12号", "第二条", SourceTag.Known, 100 * Fen.PerWan),
        new Step<long>("2023-01", "2027-12", "财政部 税务总局公告2023年第12号", "第一条", SourceTag.Verified2, 200 * Fen.PerWan));

    /// <summary>Tax of the year in fen on yearly business income in fen (经营所得).</summary>
    public static long Of(int year, long incomeFen)
    {
        var halved = Math.Min(Math.Max(0, incomeFen), HalvedUpTo.OfYear(year));
        return Full(incomeFen) - Exactly.Divide(Full(halved), 2);
    }

    // Five brackets of the Personal Income Tax Law (个人所得税税率表二): per cent of the slice above each bound.
    private static long Full(long income) =>
        income <= 0 ? 0 : Exactly.Divide(
            5 * Slice(income, 0, 3) + 10 * Slice(income, 3, 9) + 20 * Slice(income, 9, 30) + 30 * Slice(income, 30, 50)
            + 35 * Math.Max(0, income - 50 * Fen.PerWan), 100);

    private static long Slice(long income, long fromWan, long toWan) =>
        Math.Clamp(income - fromWan * Fen.PerWan, 0, (toWan - fromWan) * Fen.PerWan);
}
