using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SimLab.Model;
using SimLab.Model.Rulebook;

namespace SimLab.Engine.RuleQueries;

/// <summary>
/// The whole rulebook: rules with dated versions, documents, clauses, tags and notes, in 100 columns; then what a province
/// sets.
/// </summary>
public static class RuleListing
{
    private const int Width = 100;
    private const int TextColumn = 34;

    /// <summary>Writes the rulebook as text.</summary>
    /// <param name="to">Where it goes.</param>
    /// <param name="province">The province.</param>
    /// <param name="year">Only versions in force in some month of the year.</param>
    /// <param name="on">Only versions in force in the month.</param>
    public static void Write(TextWriter to, Province province, int? year = null, Month? on = null)
    {
        foreach (var (rule, versions) in Chosen(year, on))
        {
            Wrapped(to, "", $"{rule.Source.Name} {rule.Source.Chinese} ({rule.Source.Id})", column: 0);
            foreach (var law in versions)
            {
                var version = law.Version;
                var dates = $"{version.From} to {(version.Until is { } until ? until.ToString() : "…")}";
                var text = $"{version.Document} {version.Clause}" + (law.Stretch.Length == 0 ? "" : $" ({law.Stretch})");
                Wrapped(to, $"  {dates,-20}{version.TagText,-12}", text);
                if (version.Note.Length > 0) Wrapped(to, "", version.Note);
            }
            to.WriteLine();
        }
        foreach (var (rule, steps) in Set(province, year, on))
        {
            Wrapped(to, "", $"{province.Name}: {rule.Name} {rule.Chinese} ({rule.Key})", column: 0);
            if (steps.IsEmpty) to.WriteLine("  set by no document of the province: as in national law");
            foreach (var step in steps)
            {
                var dates = $"{step.From} to {(step.Until is { } until ? until.ToString() : "…")}";
                Wrapped(to, $"  {dates,-20}{step.Tag.ToString().ToLowerInvariant(),-12}",
                    $"{Wording.Number(100 * step.Value)} %: {step.Document}");
            }
            to.WriteLine();
        }
    }

    /// <summary>Writes the rulebook as a JSON array, one object for each version.</summary>
    public static void WriteJson(TextWriter to, Province province, int? year = null, Month? on = null)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, RulesJson.Readable))
        {
            json.WriteStartArray();
            foreach (var (_, versions) in Chosen(year, on))
                foreach (var law in versions) Version(json, law);
            foreach (var (rule, steps) in Set(province, year, on))
                foreach (var step in steps) LocalStep(json, province, rule, step);
            json.WriteEndArray();
        }
        RulesJson.Pass(buffer, to);
        to.WriteLine();
    }

    private static void Version(Utf8JsonWriter json, Citation law)
    {
        json.WriteStartObject();
        json.WriteString("id", law.Version.Source.Id);
        json.WriteString("name", law.Version.Source.Name);
        json.WriteString("name_zh", law.Version.Source.Chinese);
        json.WriteString("from", law.Version.From.ToString());
        json.WriteString("until", law.Version.Until?.ToString());
        json.WriteString("document", law.Version.Document);
        json.WriteString("clause", law.Version.Clause);
        json.WriteString("tag", law.Version.TagText);
        json.WriteString("note", string.Join(" ", new[] { law.Version.Note, law.Stretch }.Where(text => text.Length > 0)));
        json.WriteEndObject();
    }

    private static void LocalStep(Utf8JsonWriter json, Province province, LocalRule rule, LocalRate step)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Key);
        json.WriteString("province", province.Name);
        json.WriteString("name", rule.Name);
        json.WriteString("name_zh", rule.Chinese);
        json.WriteString("from", step.From.ToString());
        json.WriteString("until", step.Until?.ToString());
        json.WriteNumber("value", step.Value);
        json.WriteString("document", step.Document);
        json.WriteString("tag", step.Tag.ToString().ToLowerInvariant());
        json.WriteEndObject();
    }

    // What national law leaves to the province, with its steps that apply at some time asked for; none: it sets nothing.
    private static IEnumerable<(LocalRule Rule, ImmutableArray<LocalRate> Steps)> Set(Province province, int? year, Month? on) =>
        LocalRules.All.Select(rule => (rule,
            province.Law.RatesOf(rule) is { } rates ? Steps(rates, year, on) : []));

    private static ImmutableArray<LocalRate> Steps(LocalRates rates, int? year, Month? on) => (year, on) switch
    {
        (_, { } month) => [rates.At(month)],
        ({ } whole, _) => [.. Enumerable.Range(1, 12).Select(ofYear => rates.At(Month.Of(whole, ofYear))).Distinct()],
        _ => rates.Steps,
    };

    private static IEnumerable<(Rule Rule, IReadOnlyList<Citation> Versions)> Chosen(int? year, Month? on) =>
        RuleBook.Rules.Select(rule => (rule, Versions(rule, year, on)));

    private static IReadOnlyList<Citation> Versions(Rule rule, int? year, Month? on) => (year, on) switch
    {
        (_, { } month) => [new(rule.VersionAt(month), month)],
        ({ } whole, _) =>
            [.. Enumerable.Range(1, 12).Select(ofYear => Month.Of(whole, ofYear))
            .Select(month => new Citation(rule.VersionAt(month), month)).DistinctBy(law => law.Version)],
        _ => [.. rule.Versions.Select(version => new Citation(version, version.From))],
    };

    private static void Wrapped(TextWriter to, string head, string text, int column = TextColumn)
    {
        var line = new StringBuilder(head.PadRight(column));
        var first = column;
        foreach (var word in Pieces(text))
        {
            var wide = word.Sum(Cells);
            if (column + wide > Width && column > first)
            {
                to.WriteLine(line.ToString().TrimEnd());
                line.Clear().Append(' ', first);
                column = first;
                if (word == " ") continue;
            }
            line.Append(word);
            column += wide;
        }
        to.WriteLine(line.ToString().TrimEnd());
    }

    // A line may break at spaces and between Chinese characters, which are two cells wide.
    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == ' ' || Cells(text[i]) == 2)
            {
                if (i > start) yield return text[start..i];
                yield return text[i..(i + 1)];
                start = i + 1;
            }
        if (start < text.Length) yield return text[start..];
    }

    private static int Cells(char c) => c is >= '\u2E80' and <= '\uFFDC' ? 2 : 1;
}
