using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Texts;

/// <summary>
/// Diagnostics of scenarios and experiments in the viewer's language. Readers write them in English, also for the
/// command line; diagnostics.zh.txt has the Chinese of those that occur in the forms and in users' own files, sentence
/// by sentence.
/// </summary>
internal static partial class DiagnosticTexts
{
    private static readonly FrozenDictionary<string, string> Lines = TextTable.Read("diagnostics.zh.txt", " ⇒ ");

    // Longest first, since it is the most specific.
    private static readonly (Regex English, string Chinese)[] Sentences =
        [.. Lines.OrderByDescending(line => line.Key.Length).ThenBy(line => line.Key, StringComparer.Ordinal)
            .Select(line => (Pattern(line.Key), line.Value))];

    /// <summary>The English diagnostics that have a Chinese text.</summary>
    public static IEnumerable<string> Worded => Lines.Keys;

    /// <param name="message">The message of an exception: one diagnostic per line, behind its file and line
    /// number.</param>
    public static Phrase Of(string message) => Of(message, FrozenDictionary<string, string>.Empty);

    /// <param name="message">The message of an exception: one diagnostic per line, behind its file and line
    /// number.</param>
    /// <param name="scenarios">Chinese names of scenarios, by their names in diagnostics.</param>
    public static Phrase Of(string message, IReadOnlyDictionary<string, string> scenarios) =>
        new(string.Join('\n', message.Split('\n').Select(line => Chinese(line, scenarios))), message);

    /// <summary>Former words in a file, one line each.</summary>
    public static Phrase Of(IEnumerable<FormerName> names) => Of(string.Join('\n', names));

    private static string Chinese(string line, IReadOnlyDictionary<string, string> scenarios)
    {
        var (place, mistake) = Place().Match(line) is { Success: true } at ? (Where(at), line[at.Length..]) : ("", line);
        var instead = Instead().Match(mistake);
        var sentence = instead.Success ? mistake[..instead.Index] : mistake;
        foreach (var (english, chinese) in Sentences)
        {
            if (english.Match(sentence) is not { Success: true } match) continue;
            var gaps = match.Groups.Values.Skip(1)
                .Select(group => (object)(scenarios.GetValueOrDefault(group.Value) ?? Filled(group.Value))).ToArray();
            return place + string.Format(CultureInfo.InvariantCulture, chinese, gaps) + (instead.Success ? Existing(instead) : "");
        }
        return line;
    }

    private static string Where(Match at) =>
        at.Groups["line"] is { Success: true, Value: var line } ? $"{at.Groups["file"].Value},第 {line} 行:" : at.Value;

    private static string Existing(Match instead) =>
        (instead.Groups["near"] is { Success: true, Value: var near } ? $"最接近的是:{near}。" : "")
            + (instead.Groups["all"] is { Success: true, Value: var all } ? $"可用的有:{all}。" : "");

    // A unit, a source, a kind of experiment, a measure or a number of the scenario; anything else is a word of the
    // file.
    private static string Filled(string gap)
    {
        if (ExperimentKindInfo.Find(gap) is not null) return ExperimentTexts.KindOf(gap).Zh;
        if (MeasureCatalog.Default.Find(gap) is { } measure) return $"“{ParameterTexts.Of(measure).Zh}”";
        if (SourceTexts.Of(gap).Zh is var source && source != gap) return source;
        if (ParameterTexts.Unit(gap).Zh is var unit && unit != gap) return unit;
        return ExperimentNames.Factor(gap).Zh is var factor && factor != gap ? $"{factor}({gap})" : gap;
    }

    private static Regex Pattern(string english) =>
        new($"^{Gap().Replace(Regex.Escape(english), "(.+?)")}$", RegexOptions.CultureInvariant);

    [GeneratedRegex(@"^(?<file>.+?\.yaml)(?::\d+|, line (?<line>\d+))*: ")]
    private static partial Regex Place();

    [GeneratedRegex(@"(?: Nearest: (?<near>.+?)\.)?(?: The \w+ are: (?<all>.+)\.| There are no \w+\.)$")]
    private static partial Regex Instead();

    // As escaped by Regex.Escape.
    [GeneratedRegex(@"\\\{\d}")]
    private static partial Regex Gap();
}
