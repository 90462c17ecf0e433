using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Policies;

namespace SimLab.App.Describing;

/// <summary>
/// One section on how a mechanism works, with the files it describes. A page begins with a heading and a line
/// <c>source: file, file</c>; below its prose follow the parameters, draws and forms that those files use.
/// </summary>
internal sealed partial record Submodel(string Name, ImmutableArray<string> Files, string Text)
{
    private const string Folder = "Submodels/", SourceLine = "source: ";

    // Outboxes have buffers of the same names.
    private static readonly Regex Counter = new($@"(?<![Oo]utbox)\.({string.Join('|', CounterNames)})\b");

    private static IEnumerable<string> CounterNames =>
        typeof(PolicyDesk).GetProperties().Where(counter => counter.PropertyType.IsArray).Select(counter => counter.Name);

    private static readonly ImmutableArray<Parameter> Register = [
        .. Parameter.Of(new BehaviouralParameters()), .. Parameter.Of(new Macro())];

    public static ImmutableArray<Submodel> All { get; } =
        [.. Sources.Pages.Where(page => page.Key.StartsWith(Folder, StringComparison.Ordinal)).Select(page => Read(page.Key, page.Value))];

    /// <summary>The parameters that the files use, in the order of the register.</summary>
    public IEnumerable<Parameter> Numbers => Register.Where(parameter => Files.Any(file => Uses(Sources.Text(file), parameter)));

    public string Write() =>
        Page.Fill(Name, Text, key => throw new DescribingException($"{Name} asks for {key}; only chapters have tables."))
        + "\n" + Footer();

    /// <summary>Whether the code reads a behavioural or macro parameter, by any access path.</summary>
    public static bool Uses(string code, Parameter parameter)
    {
        var owner = parameter.Property.DeclaringType == typeof(BehaviouralParameters) ? "[Bb]ehaviours?|Rules" : "[Mm]acro";
        return Regex.IsMatch(code, $@"\b(?:{owner})(?:In|Of)?(?:\([^()]*\))?\.{parameter.Property.Name}\b");
    }

    private static Submodel Read(string page, string text)
    {
        var lines = text.Split('\n');
        var source = Array.FindIndex(lines, line => line.StartsWith(SourceLine, StringComparison.Ordinal));
        if (!lines[0].StartsWith('#') || source < 0)
            throw new DescribingException($"{page} needs a heading and a line \"{SourceLine}…\".");
        ImmutableArray<string> files = [.. lines[source][SourceLine.Length..].Split(", ")];
        foreach (var file in files) _ = Sources.Text(file);
        return new(page, files, string.Join("\n", lines.Where((_, at) => at != source)));
    }

    private string Footer()
    {
        var code = string.Concat(Files.Select(Sources.Text));
        string[] Found(Regex what) =>
            [.. what.Matches(code).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];
        var parts = new List<string> { $"Code: {Page.Codes(Files.Select(file => $"src/{file}"))}." };
        if (Found(Counter) is { Length: > 0 } forms) parts.Add($"Counters of the policy desk: {Page.Codes(forms)}.");
        if (Found(Chance()) is { Length: > 0 } ids) parts.Add($"Chance: {Page.Codes(ids)}.");
        if (Found(Registers.FirmEffect()) is { Length: > 0 } effects) parts.Add($"Firm effects: {Page.Codes(effects)}.");
        if (Numbers.ToArray() is { Length: > 0 } numbers)
            parts.Add($"Numbers of the register: "
                + $"{string.Join(", ", numbers.Select(parameter => $"`{parameter.Property.Name}` "
                + $"{Registers.Value(parameter)}{Mark(parameter)}"))}.");
        return string.Join(" ", parts) + "\n";
    }

    // Marks parameters that rest on a source; the others are assumptions.
    private static string Mark(Parameter parameter) =>
        ((AssumptionAttribute)parameter.Number).Confidence is not Confidence.Assumed and var confidence
            ? $" ({confidence.ToString().ToLowerInvariant()})" : "";

    [GeneratedRegex(@"\bDrawId\.(\w+)")]
    private static partial Regex Chance();
}
