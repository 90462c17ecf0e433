using System.Text;
using SimLab.App.Console.Commands;
using SimLab.Engine.RuleQueries;
using Xunit;

namespace SimLab.Tests.Rules;

/// <summary>Each mistake is told with its row and column, and the other rows are judged.</summary>
[Fast]
public sealed class FactsErrorTests : IDisposable
{
    private readonly RulesFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("revenue", "abc", "revenue is \"abc\", not an amount of money. Write yuan")]
    [InlineData("revenue", "-5", "revenue is \"-5\"; it cannot be negative.")]
    [InlineData("revenue", "0.001", "with a part of a fen")]
    [InlineData("revenue", "99999999999999", "1 trillion yuan")]
    [InlineData("debt_ratio", "1.2", "debt_ratio is \"1.2\"; a share lies from 0 to 1.")]
    [InlineData("debt_ratio", "-0.1", "a share lies from 0 to 1.")]
    [InlineData("staff", "12.5", "a whole number is wanted")]
    [InlineData("staff", "many", "a whole number is wanted")]
    [InlineData("industry", "manufacture", "Nearest: manufacturing. It may be: agriculture (农林牧渔业), mining (采矿业)")]
    [InlineData("industry", "制造也", "Nearest: 制造业.")]
    [InlineData("year", "2018", "a whole number from 2019 to 2027 is wanted")]
    [InlineData("vat_taxpayer", "smal_scale", "Nearest: small_scale. It may be: small_scale, general.")]
    [InlineData("western_encouraged", "maybe", "Write true or false.")]
    [InlineData("titles", "high_tech;giant", "titles is \"giant\". Nearest: little_giant.")]
    [InlineData("quarterly_sales", "1;2;3;4;5", "quarterly_sales has 5 values; it takes 4 at most")]
    [InlineData("quarterly_sales", "1;;3;4", "quarterly_sales has an empty place in its list")]
    public void A_wrong_value_is_told_and_the_other_rows_are_judged(string key, string value, string message)
    {
        // A year of the row beside the wrong one, so that the key may also be "year".
        var (mistakes, judged) = key == "year"
            ? _folder.Mistakes("facts.csv", $"name,net_profit,year\ngood,1,2023\nwrong,1,{value}\nalso good,1,2024\n")
            : _folder.Mistakes("facts.csv", $"name,year,{key}\ngood,2023,\nwrong,2023,{value}\nalso good,2024,\n");
        var mistake = Assert.Single(mistakes);
        Assert.StartsWith("row 3, column 3: ", mistake, StringComparison.Ordinal);
        Assert.Contains(message, mistake, StringComparison.Ordinal);
        Assert.Equal(["good", "also good"], judged);
    }

    [Fact]
    public void The_same_in_YAML_names_line_and_column()
    {
        var (mistakes, judged) = _folder.Mistakes("facts.yaml", """
            firms:
              - name: A
                year: 2023
                revenue: lots
              - name: B
                year: 2023
              - name: C
                year: 2023
                quarterly_sales: [1, x]
                staff: { mean: 3 }
                stafff: 3
            """);
        Assert.Equal(4, mistakes.Length);
        Assert.StartsWith("row 4, column 14: revenue is \"lots\"", mistakes[0], StringComparison.Ordinal);
        Assert.StartsWith("row 9, column 26: quarterly_sales is \"x\"", mistakes[1], StringComparison.Ordinal);
        Assert.StartsWith("row 10, column 12: staff is a group of keys", mistakes[2], StringComparison.Ordinal);
        Assert.Equal("row 11, column 5: \"stafff\" is not a fact, and is left out. Nearest: staff.", mistakes[3]);
        Assert.Equal(["B"], judged);
    }

    [Fact]
    public void An_unknown_column_is_told_once_and_left_out()
    {
        var (mistakes, judged) = _folder.Mistakes("facts.csv", "name,year,revenu\nA,2023,5\nB,2023,6\n");
        Assert.Equal(["row 1, column 3: \"revenu\" is not a fact, and is left out. Nearest: revenue."], mistakes);
        Assert.Equal(["A", "B"], judged);
    }

    [Theory]
    [InlineData("year\n2023\n2023,5\n", "row 3, column 2: \"5\" stands in a column without a heading")]
    [InlineData("name,year\nA,2023\nA,2023\n", "row 3: \"A\" has the year 2023 a second time; the first is in row 2.")]
    [InlineData("name,year\nA,2023\nB,\n", "row 3: there is no year")]
    [InlineData("name,year\nA,2023\n\"B,2023\n", "row 3, column 1: a quote is opened here and not closed")]
    [InlineData("name,year\nA,2023\n\"B\"C,2023\n", "row 3, column 1: text follows the closing quote")]
    [InlineData("name,year,year\nA,2023,2024\n", "row 1, column 3: year is already column 2")]
    public void A_broken_row_spoils_no_other(string csv, string message)
    {
        var (mistakes, judged) = _folder.Mistakes("facts.csv", csv);
        Assert.StartsWith(message, Assert.Single(mistakes), StringComparison.Ordinal);
        Assert.Single(judged);
    }

    [Theory]
    [InlineData("name,revenue\nA,5\n", "row 1: there is no column year")]
    [InlineData("name;year\nA;2023\n", "row 1, column 1: the columns are not separated by commas")]
    [InlineData("", "holds no facts")]
    [InlineData("name,year\n", "holds no facts")]
    public void A_file_without_facts_is_told(string csv, string message)
    {
        var (mistakes, judged) = _folder.Mistakes("facts.csv", csv);
        Assert.StartsWith(message, Assert.Single(mistakes).TrimStart(), StringComparison.Ordinal);
        Assert.Empty(judged);
    }

    [Theory]
    [InlineData("- &a { name: A, year: 2023 }\n- *a\n", "anchors (&) and aliases (*) are not allowed")]
    [InlineData("- !x { name: A, year: 2023 }\n", "tags (!) are not allowed")]
    [InlineData("- { name: A, year: 2023, staff: [[[[[[[[1]]]]]]]] }\n", "nested more than 8 levels deep")]
    [InlineData("- { name: A, year: 2023\n", "this is not YAML")]
    [InlineData("just a text", "facts are a list of firms")]
    [InlineData("firms: 3", "firms is not a list")]
    [InlineData("- { name: A, year: 2023, year: 2024 }", "year stands here a second time")]
    public void YAML_that_cannot_be_facts_is_told(string yaml, string message) =>
        Assert.Contains(_folder.Mistakes("facts.yaml", yaml).Mistakes, mistake => mistake.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void Firms_before_a_broken_place_are_judged()
    {
        var (mistakes, judged) = _folder.Mistakes(
            "facts.yaml", "- { name: A, year: 2023 }\n- { name: B, year: 2023 }\n- { name: C, year: [ }\n");
        Assert.StartsWith("row 3", Assert.Single(mistakes), StringComparison.Ordinal);
        Assert.Equal(["A", "B"], judged);
    }

    [Fact]
    public void A_file_that_is_not_there_has_a_neighbour()
    {
        _folder.Write("firms.yaml", "- { year: 2023 }");
        Assert.Contains(
            "there is no such file. Nearest: firms.yaml.", RulesFolder.Run(_folder.In("firm.yaml")).Errors, StringComparison.Ordinal);
        Assert.Contains("is neither .yaml nor .csv", RulesFolder.Run(_folder.Write("firms.xlsx", "x")).Errors, StringComparison.Ordinal);
        Assert.Contains(
            "larger than 1 MB", RulesFolder.Run(_folder.Write("large.yaml", new string('#', 1_100_000))).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_mistakes_are_counted_and_the_first_told()
    {
        var csv = new StringBuilder("name,year\n");
        for (var i = 0; i < 3000; i++) csv.Append("A,1\n");
        var (mistakes, judged) = _folder.Mistakes("facts.csv", csv + "B,2023\n");
        Assert.Equal("… and 2950 more.", mistakes[50]);
        Assert.Equal(["B"], judged);
    }

    [Theory]
    [InlineData(2023, "2023-01", false, "Give --year or --on, not both.")]
    [InlineData(2018, null, true, "--year is 2018. The rulebook knows 2019 to 2027.")]
    [InlineData(null, "2030-01", true, "--on is 2030-01.")]
    [InlineData(null, null, false, "Name a facts file")]
    public void A_command_that_makes_no_sense_is_told(int? year, string? on, bool list, string message)
    {
        var (code, output, errors) = RulesFolder.Run(null, year, on, list);
        Assert.Equal((RulesCommand.WrongInput, ""), (code, output));
        Assert.StartsWith(message, errors, StringComparison.Ordinal);
    }
}
