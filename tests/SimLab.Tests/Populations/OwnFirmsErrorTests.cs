using System.Text;
using SimLab.Engine.Populations;
using Xunit;

namespace SimLab.Tests.Populations;

[Fast]
public sealed class OwnFirmsErrorTests : IDisposable
{
    private readonly OwnFirmsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a,lanzhuo,manufacturing,5,1000000",
        "row 2, column 2: region is \"lanzhuo\". Nearest: lanzhou. It may be: lanzhou (兰州市)")]
    [InlineData("a,lanzhou,manufactoring,5,1000000", "row 2, column 3: industry is \"manufactoring\". Nearest: manufacturing.")]
    [InlineData("a,lanzhou,manufacturing,none,1000000", "row 2, column 4: staff is \"none\"; a whole number is wanted")]
    [InlineData("a,lanzhou,manufacturing,0,1000000", "row 2, column 4: staff is \"0\"; a whole number from 1 to 2000000 is wanted")]
    [InlineData("a,lanzhou,manufacturing,5,-1000000", "row 2, column 5: sales_last_year is \"-1000000\"; it cannot be negative")]
    [InlineData("a,lanzhou,manufacturing,5,", "row 2, column 5: sales_last_year is empty; every firm needs it")]
    [InlineData("a,lanzhou,manufacturing,5", "row 2, column 5: sales_last_year is empty")]
    [InlineData("a,lanzhou,manufacturing,5,1,234", "row 2, column 6: \"234\" stands in a column without a heading")]
    [InlineData("a,lanzhou,manufacturing,5,0", "row 2: sales_last_year is 0")]
    [InlineData("\"a,lanzhou,manufacturing,5,1000000", "row 2, column 1: a quote is opened here and not closed")]
    public void A_wrong_cell_is_answered_with_its_place_and_what_is_allowed(string row, string answer) =>
        Assert.Contains(answer, _folder.Answer(OwnFirmsFolder.Header, row), StringComparison.Ordinal);

    [Theory]
    [InlineData("founded", "2022-03", "founded is 2022-03, after 2021-12")]
    [InlineData("founded", "03/2020", "founded is \"03/2020\", not a month. Write it as 2023-12.")]
    [InlineData("rnd_staff", "6", "rnd_staff is 6, more than the staff of 5")]
    [InlineData("loan_rate", "4.65%", "loan_rate is given, but no loan")]
    [InlineData("little_giant_until", "2023-12", "fill specialised_until")]
    [InlineData("high_tech_until", "2051-12", "high_tech_until is 2051-12; a month from 2000-01 to 2031-12 is wanted")]
    [InlineData("leads_chain", "yes", "leads_chain is yes; that takes a chain, weight 1")]
    [InlineData("weight", "0.5", "weight is \"0.5\"; a whole number is wanted")]
    [InlineData("on_cloud", "maybe", "on_cloud is \"maybe\". Write true or false.")]
    public void What_cannot_be_true_at_once_is_said(string column, string cell, string answer) =>
        Assert.Contains(
            answer, _folder.Answer($"{OwnFirmsFolder.Header},{column}", $"a,lanzhou,software,5,1000000,{cell}"), StringComparison.Ordinal);

    [Fact]
    public void The_first_twenty_mistakes_are_told_at_once_and_the_rest_counted()
    {
        var answer = _folder.Answer(
            [OwnFirmsFolder.Header, .. Enumerable.Range(1, 25).Select(n => $"firm {n},lanzhou,software,none,1000000")]);

        Assert.Equal(21, answer.Split('\n').Length);
        Assert.Contains("row 21, column 4", answer, StringComparison.Ordinal);
        Assert.EndsWith("and 5 more mistakes in " + _folder.In("firms.csv").Replace('\\', '/') + ".", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_that_stands_twice_names_both_rows() =>
        Assert.Contains("row 4, column 1: id \"a\" stands in row 2 already",
            _folder.Answer(
                OwnFirmsFolder.Header, "a,lanzhou,software,5,1000000", "b,lanzhou,software,5,1000000",
                "a,baiyin,software,5,1000000"), StringComparison.Ordinal);

    [Fact]
    public void A_misspelt_column_is_answered_with_the_nearest_and_a_missing_one_is_named()
    {
        var answer = _folder.Answer("id,region,industry,stuff,sales_last_year", "a,lanzhou,software,5,1000000");

        Assert.Contains("row 1, column 4: there is no column \"stuff\". Nearest: staff.", answer, StringComparison.Ordinal);
        Assert.Contains("row 1: the header lacks staff", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Semicolons_between_columns_are_said_to_be_none() =>
        Assert.Contains(
            "not separated by commas", _folder.Answer("id;region;industry;staff;sales_last_year", "a;lanzhou;software;5;1000000"),
            StringComparison.Ordinal);

    [Fact]
    public void An_empty_file_a_header_alone_a_workbook_and_no_file_are_told_apart()
    {
        string Naming(string file) => Assert.Throws<PopulationException>(() => _folder.Naming(file)).Message;
        File.WriteAllText(_folder.In("book.xlsx"), "PK");

        Assert.Contains("is empty", _folder.Answer(""), StringComparison.Ordinal);
        Assert.Contains("only blank rows", _folder.Answer("", " ,, "), StringComparison.Ordinal);
        Assert.Contains("a header and no firm", _folder.Answer(OwnFirmsFolder.Header), StringComparison.Ordinal);
        Assert.Contains("is a workbook. Save its sheet as CSV", Naming("book.xlsx"), StringComparison.Ordinal);
        Assert.Contains("no such file", Naming("none.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_a_hundred_megabytes_are_not_read()
    {
        using (var file = File.Create(_folder.In("large.csv"))) file.SetLength((100 << 20) + 1);

        Assert.Contains(
            "larger than 100 MB", Assert.Throws<PopulationException>(() => _folder.Naming("large.csv")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unicode_text_of_excel_is_refused_plainly()
    {
        var answer = Assert.Throws<PopulationException>(() => _folder.WithBytes(
            [.. Encoding.Unicode.GetPreamble(),
                .. Encoding.Unicode.GetBytes($"{OwnFirmsFolder.Header}\na,lanzhou,software,5,1000000\n")])).Message;

        Assert.Contains("neither UTF-8 nor GBK", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Own_firms_stand_alone_or_beside_and_nowhere_else() =>
        Assert.Contains(
            "ownFirms.stand is \"instead\". Write alone",
            Assert.Throws<PopulationException>(() => _folder.Naming("firms.csv", "instead")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_recipe_that_extends_itself_is_answered_with_the_circle()
    {
        File.WriteAllText(_folder.In("one.yaml"), "extends: two.yaml\n");
        File.WriteAllText(_folder.In("two.yaml"), "extends: one.yaml\n");

        Assert.Contains(
            "circle: one.yaml → two.yaml → one.yaml",
            Assert.Throws<PopulationException>(() => PopulationFile.Read(_folder.In("one.yaml"))).Message, StringComparison.Ordinal);
    }
}
