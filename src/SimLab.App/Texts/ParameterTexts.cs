using System.Collections.Frozen;
using System.Text;
using SimLab.Engine.Calibration;
using SimLab.Engine.Scenarios;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using SimLab.Model.Recognition;

namespace SimLab.App.Texts;

/// <summary>
/// Names of levers, assumptions, measures and units. A lever says its Chinese name and unit itself, those of the others
/// are in parameters.zh.txt, figures of a province's recipe among them; English names are derived from the code.
/// </summary>
public static class ParameterTexts
{
    private static readonly FrozenDictionary<string, string> Chinese = TextTable.Read("parameters.zh.txt", " = ");

    private static readonly FrozenDictionary<string, string> UnitsOfLevers = MeasureCatalog.Default.Measures
        .SelectMany(measure => measure.Levers).Select(lever => (LeverAttribute)lever.Number)
        .DistinctBy(lever => lever.Unit).ToFrozenDictionary(lever => lever.Unit, lever => lever.UnitZh);

    /// <summary>The name of a measure: heading of its clause in Chinese, its spaced name in English.</summary>
    public static Phrase Of(Measure measure) => new(measure.Clause.Heading, Spaced(measure.Name));

    /// <summary>The name of a measure of the catalogue.</summary>
    public static Phrase Of(CataloguedMeasure measure) => new(measure.Clause.Heading, Spaced(measure.Name));

    /// <param name="owner">Name of the measure; "behaviour" or "macro".</param>
    /// <param name="parameter">One of its parameters.</param>
    public static Phrase Of(string owner, Parameter parameter) =>
        new((parameter.Number as LeverAttribute)?.NameZh ?? Find($"{owner}.{parameter.Name}") ?? Spaced(parameter.Name),
            Spaced(parameter.Name));

    /// <summary>The name of an entry of the register.</summary>
    public static Phrase Of(Assumption assumption) =>
        new(Find($"{assumption.Group}.{assumption.Name}") ?? assumption.Name,
            Spaced(assumption.Name[(assumption.Name.IndexOf('.') + 1)..]));

    /// <summary>The name of a figure of the population.</summary>
    /// <param name="name">As a factor of an experiment: population.loans.medium.</param>
    public static Phrase Figure(string name) => new(Find(name) ?? name, Spaced(name[(name.LastIndexOf('.') + 1)..]));

    /// <summary>The name of the part of the register that an entry stands in.</summary>
    /// <param name="part">As <see cref="Assumption.Part"/>: behaviour, macro, or a group of the recipe such as population.loans.</param>
    public static Phrase Part(string part) => part switch
    {
        "behaviour" => PlanTexts.Behaviour,
        "macro" => PlanTexts.Macro,
        _ => new($"企业总体：{Find(part) ?? part}", $"Population: {part[(part.IndexOf('.') + 1)..]}"),
    };

    /// <summary>The name of a part of the program that reads numbers; a title or a measure says its own.</summary>
    /// <param name="type">Name of its type, which is that of its file.</param>
    public static Phrase PartOfModel(string type) => new(
        TitleCatalog.All.FirstOrDefault(title => title.GetType().Name == type)?.Chinese
        ?? MeasureCatalog.Default.Find(type)?.Clause.Heading ?? Find($"reads {type}") ?? type, type);

    /// <summary>The name of a kind of firm or band of sizes in a table of the recipe.</summary>
    public static Phrase Member(string member) => new(Find($"member {member}") ?? member, Spaced(member));

    /// <summary>The name of an indicator.</summary>
    public static Phrase Of(Indicator indicator) =>
        new(Indicators.Chinese(indicator), Indicators.English(indicator) ?? Spaced($"{indicator}"));

    /// <param name="condition">Id of a title's condition, such as rnd_share.</param>
    public static Phrase Condition(string condition) => new(Find($"condition {condition}") ?? condition, condition.Replace('_', ' '));

    /// <summary>The name of a form that measures act on.</summary>
    public static Phrase Form(Type form) => new(Find($"form {form.Name}") ?? form.Name, Spaced(form.Name));

    /// <param name="words">A form in words, such as "service visit".</param>
    public static Phrase Form(string words) =>
        new(Find($"form {string.Concat(words.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}") ?? words, words);

    /// <param name="words">A field of a form in words, such as "public cost".</param>
    public static Phrase Field(string words) => new(Find($"field {words}") ?? words, words);

    /// <summary>The name of a parameter's unit.</summary>
    public static Phrase Unit(Parameter parameter) =>
        parameter.Number is LeverAttribute lever ? new(lever.UnitZh, lever.Unit) : Unit(parameter.Unit);

    /// <summary>The name of a unit.</summary>
    public static Phrase Unit(string unit) => new(Find($"unit {unit}") ?? UnitsOfLevers.GetValueOrDefault(unit) ?? unit, unit);

    /// <summary>Whether parameters.zh.txt has a Chinese name for the key.</summary>
    public static bool HasChinese(string key) => Find(key) is not null;

    /// <summary>The keys that have a Chinese name in parameters.zh.txt.</summary>
    public static IEnumerable<string> Worded => Chinese.Keys;

    private static string? Find(string key) => Chinese.GetValueOrDefault(key);

    // ProvincialReward → Provincial reward; rndPerHead → R&D per head.
    /// <param name="name">A name in the code.</param>
    /// <param name="keepCapitals">Whether every word keeps its capital, as in names of places.</param>
    public static string Spaced(string name, bool keepCapitals = false)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append(' ').Append(keepCapitals ? letter : char.ToLowerInvariant(letter));
            else text.Append(text.Length == 0 ? char.ToUpperInvariant(letter) : letter);
        }
        return text.ToString()
            .Replace("smes", "SMEs", StringComparison.OrdinalIgnoreCase).Replace("Rnd ", "R&D ", StringComparison.Ordinal);
    }
}
