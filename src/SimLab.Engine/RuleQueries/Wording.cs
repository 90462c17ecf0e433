using System.Globalization;
using SimLab.Model;
using SimLab.Model.Rulebook;

namespace SimLab.Engine.RuleQueries;

/// <summary>Formats names and numbers for the answers.</summary>
internal static class Wording
{
    /// <summary>HighTech as high_tech.</summary>
    public static string Snake(Enum name) => Spelling.Snake(name.ToString());

    private static readonly string[] Ids = [.. Enum.GetNames<Condition>().Select(Spelling.Snake)];

    public static string Id(Condition condition) => Ids[(int)condition];

    /// <summary>high_tech as words.</summary>
    public static string Plain(Enum name) => Snake(name).Replace('_', ' ');

    public static decimal Yuan(long fen) => fen / 100m;

    /// <summary>Money as 1,234.50 yuan; decimals only where needed.</summary>
    public static Sentence Money(double fen) => fen == Math.Floor(fen) && Math.Abs(fen) < long.MaxValue
        ? Money((long)fen) : $"{fen / Fen.PerYuan:#,##0.##} yuan";

    public static Sentence Money(long fen) =>
        $"{Yuan(fen).ToString(fen % 100 == 0 ? "#,##0" : "#,##0.00", CultureInfo.InvariantCulture)} yuan";

    public static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
