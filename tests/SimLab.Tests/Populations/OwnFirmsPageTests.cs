using SimLab.Engine.Populations;
using Xunit;

namespace SimLab.Tests.Populations;

[Fast]
public class OwnFirmsPageTests
{
    private static readonly string[] Page = File.ReadAllLines(Repository.File("src", "docs", "own-firms.md"));

    [Fact]
    public void Every_column_stands_in_the_documentation_with_its_meaning_and_whether_it_must_be_filled() =>
        Assert.All(OwnColumn.Of(GansuPopulation.Province), column =>
    {
        var line = Assert.Single(Page, line =>
            line.StartsWith($"| `{column.Fact.Key}`", StringComparison.Ordinal) && line.Split('|').Length == 6);
        Assert.Contains(column.Fact.Meaning, line, StringComparison.Ordinal);
        Assert.Equal(column.Required, line.Contains("**required**", StringComparison.Ordinal));
    });

    [Fact]
    public void Every_word_of_region_industry_and_chain_stands_there() =>
        Assert.All(OwnColumn.Of(GansuPopulation.Province).Where(column => !column.Fact.Words.IsEmpty), column =>
    {
        var line = Assert.Single(Page, line =>
            line.StartsWith($"| `{column.Fact.Key}` |", StringComparison.Ordinal) && line.Split('|').Length == 4);
        Assert.Equal($"| `{column.Fact.Key}` | {string.Join(", ", column.Fact.Words.Select(word => word.Word))} |", line);
    });
}
