namespace SimLab.Model;

/// <summary>
/// Money that changes hands is a whole number of fen (1 yuan = 100 fen) in a <see cref="long"/>: totals are exact
/// and do not depend on the order of adding. These are the only ways from a real number to money.
/// </summary>
public static class Fen
{
    public const long PerYuan = 100;
    public const long PerWan = 1_000_000;                  // 1万元
    public const long PerYi = 10_000_000_000;              // 1亿元

    /// <summary>Nearest fen, halves to even.</summary>
    public static long FromYuan(double yuan) => (long)Math.Round(yuan * PerYuan);

    public static double ToYuan(long fen) => fen / (double)PerYuan;

    /// <summary>The given share of an amount, to the nearest fen.</summary>
    public static long Share(long fen, double share) => (long)Math.Round(fen * share);
}
