using System.Globalization;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Model;

namespace SimLab.Engine.Reporting;

/// <summary>Texts of targets, and amounts scaled for people: firms, 100 million yuan (亿元), percent.</summary>
public static class TargetTexts
{
    private const double Yi = 1e8;

    /// <summary>
    /// "at least 2,000 firms", "about 80 billion yuan (76 billion yuan or more counts as met)", "more than the year
    /// before".
    /// </summary>
    public static Sentence Of(Target target) => (target.Comparison, target.Value, target.Other) switch
    {
        (Comparison.About, { } value, _) => Sentence.Of(
            $"about {InFull(value, target.Unit)} ({InFull((1 - target.Tolerance) * value, target.Unit)} or more counts as met)"),
        (Comparison.Above, { } value, _) => $"more than {InFull(value, target.Unit)}",
        (_, { } value, _) => $"at least {InFull(value, target.Unit)}",
        (Comparison.Above, null, { } other) => $"more than {Name(other)}",
        (_, null, { } other) => $"at least {Name(other)}",
        (Comparison.Above, _, _) => $"more than the year before",
        _ => $"at least the year before",
    };

    /// <summary>The same for a narrow column: "≥ 2,000", "≈ 800 (met from 760)", "> year before".</summary>
    public static Sentence InBrief(Target target)
    {
        if (target is { Comparison: Comparison.About, Value: { } value })
            return $"≈ {Amount(value, target.Unit)} (met from {Amount((1 - target.Tolerance) * value, target.Unit)})";
        var sign = target.Comparison == Comparison.Above ? ">" : "≥";
        if (target.Value is { } number) return $"{sign} {Amount(number, target.Unit)}";
        return target.Other is { } other ? Sentence.Of($"{sign} {Name(other)}") : $"{sign} year before";
    }

    /// <summary>The value with its unit, for a sentence.</summary>
    public static Term InFull(double value, string unit) => Kind(unit) switch
    {
        "yuan" => Term.Name($"{Number(value / 1e9, 1, sign: false)} billion yuan", $"{Amount(value, unit)} 亿元"),
        "share" => Term.Name(Amount(value, unit), null),
        _ => Term.Name($"{Amount(value, unit)} {unit}", $"{Amount(value, unit)} {Counted(unit).Zh}"),
    };

    /// <summary>The value scaled, with % for a share.</summary>
    public static string Amount(double value, string unit) => Bare(value, unit) + (IsShare(unit) ? " %" : "");

    /// <summary>The difference scaled and signed, with pp (percentage points) for a share.</summary>
    public static string Difference(double value, string unit) => BareDifference(value, unit) + (IsShare(unit) ? " pp" : "");

    /// <summary>Without the percent sign, for the ends of an interval.</summary>
    public static string Bare(double value, string unit) => Scaled(value, unit, sign: false);

    /// <summary>With + or -, without percentage points.</summary>
    public static string BareDifference(double value, string unit) => Scaled(value, unit, sign: true);

    /// <summary>The unit of a number in the table, in English and Chinese; empty for shares.</summary>
    public static (string Text, string Zh) Counted(string unit) => Kind(unit) switch
    {
        "yuan" => ("100 million yuan", "亿元"),
        "share" => ("", ""),
        "firms" => ("firms", "户"),
        "people" => ("people", "人"),
        _ => (unit, ""),
    };

    /// <summary>Whether the unit is a share, shown in percent, and its differences in percentage points.</summary>
    public static bool IsShare(string unit) => Kind(unit) == "share";

    /// <summary>Whether the unit is yuan.</summary>
    public static bool IsMoney(string unit) => Kind(unit) == "yuan";

    private static string Kind(string unit) => unit.Split(' ')[0];

    private static Term Name(string id)
    {
        var words = OutcomeCatalog.Of(id);
        return Term.Name(char.ToLowerInvariant(words.Name[0]) + words.Name[1..], words.NameZh);
    }

    private static string Scaled(double value, string unit, bool sign) => Kind(unit) switch
    {
        "yuan" => Number(value / Yi, Math.Abs(value / Yi) < 10 ? 2 : 1, sign),
        "share" => Number(value * 100, 1, sign),
        "firms" or "people" => Number(value, sign && Math.Abs(value) < 10 ? 1 : 0, sign),
        _ => value.ToString("G5", CultureInfo.InvariantCulture),
    };

    private static string Number(double value, int decimals, bool sign)
    {
        var text = value.ToString($"N{decimals}", CultureInfo.InvariantCulture);
        if (text.StartsWith('-') && !text.Any(c => c is >= '1' and <= '9')) text = text[1..];      // no -0
        return sign && value > 0 ? "+" + text : text;
    }
}
