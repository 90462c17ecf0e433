using System.Globalization;
using System.Text.RegularExpressions;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>A factor and its limits in a planner's words, in English and Chinese.</summary>
internal static partial class FactorTexts
{
    /// <summary>"readiness to ask (behaviour.readinessToAsk)".</summary>
    public static string English(ExperimentFactor factor) => $"{Phrase(factor)} ({factor.Name})";

    /// <summary>
    /// Measures by the heading of their clause; behavioural and macro parameters by kind and name, since their register
    /// is in English.
    /// </summary>
    public static string Chinese(ExperimentFactor factor, Scenario scenario) => factor.Kind switch
    {
        FactorKind.Behaviour => $"行为假设“{Phrase(factor)}”",
        FactorKind.Macro => $"外部环境“{Phrase(factor)}”",
        FactorKind.Population => $"企业总体“{Phrase(factor)}”",
        FactorKind.Date => $"“{Heading(factor, scenario)}”的{(factor.Part == "from" ? "起始" : "终止")}月份",
        _ => $"“{Heading(factor, scenario)}”的参数“{Phrase(factor)}”",
    };

    /// <summary>"stays below 0.31", "is at least 4.2 %", "lies between 0.2 and 0.4"; null: no limit.</summary>
    /// <param name="low">Smallest value; NaN: no limit on this side.</param>
    public static string? English(ExperimentFactor factor, double low, double high) => (double.IsNaN(low), double.IsNaN(high)) switch
    {
        (true, true) => null,
        (true, false) => $"stays at or below {Value(factor, high)}",
        (false, true) => $"stays at or above {Value(factor, low)}",
        _ when low == high => $"is {Value(factor, low)}",
        _ => $"lies between {Value(factor, low)} and {Value(factor, high)}",
    };

    public static string? Chinese(ExperimentFactor factor, double low, double high) => (double.IsNaN(low), double.IsNaN(high)) switch
    {
        (true, true) => null,
        (true, false) => $"不高于{Value(factor, high)}",
        (false, true) => $"不低于{Value(factor, low)}",
        _ when low == high => $"为{Value(factor, low)}",
        _ => $"介于{Value(factor, low)}与{Value(factor, high)}之间",
    };

    private static string Value(ExperimentFactor factor, double value) =>
        factor.Kind == FactorKind.Date ? factor.Shown(value)
        : TargetTexts.IsMoney(factor.Unit) ? $"{value.ToString("N0", CultureInfo.InvariantCulture)} {factor.Unit}"
        : TargetTexts.IsShare(factor.Unit) ? $"{(100 * value).ToString("G3", CultureInfo.InvariantCulture)} %"
        : value.ToString("G3", CultureInfo.InvariantCulture);

    private static string Heading(ExperimentFactor factor, Scenario scenario) =>
        scenario.Measures.First(factor.IsOf).Clause.Heading;

    private static string Phrase(ExperimentFactor factor) =>
        Capital().Replace(factor.Part[(factor.Part.IndexOf('.') + 1)..], m => " " + m.Value.ToLowerInvariant())
        + (factor.Year is { } year ? $" in {year}" : "");

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();
}
