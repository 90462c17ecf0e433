using SimLab.Engine.Populations;
using Xunit;

namespace SimLab.Tests.Populations;

[Slow]
public sealed class RecipeErrorTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("simlab-recipe-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // The shipped recipe with one change, and the line (from 1) the change is in.
    private (string File, int Line) Spoiled(string found, string instead)
    {
        var text = GansuPopulation.Text;
        Assert.Contains(found, text, StringComparison.Ordinal);
        var file = Path.Combine(folder, "recipe.yaml");
        File.WriteAllText(file, text.Replace(found, instead, StringComparison.Ordinal));
        return (file, text[..text.IndexOf(found, StringComparison.Ordinal)].Count(c => c == '\n') + 1);
    }

    private void Answers(string found, string instead, params string[] words)
    {
        var (file, line) = Spoiled(found, instead);
        var answer = Assert.Throws<PopulationException>(() => PopulationFile.Read(file).Generate(1));
        Assert.Equal(file, answer.File);
        Assert.Equal(line, answer.Line);
        Assert.StartsWith($"{file}:{line}: ", answer.Message, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, answer.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_misspelt_key_is_answered_with_the_nearest() =>
        Answers("  roster: { value: 2400", "  rooster: { value: 2400", "rooster", "Nearest: roster");

    [Fact]
    public void A_misspelt_section_is_answered_with_the_nearest() =>
        Answers("loans:\n  smallAndMicro", "loan:\n  smallAndMicro", "\"loan\"", "Nearest: loans");

    [Fact]
    public void A_misspelt_region_is_answered_with_the_nearest() =>
        Answers("{ Lanzhou: 0.270", "{ Lanzhuo: 0.270", "Lanzhuo", "Nearest: Lanzhou");

    [Fact]
    public void A_number_out_of_range_is_answered_with_the_range_and_unit() =>
        Answers("value: 0.6861", "value: 68.61", "68.61", "[0, 1]", "share of firms");

    [Fact]
    public void A_word_for_a_number_is_shown() => Answers("value: 475900", "value: many", "firms.smes", "many");

    [Fact]
    public void Not_a_number_is_not_a_number() => Answers("value: 475900", "value: NaN", "firms.smes", "NaN");

    [Fact]
    public void Another_unit_is_refused() =>
        Answers("value: 5380, unit: 100 million yuan", "value: 5380, unit: yuan", "loans.smallAndMicro", "\"yuan\"", "100 million yuan");

    [Fact]
    public void An_unknown_tag_is_answered_with_the_tags() =>
        Answers("unit: firms, tag: derived", "unit: firms, tag: verified", "verified", "published, derived, fitted, assumed");

    [Fact]
    public void Shares_that_do_not_come_to_one_are_summed_up() =>
        Answers("Mining: 0.090, Manufacturing: 0.720", "Mining: 0.190, Manufacturing: 0.720", "industries.roster", "1.1");

    [Fact]
    public void A_level_left_out_is_named() =>
        Answers("{ Agriculture: 0.9, Mining: 1.0,", "{ Mining: 1.0,", "industries.fixedAssets", "Agriculture");

    [Theory]
    [InlineData("Agriculture: 0.55, Mining: 0.42", "Agriculture: 0.55, Minning: 0.42", "industries.materials.values", "Nearest: Mining")]
    [InlineData("{ Agriculture: 0.22, Mining: 0.18", "{ Agriculture: 0.22", "industries.labour", "no value for Mining (share of sales)")]
    [InlineData("Mining: 0.3, Manufacturing: 0.6", "Mining: 1.3, Manufacturing: 0.6",
        "industries.commodityExposure.Mining is 1.3", "[0, 1] share of materials")]
    [InlineData("Agriculture: 0.07, Mining: 0.08", "Agriculture: -0.07, Mining: 0.08",
        "industries.depreciation.Agriculture is -0.07", "[0.001, 0.5] share of fixed assets a year")]
    [InlineData("unit: yuan a year per worker", "unit: yuan a month",
        "industries.wage is given in \"yuan a month\"", "It must be in \"yuan a year per worker\"")]
    [InlineData("Agriculture: 40e+3", "Agriculture: forty", "industries.wage.Agriculture", "a number such as", "\"forty\"")]
    public void A_mistake_in_a_table_of_industries_is_named(string found, string instead, params string[] words) =>
        Answers(found, instead, words);

    [Theory]
    [InlineData("      Utilities: { tag: derived", "      Utility: { tag: derived", "industries.materials.cells", "Nearest: Utilities")]
    [InlineData("      Utilities: { tag: derived", "      Utilities: { tag: known",
        "industries.materials.cells.Utilities has no tag \"known\"")]
    [InlineData("      Utilities: { tag: derived, source", "      Utilities: { tag: derived, why",
        "industries.materials.cells.Utilities", "source")]
    public void A_mistake_in_the_source_of_one_value_is_named(string found, string instead, params string[] words) =>
        Answers(found, instead, words);

    [Fact]
    public void The_source_of_a_value_that_is_not_there_is_refused() => Answers(
        "    values: { Mining: 0.090, Manufacturing: 0.720, Utilities: 0.190 }",
        "    cells: { Software: { tag: derived, source: none } }\n    values: { Mining: 0.090, Manufacturing: 0.720, Utilities: 0.190 }",
        "industries.roster.cells.Software", "values has none of Software");

    [Fact]
    public void A_month_that_does_not_end_a_year_is_refused() => Answers("at: 2021-12", "at: 2021-06", "2020-12");

    [Fact]
    public void A_bracket_left_open_is_answered_with_the_line_where_reading_stops()
    {
        var (file, line) = Spoiled("firms:\n", "firms: [\n");
        var answer = Assert.Throws<PopulationException>(() => PopulationFile.Read(file));
        Assert.Contains("not YAML", answer.Message, StringComparison.Ordinal);
        Assert.InRange(answer.Line, line, line + 3);
    }

    [Fact]
    public void An_anchor_is_refused() => Answers("at: 2021-12", "at: &month 2021-12", "anchors");

    [Fact]
    public void More_loans_than_firms_could_bear_name_the_figure_and_the_room() =>
        Answers("smallAndMicro: { value: 5380", "smallAndMicro: { value: 50000", "loans.smallAndMicro", "room");

    [Fact]
    public void Fewer_firms_than_agents_are_refused_with_the_numbers() =>
        Answers("smes: { value: 475900", "smes: { value: 12000", "firms.smes is 12000", "Raise");

    [Fact]
    public void More_titles_than_candidates_are_refused_with_the_numbers() =>
        Answers("highTech: { value: 1362", "highTech: { value: 90000", "titles.highTech is 90000", "firms.innovative");

    [Fact]
    public void A_figure_left_out_is_asked_for_with_its_unit()
    {
        var (file, _) = Spoiled("  largeIndustrial: { value: ", "  # largeIndustrial: { value: ");
        var answer = Assert.Throws<PopulationException>(() => PopulationFile.Read(file));
        Assert.Contains("firms has no \"largeIndustrial\" (firms)", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_an_empty_file_and_a_directory_are_told_apart()
    {
        var empty = Path.Combine(folder, "empty.yaml");
        File.WriteAllText(empty, "");
        Assert.Contains(
            "no such file",
            Assert.Throws<PopulationException>(() => PopulationFile.Read(Path.Combine(folder, "none.yaml"))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "directory", Assert.Throws<PopulationException>(() => PopulationFile.Read(folder)).Message, StringComparison.Ordinal);
        Assert.Contains("empty", Assert.Throws<PopulationException>(() => PopulationFile.Read(empty)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_ignores_comments_and_layout_and_notices_every_number_and_source()
    {
        string HashWith(string found, string instead) => PopulationFile.Read(Spoiled(found, instead).File).Hash;

        Assert.Equal(GansuPopulation.File.Hash, HashWith("\nfirms:", "\n# a remark\nfirms:"));
        Assert.NotEqual(GansuPopulation.File.Hash, HashWith("value: 475900", "value: 475901"));
        Assert.NotEqual(GansuPopulation.File.Hash, HashWith("B5: all little giants", "B5: All little giants"));
    }
}
