using System.Collections.Immutable;
using System.Text.Json;
using SimLab.Model;
using SimLab.Model.Rulebook;

namespace SimLab.Engine.RuleQueries;

/// <summary>
/// The whole rulebook: rules with dated versions, documents, clauses, tags and notes; then what a province sets.
/// </summary>
public static class RuleListing
{
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
        json.WriteString("note", string.Join(" ", new[] { law.Version.Note, $"{law.Stretch}" }.Where(text => text.Length > 0)));
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

    /// <summary>
    /// What national law leaves to the province, with its steps that apply at some time asked for; none: it sets nothing.
    /// </summary>
    internal static IEnumerable<(LocalRule Rule, ImmutableArray<LocalRate> Steps)> Set(Province province, int? year, Month? on) =>
        LocalRules.All.Select(rule => (rule,
            province.Law.RatesOf(rule) is { } rates ? Steps(rates, year, on) : []));

    private static ImmutableArray<LocalRate> Steps(LocalRates rates, int? year, Month? on) => (year, on) switch
    {
        (_, { } month) => [rates.At(month)],
        ({ } whole, _) => [.. Enumerable.Range(1, 12).Select(ofYear => rates.At(Month.Of(whole, ofYear))).Distinct()],
        _ => rates.Steps,
    };

    /// <summary>The rules, with the versions in force at some time asked for.</summary>
    internal static IEnumerable<(Rule Rule, IReadOnlyList<Citation> Versions)> Chosen(int? year, Month? on) =>
        RuleBook.Rules.Select(rule => (rule, Versions(rule, year, on)));

    private static IReadOnlyList<Citation> Versions(Rule rule, int? year, Month? on) => (year, on) switch
    {
        (_, { } month) => [new(rule.VersionAt(month), month)],
        ({ } whole, _) =>
            [.. Enumerable.Range(1, 12).Select(ofYear => Month.Of(whole, ofYear))
            .Select(month => new Citation(rule.VersionAt(month), month)).DistinctBy(law => law.Version)],
        _ => [.. rule.Versions.Select(version => new Citation(version, version.From))],
    };
}
