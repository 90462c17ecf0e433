using System.Collections.Frozen;
using System.Text;
using SimLab.Engine.Scenarios;
using SimLab.Model.Messages;
using SimLab.Model.Policies;

namespace SimLab.App.Texts;

/// <summary>
/// What levers, assumptions, measures and units are called. Chinese names stand in parameters.zh.txt; English ones are made from
/// the name in the code, so a new measure shows up with that until somebody writes its Chinese name.
/// </summary>
public static class ParameterTexts
{
    private static readonly FrozenDictionary<string, string> Chinese = TextTable.Read("parameters.zh.txt", " = ");

    /// <summary>A measure: heading of its clause, or its name.</summary>
    public static Phrase Of(Measure measure) => new(measure.Clause.Heading, Spaced(measure.Name));

    public static Phrase Of(CataloguedMeasure measure) => new(measure.Clause.Heading, Spaced(measure.Name));

    /// <param name="owner">Name of the measure; "behaviour" or "macro".</param>
    /// <param name="parameter">A number of it.</param>
    public static Phrase Of(string owner, Parameter parameter) => new(Find($"{owner}.{parameter.Name}") ?? Find($"*.{parameter.Name}") ?? Spaced(parameter.Name), Spaced(parameter.Name));

    public static Phrase Of(Indicator indicator) => new(Find($"indicator {indicator}") ?? Spaced($"{indicator}"), Spaced($"{indicator}"));

    /// <param name="condition">Id of a condition of a title, such as rnd_share.</param>
    public static Phrase Condition(string condition) => new(Find($"condition {condition}") ?? condition, condition.Replace('_', ' '));

    public static Phrase Unit(string unit) => new(Find($"unit {unit}") ?? unit, unit);

    /// <summary>Whether somebody has written a Chinese name for it.</summary>
    public static bool HasChinese(string key) => Find(key) is not null;

    private static string? Find(string key) => Chinese.GetValueOrDefault(key);

    // ProvincialReward → Provincial reward; rndPerHead → R&D per head.
    /// <param name="name">As the code has it.</param>
    /// <param name="keepCapitals">Every word of a place begins with a capital.</param>
    public static string Spaced(string name, bool keepCapitals = false)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append(' ').Append(keepCapitals ? letter : char.ToLowerInvariant(letter));
            else text.Append(text.Length == 0 ? char.ToUpperInvariant(letter) : letter);
        }
        return text.ToString().Replace("smes", "SMEs", StringComparison.Ordinal).Replace("Rnd ", "R&D ", StringComparison.Ordinal);
    }
}
