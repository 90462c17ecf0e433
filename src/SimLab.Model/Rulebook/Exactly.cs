namespace SimLab.Model.Rulebook;

/// <summary>
/// Arithmetic of the tax office on whole fen: products of fractions, rounded half up (四舍五入) once, at the end.
/// </summary>
internal static class Exactly
{
    /// <summary>
    /// amount × numerator ÷ denominator to the nearest fen. Amounts to 10^14 fen (1 trillion yuan) are safe; beyond it
    /// fails loudly.
    /// </summary>
    public static long Times(long amount, long numerator, long denominator) => Divide(checked(amount * numerator), denominator);

    /// <summary>Nearest whole number, halves away from zero.</summary>
    public static long Divide(long dividend, long divisor) =>
        dividend >= 0 ? checked(dividend + divisor / 2) / divisor : checked(dividend - divisor / 2) / divisor;

    public static long Percent(long amount, long percent) => Times(amount, percent, 100);

    /// <summary>
    /// A part of a whole; nothing of nothing is 0. One correctly rounded division, so bounds written as decimals are
    /// met exactly.
    /// </summary>
    public static double ShareOf(long part, long whole) => whole > 0 ? part / (double)whole : 0;
}
