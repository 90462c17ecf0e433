using System.Diagnostics;
using System.Text;
using SimLab.Engine.Scenarios;
using Xunit;

namespace SimLab.Tests.Scenarios;

/// <summary>Files that are no scenario at all, and files that extend each other wrongly.</summary>
[Fast]
public sealed class ScenarioFileErrorTests : IDisposable
{
    private const string Plain = ScenarioFolder.Plain;
    private readonly ScenarioFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n")]
    [InlineData("---\n...\n")]
    [InlineData("\uFEFF")]
    public void An_empty_file_says_what_a_scenario_needs(string text) => folder.AssertMistake(text, 0, "is empty.", "name");

    [Fact]
    public void A_missing_file_names_its_neighbour()
    {
        folder.Write("gansu-2023.yaml", Plain);
        folder.AssertMistakeIn("gansu2023.yaml", "gansu2023.yaml", 0, "there is no such file.", "Nearest: gansu-2023.yaml.");
    }

    [Fact]
    public void A_directory_is_not_a_scenario()
    {
        Directory.CreateDirectory(folder.In("dir"));
        folder.AssertMistakeIn("dir", "dir", 0, "is a directory.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\0b")]
    public void A_name_no_file_can_have_is_a_mistake(string path)
    {
        var mistake = Assert.Throws<ScenarioException>(() => ScenarioFile.Read(path, ScenarioFolder.Catalog));
        Assert.Contains(": this is not a file name.", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_permission_says_so()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "The administrator may read everything.");
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(folder.Write("x.yaml", Plain), UnixFileMode.None);
        folder.AssertMistakeIn("x.yaml", "x.yaml", 0, "cannot be read: you have no permission");
    }

