using System.Globalization;
using System.Text.RegularExpressions;
using SimLab.Engine.Experiments.Recording;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>What outcomes are called in Chinese.</summary>
internal static class OutcomeWords
{
    public static string Chinese(Outcome outcome) => outcome switch
    {
        IndicatorAt read => $"{read.At}{IndicatorWords.Of(read.Id).NameZh}",
        PublicCostOver { Clause: null } => "公共成本",
        PublicCostOver { Clause: { } clause } => $"第{clause}条公共成本",
        AllMet met => $"{string.Join("、", met.Targets.Select(t => IndicatorWords.Of(t.Id).NameZh))}目标的实现概率",
        _ => outcome.Name,
    };

    /// <summary>An amount with its unit: "2,000户", "3 亿元".</summary>
    public static string Amount(double value, string unit) =>
        TableText.Said(value, unit).Replace(" firms", "户", StringComparison.Ordinal).Replace(" people", "人", StringComparison.Ordinal);
}

/// <summary>A knob and its limits as a planner says them, in English and in Chinese.</summary>
internal static partial class KnobWords
{
    /// <summary>"readiness to ask (habits.readinessToAsk)".</summary>
    public static string English(Knob knob) => $"{Phrase(knob)} ({knob.Name})";

    /// <summary>Measures by the heading of their clause; assumptions and the world outside by kind and name, since their register is in English.</summary>
    public static string Chinese(Knob knob, Scenario scenario) => knob.Kind switch
    {
        KnobKind.Habit => $"行为假设“{Phrase(knob)}”",
        KnobKind.Macro => $"外部环境“{Phrase(knob)}”",
        KnobKind.Date => $"“{Heading(knob, scenario)}”的{(knob.Part == "from" ? "起始" : "终止")}月份",
        _ => $"“{Heading(knob, scenario)}”的参数“{Phrase(knob)}”",
    };

    /// <summary>"stays below 0.31", "is at least 4.2 %", "lies between 0.2 and 0.4"; null: it is not limited.</summary>
    /// <param name="low">Smallest value; NaN: no limit on this side.</param>
    public static string? English(Knob knob, double low, double high) => (double.IsNaN(low), double.IsNaN(high)) switch
    {
        (true, true) => null,
        (true, false) => $"stays at or below {Value(knob, high)}",
        (false, true) => $"stays at or above {Value(knob, low)}",
        _ when low == high => $"is {Value(knob, low)}",
        _ => $"lies between {Value(knob, low)} and {Value(knob, high)}",
    };

    public static string? Chinese(Knob knob, double low, double high) => (double.IsNaN(low), double.IsNaN(high)) switch
    {
        (true, true) => null,
        (true, false) => $"不高于{Value(knob, high)}",
        (false, true) => $"不低于{Value(knob, low)}",
        _ when low == high => $"为{Value(knob, low)}",
        _ => $"介于{Value(knob, low)}与{Value(knob, high)}之间",
    };

    private static string Value(Knob knob, double value) =>
        knob.Kind == KnobKind.Date ? knob.Shown(value)
        : TargetWords.IsMoney(knob.Unit) ? $"{value.ToString("N0", CultureInfo.InvariantCulture)} {knob.Unit}"
        : TargetWords.IsShare(knob.Unit) ? $"{(100 * value).ToString("G3", CultureInfo.InvariantCulture)} %"
        : value.ToString("G3", CultureInfo.InvariantCulture);

    private static string Heading(Knob knob, Scenario scenario) => scenario.Measures.First(m => m.Name == knob.Owner).Clause.Heading;

    private static string Phrase(Knob knob) => $"{Capital().Replace(knob.Part, m => " " + m.Value.ToLowerInvariant())}{(knob.Year is { } year ? $" in {year}" : "")}";

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();
}
