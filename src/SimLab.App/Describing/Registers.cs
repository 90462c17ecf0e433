using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SimLab.Engine.Populations;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;

namespace SimLab.App.Describing;

/// <summary>
/// Tables of the model's numbers and draws: assumption register, random draws, indicators, recipe, law.
/// </summary>
internal static partial class Registers
{
    private static readonly string[] OfNumbers = ["Name", "Value", "Unit", "Range", "Confidence", "Source", "Used in"];

    /// <summary>Tables of the behavioural parameters, by group.</summary>
    public static string Behaviour() => Grouped(Parameter.Of(new BehaviouralParameters()), typeof(BehaviouralParameters));

    /// <summary>Table of the macro parameters.</summary>
    public static string Macro() => Numbers(Parameter.Of(new Macro()));

    /// <summary>Table of the confidence levels, with their numbers of parameters.</summary>
    public static string Confidences()
    {
        var all = Parameter.Of(new BehaviouralParameters()).Concat(Parameter.Of(new Macro()))
            .Select(parameter => ((AssumptionAttribute)parameter.Number).Confidence).ToArray();
        return Page.Table(["Confidence", "Meaning", "Numbers"],
            Enum.GetValues<Confidence>().Select(confidence => new[]
            {
                $"{confidence}", Comments.Of(typeof(Confidence).GetField($"{confidence}")!), Whole(all.Count(one => one == confidence)),
            }));
    }

    /// <summary>Table of the random draws.</summary>
    public static string Chance()
    {
        var rows = Comments.Groups(typeof(DrawId), Marker(), Enum.GetNames<DrawId>().ToHashSet()).SelectMany(group => group.Names
            .Where(name => !name.Contains("Spare", StringComparison.Ordinal))
            .Select(name => new[] { $"{(int)Enum.Parse<DrawId>(name)}", Page.Code(name), group.Heading, FilesThat(AsksOf(name)) }));
        return Page.Table(
            ["Address", "Draw", "When", "Asked in"], rows.Select(row => row[3].Length > 0 ? row : [.. row[..3], "nowhere now"]));
    }

    // Firm effects are constants declared beside the decision that uses them.
    public static string FirmEffects() => Page.Table(["Address", "Firm effect", "Asked in"],
        from file in Sources.Files
        from Match effect in FirmEffect().Matches(file.Value)
        orderby int.Parse(effect.Groups[2].Value, CultureInfo.InvariantCulture)
        select new[] { effect.Groups[2].Value, Page.Code(effect.Groups[1].Value), Page.Code(Path.GetFileNameWithoutExtension(file.Key)) });

    /// <summary>List of the indicators by group.</summary>
    public static string Indicators()
    {
        var text = new StringBuilder();
        foreach (var (heading, names) in Comments.Groups(typeof(Indicator), Marker(), Enum.GetNames<Indicator>().ToHashSet()))
            text.Append(CultureInfo.InvariantCulture, $"- *{heading}*: {Page.Codes(names)}.\n");
        return text.ToString();
    }

    public static string Recipe() => Page.Table(["Group", "Figures or tables", "Meaning of the group"],
        RecipeShape.Entries.GroupBy(entry => entry.Group).Select(group => new[]
        {
            Page.Code(group.Key), string.Join(", ", group.Select(entry => $"`{entry.Name}` ({entry.Given.Unit})")),
                Comments.Of(group.First().Property.DeclaringType!),
        }));

    /// <summary>Table of the rules of law.</summary>
    public static string Law() => Page.Table(["Rule", "Chinese name", "In force", "Document", "Checked"],
        from rule in RuleBook.Rules
        from version in rule.Versions
        select new[]
        {
            rule.Source.Name, rule.Source.Chinese, $"{version.From} to {(version.Until is { } until ? $"{until}" : "…")}",
            $"{version.Document} {version.Clause}".TrimEnd(), version.TagText,
        });

    /// <summary>The default value of a parameter, as written in a file.</summary>
    public static string Value(Parameter parameter) => Value(parameter.Default);

    /// <param name="value">A number, or a path by year.</param>
    public static string Value(object value) => value is YearPath path
        ? string.Join(", ", path.ByYear.Select(year => $"{year.Key}: {Plain(year.Value)}"))
        : Plain(Convert.ToDouble(value, CultureInfo.InvariantCulture));

    public static string Plain(double value) =>
        value.ToString(Math.Abs(value) >= 10_000 ? "#,0" : "0.######", CultureInfo.InvariantCulture);

    public static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Grouped(IReadOnlyCollection<Parameter> parameters, Type owner)
    {
        var text = new StringBuilder();
        foreach (var (heading, names) in Comments.Groups(
            owner, Section(), parameters.Select(parameter => parameter.Property.Name).ToHashSet()))
            text.Append(CultureInfo.InvariantCulture,
                $"**{char.ToUpperInvariant(heading[0])}{heading[1..]}**\n\n"
                + $"{Numbers(parameters.Where(parameter => names.Contains(parameter.Property.Name)))}\n");
        return text.ToString();
    }

    private static string Numbers(IEnumerable<Parameter> parameters) => Page.Table(OfNumbers, parameters.Select(parameter => new[]
    {
        Page.Code(parameter.Property.Name), Value(parameter), parameter.Unit, $"{Plain(parameter.Min)} to {Plain(parameter.Max)}",
        $"{((AssumptionAttribute)parameter.Number).Confidence}".ToLowerInvariant(), parameter.Source,
            FilesThat(code => Submodel.Uses(code, parameter)),
    }));

    private static string FilesThat(Func<string, bool> use) =>
        Page.Codes(Sources.Files.Where(file => use(file.Value)).Select(file => Path.GetFileNameWithoutExtension(file.Key)));

    // The population has draws of its own, by the same word.
    private static Func<string, bool> AsksOf(string draw) => code =>
        !code.Contains("namespace SimLab.Model.Populations;", StringComparison.Ordinal) && Regex.IsMatch(code, $@"\bDrawId\.{draw}\b");

    [GeneratedRegex(@"^\s+// (.+)$")]
    private static partial Regex Marker();

    [GeneratedRegex(@"^\s+// --- (.+)$")]
    private static partial Regex Section();

    [GeneratedRegex(@"\b(\w+)Effect = (\d+)")]
    public static partial Regex FirmEffect();
}