    [Fact]
    public void A_huge_file_is_refused_without_reading_it_all()
    {
        using (var huge = File.Create(folder.In("x.yaml"))) huge.SetLength(10L << 30);       // sparse: takes no room
        var watch = Stopwatch.StartNew();
        folder.AssertMistakeIn("x.yaml", "x.yaml", 0, "larger than 1 MB");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_file_in_another_encoding_names_the_line()
    {
        File.WriteAllBytes(folder.In("x.yaml"), [.. "name: "u8, .. "a\nnameZh: "u8, 0xB8, 0xCA, 0xCB, 0xE0]);    // 甘肃 in GBK
        folder.AssertMistakeIn("x.yaml", "x.yaml", 2, "not UTF-8", "GBK");
        File.WriteAllText(folder.In("x.yaml"), Plain, Encoding.Unicode);
        folder.AssertMistakeIn("x.yaml", "x.yaml", 1, "not UTF-8", "UTF-16");
    }

    [Fact]
    public void A_binary_file_names_the_character() => folder.AssertMistake("name: a\nnote: b\0c", 2, "control character U+0000");

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_are_welcome() =>
        Assert.Equal("Plain", folder.Read("\uFEFF" + Plain.ReplaceLineEndings("\r\n")).Name);

    [Theory]
    [InlineData("note: &a x", "anchors")]
    [InlineData("note: *a", "anchors")]
    [InlineData("note: !secret x", "tags")]
    [InlineData("note: !!binary aGk=", "tags")]
    public void Anchors_aliases_and_tags_are_refused(string line, string words) => folder.AssertMistake(Plain + line, 7, words);

    [Fact]
    public void A_billion_laughs_are_refused_at_the_first()
    {
        var lol = "a: &a [lol, lol]\n"
            + string.Concat(Enumerable.Range(0, 30).Select(i => $"b{i}: &b{i} [{string.Join(", ", Enumerable.Repeat("*a", 9))}]\n"));
        folder.AssertMistake(lol, 1, "anchors");
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void Nesting_without_end_is_refused(char open, char close)
    {
        folder.AssertMistake("name: " + new string(open, 100_000) + new string(close, 100_000), 1, "nested more than 8 levels");
        folder.AssertMistake("name: " + string.Concat(Enumerable.Repeat($"{open}\n", 100_000)), 8, "nested more than 8 levels");
    }

    [Fact]
    public void Two_documents_in_a_file_are_refused() => folder.AssertMistake(Plain + "---\nname: Two", 7, "second document");

    [Fact]
    public void A_text_that_is_no_scenario_shows_how_one_begins()
    {
        folder.AssertMistake("Higher rewards, please", 1, "keys and values", "name: ");
        folder.AssertMistake("- a\n- b", 1, "keys and values");
    }

    [Theory]
    [InlineData("measures:\n\tSampleLoans: {}", 8, "a tab indents this line.")]
    [InlineData("measures:\n  SampleLoans:\n\t  interestPaid: 0.5", 9, "a tab indents this line.")]
    [InlineData("note: a: b", 7, "this is not YAML", "Found: \"note: a: b\".")]
    [InlineData("note: \"never closed", 7, "this is not YAML")]
    [InlineData("measures: { SampleLoans: {}", 8, "this is not YAML")]
    [InlineData("note: @x", 7, "this is not YAML")]
    [InlineData("measures:\n    SampleLoans: {}\n  SampleRewards: {}", 9, "this is not YAML")]
    [InlineData("? [a]\n: b", 7, "a word is wanted before the colon")]
    [InlineData("just words", 7, "this is not YAML")]
    public void Broken_YAML_names_the_line_and_shows_it(string text, int line, params string[] words) =>
        folder.AssertMistake(Plain + text, line, words);

    [Fact]
    public void A_circle_of_extends_is_shown()
    {
        folder.Write("a.yaml", "name: A\nextends: b.yaml");
        folder.Write("b.yaml", "name: B\n\nextends: a.yaml");
        folder.AssertMistakeIn("a.yaml", "b.yaml", 3, "extends goes in a circle: a.yaml → b.yaml → a.yaml.");
    }

    [Fact]
    public void Too_many_layers_are_refused()
    {
        for (var i = 0; i < 12; i++) folder.Write($"{i}.yaml", $"name: A\nextends: {i + 1}.yaml");
        folder.AssertMistakeIn("0.yaml", "9.yaml", 2, "more than 10 files extend each other");
    }

    [Fact]
    public void A_missing_file_to_extend_is_told_where_it_is_named() =>
        folder.AssertMistake("name: A\nextends: poeple.json", 2, "there is no file ", "poeple.json.", "Nearest: people.json.");

    [Theory]
    [InlineData("extends: [a.yaml, b.yaml]", "extends is a list; one file name is wanted.")]
    [InlineData("extends: \"\"", "\"\" is not a file name.")]
    [InlineData("baseline: { a: b }", "baseline is a group of keys; a file name or off is wanted.")]
    [InlineData("baseline: x.yaml", "the baseline is the scenario itself.")]
    [InlineData("baseline: y.yaml", "there is no file ")]
    public void Extends_and_baseline_name_one_other_file(string line, string words) => folder.AssertMistake(Plain + line, 7, words);

    [Fact]
    public void A_mistake_in_a_file_below_names_that_file_and_line()
    {
        folder.Write("base.yaml", Plain + "measures:\n  SampleRewards: { coachingGain: 99 }");
        folder.Write("x.yaml", "name: A\nextends: base.yaml\nmeasures:\n  SampleRewards: { paperworkLeft: 0.1 }");
        folder.AssertMistakeIn("x.yaml", "base.yaml", 8, "SampleRewards.coachingGain is 99");
    }

    [Fact]
    public void A_mistake_in_the_baseline_names_that_file_and_line()
    {
        folder.Write("base.yaml", Plain + "measures: { SampleRewards: { coachingGain: 99 } }");
        folder.Write("x.yaml", Plain + "baseline: base.yaml");
        folder.AssertMistakeIn("x.yaml", "base.yaml", 7, "SampleRewards.coachingGain is 99");
    }
}
