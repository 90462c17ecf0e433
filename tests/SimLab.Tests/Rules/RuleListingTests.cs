using System.Text.Json;
using SimLab.Model.Rulebook;
using SimLab.Tests.Populations;
using Xunit;

namespace SimLab.Tests.Rules;

[Fast]
public class RuleListingTests
{
    private static string Listed(int? year = null, string? on = null, bool json = false)
    {
        var (code, output, errors) = RulesFolder.Run(null, year, on, list: true, json);
        Assert.Equal((0, ""), (code, errors));
        return output;
    }

    // What a province sets stands below the rulebook, with the name of the province.
    private static bool IsNational(JsonElement rule) => !rule.TryGetProperty("province", out _);

    [Fact]
    public void The_list_has_every_version_of_every_rule()
    {
        var versions = RulesFolder.Parsed(Listed(json: true)).Where(IsNational);
        Assert.Equal(
            RuleBook.All.Select(version =>
                (version.Source.Id, version.From.ToString(), version.Until?.ToString(), version.Document, version.Clause, version.TagText)),
            versions.Select(version =>
                (version.Text("id")!, version.Text("from")!, version.Text("until"), version.Text("document")!,
                version.Text("clause")!, version.Text("tag")!)));

        var text = string.Concat(Listed().Where(c => !char.IsWhiteSpace(c)));
        Assert.All(RuleBook.All, version =>
        {
            Assert.Contains(
                string.Concat(
                $"{version.From}to{version.Until?.ToString() ?? "…"}{version.TagText}{version.Document}{version.Clause}"
                .Where(c => !char.IsWhiteSpace(c))), text, StringComparison.Ordinal);
            Assert.Contains(string.Concat(version.Note.Where(c => !char.IsWhiteSpace(c))), text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_list_fits_a_hundred_columns() =>
        Assert.All(Listed().Split('\n'), line => Assert.InRange(line.Sum(c => c is >= '\u2E80' and <= '\uFFDC' ? 2 : 1), 0, 100));

    [Fact]
    public void A_month_or_a_year_chooses_the_versions_in_force()
    {
        var march = RulesFolder.Parsed(Listed(on: "2026-03", json: true));
        Assert.Equal(
            (RuleBook.Rules.Count, GansuPopulation.Province.Law.Rules.Length),
            (march.Count(IsNational), march.Count(rule => !IsNational(rule))));
        Assert.Equal("工信部企业〔2022〕63号", march.Single(version => version.Text("id") == "title.specialised").Text("document"));

        var of2026 = RulesFolder.Parsed(Listed(2026, json: true)).Where(version => version.Text("id") == "title.specialised");
        Assert.Equal(["工信部企业〔2022〕63号", "工信部企业〔2026〕2号"], of2026.Select(version => version.Text("document")!));
    }
}
