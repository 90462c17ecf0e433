namespace SimLab.Model.Rulebook;

/// <summary>Losses of earlier years that lower taxable income (亏损结转).</summary>
public static class LossCarryForward
{
    /// <summary>Years for which a loss may be carried forward.</summary>
    public static readonly Dated<int> General = new(
        new("loss-carry-forward.general", "Loss carry-forward", "亏损结转年限"),
        new Step<int>("2008-01", null, "中华人民共和国企业所得税法", "第十八条", SourceTag.Known, 5));

    /// <summary>
    /// Years for which a loss may be carried forward by a firm that is high-tech or a technology SME in the year of
    /// use.
    /// </summary>
    public static readonly Dated<int> Technology = new(
        new("loss-carry-forward.technology", "Loss carry-forward of technology firms", "高新技术企业和科技型中小企业亏损结转年限"),
        new Step<int>("2018-01", null, "财税〔2018〕76号", "第一条", SourceTag.Known, 10));

    /// <summary>Longest carry-forward of any rule, years.</summary>
    public const int LongestYears = 10;

    /// <summary>Years of carry-forward that apply to the firm in the year.</summary>
    public static int Years(int year, bool highTech, bool techSme) =>
        highTech || techSme ? Technology.OfYear(year) : General.OfYear(year);

    /// <summary>
    /// Sets losses against the year's income, oldest unexpired loss first, and returns the income left to tax, fen.
    /// <paramref name="losses"/>[0] is the loss of last year, [1] of the year before, and so on (fen, positive); used
    /// amounts are removed.
    /// </summary>
    public static long Offset(Span<long> losses, int years, long income)
    {
        for (var age = Math.Min(years, losses.Length) - 1; age >= 0 && income > 0; age--)
        {
            var used = Math.Min(losses[age], income);
            losses[age] -= used;
            income -= used;
        }
        return income;
    }
}
