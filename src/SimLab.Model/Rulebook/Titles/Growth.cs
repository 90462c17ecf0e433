namespace SimLab.Model.Rulebook;

/// <summary>
/// Growth rates as defined in the recognition rules. Bounds are compared exactly, as products of whole fen.
/// </summary>
public static class Growth
{
    /// <summary>Undefined growth: no amount to grow from.</summary>
    public const double None = double.NegativeInfinity;

    /// <summary>Growth of one year, share.</summary>
    public static double OfYear(long before, long now) => before > 0 ? (now - before) / (double)before : None;

    /// <summary>Mean growth of two years, ½(x2/x1 + x3/x2) − 1, share, oldest amount first.</summary>
    public static double MeanOfTwoYears(long x1, long x2, long x3) =>
        x2 <= 0 || x1 < 0 ? None
        : x1 == 0 ? x3 / (double)x2 - 1                     // 第一年末为0的，按后两年计算
        : (x2 / (double)x1 + x3 / (double)x2) / 2 - 1;

    /// <summary>
    /// Whether the mean growth of two years is at least (with <paramref name="strictly"/>: above) the given per cent.
    /// </summary>
    public static bool MeanReaches(long x1, long x2, long x3, int percent, bool strictly = false)
    {
        if (x2 <= 0 || x1 < 0) return false;
        // ½(x2/x1 + x3/x2) ≥ 1 + p, multiplied out; a firm founded in the second year is judged by the last growth
        // alone.
        var left = x1 == 0 ? (Int128)x3 * 100 : ((Int128)x2 * x2 + (Int128)x3 * x1) * 100;
        var right = x1 == 0 ? (Int128)x2 * (100 + percent) : (Int128)x1 * x2 * 2 * (100 + percent);
        return strictly ? left > right : left >= right;
    }

    /// <summary>Whether compound growth of two years is at least the given per cent a year.</summary>
    public static bool CompoundReaches(long x1, long x3, int percent) =>
        x1 > 0 && (Int128)x3 * 10_000 >= (Int128)x1 * ((100 + percent) * (100 + percent));

    /// <summary>Compound yearly growth over two years, share; for display.</summary>
    public static double Compound(long x1, long x3) => x1 > 0 && x3 >= 0 ? Math.Sqrt(x3 / (double)x1) - 1 : None;
}
