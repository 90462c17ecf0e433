using System.Globalization;
using SimLab.Model;

namespace SimLab.Tests.Rulebook;

/// <summary>Amounts written as the documents write them.</summary>
internal static class Money
{
    /// <summary>万元 to fen, exactly: "300.01" is 3,000,100 yuan.</summary>
    public static long Wan(string wan) => (long)(decimal.Parse(wan, CultureInfo.InvariantCulture) * Fen.PerWan);

    public static long Wan(int wan) => wan * Fen.PerWan;

    public static Month On(string month) => Month.Parse(month);
}
