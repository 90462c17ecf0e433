namespace SimLab.Model.Rulebook;

/// <summary>
/// Arithmetic of the tax office on whole fen: products of fractions, rounded half up (四舍五入) once, at the end.
/// </summary>
internal static class Exactly
{
    /// <summary>Ten-thousandths in a whole.</summary>
    public const int TenThousand = 10_000;

    /// <summary>
    /// amount × numerator ÷ denominator to the nearest fen. Amounts to 10^14 fen (1 trillion yuan) are safe; beyond it
    /// fails loudly.
    /// </summary>
    public static long Times(long amount, long numerator, long denominator) => Divide(checked(amount * numerator), denominator);

    /// <summary>Nearest whole number, halves away from zero.</summary>
    public static long Divide(long dividend, long divisor) =>
        dividend >= 0 ? checked(dividend + divisor / 2) / divisor : checked(dividend - divisor / 2) / divisor;

    /// <summary>A share of the amount; of the share four decimals count.</summary>
    public static long Share(long amount, double share) => Times(amount, TenThousandths(share), TenThousand);

    /// <summary>The share in ten-thousandths.</summary>
    public static long TenThousandths(double share) => (long)Math.Round(share * TenThousand);

    public static long Percent(long amount, long percent) => Times(amount, percent, 100);

    /// <summary>
    /// A part of a whole; nothing of nothing is 0. One correctly rounded division, so bounds written as decimals are
    /// met exactly.
    /// </summary>
    public static double ShareOf(long part, long whole) => whole > 0 ? part / (double)whole : 0;
}
