namespace SimLab.Model;

/// <summary>
/// Money that changes hands is a whole number of fen (1 yuan = 100 fen) in a <see cref="long"/>: totals are exact
/// in any order of addition. Only these methods convert a real number to money.
/// </summary>
public static class Fen
{
    /// <summary>Fen in 1 yuan.</summary>
    public const long PerYuan = 100;
    /// <summary>Fen in 10,000 yuan.</summary>
    public const long PerWan = 1_000_000;                  // 1万元
    /// <summary>Fen in 100 million yuan.</summary>
    public const long PerYi = 10_000_000_000;              // 1亿元

    /// <summary>Yuan to the nearest fen, halves to even.</summary>
    public static long FromYuan(double yuan) => (long)Math.Round(yuan * PerYuan);

    /// <summary>Fen to yuan.</summary>
    public static double ToYuan(long fen) => fen / (double)PerYuan;

    /// <summary>A share of an amount, to the nearest fen, halves to even.</summary>
    public static long Share(long fen, double share) => (long)Math.Round(fen * share);
}
