using SimLab.App.Lab.Experiments;
using SimLab.App.Texts;
using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Files;
using SimLab.Engine.Experiments.Output;
using SimLab.Engine.Scenarios;
using Xunit;

namespace SimLab.Tests.Lab;

[Fast]
public class ExperimentDraftTests
{
    public static TheoryData<string> Examples =>
        [.. Directory.EnumerateFiles(Repository.File("scenarios", "experiments"), "*.yaml").Select(file => Path.GetFileName(file))];

    [Theory, MemberData(nameof(Examples))]
    public void A_file_read_into_the_form_and_written_again_is_the_same_experiment(string example)
    {
        var written = ExperimentDraft.Read(File.ReadAllText(Repository.File("scenarios", "experiments", example))).Write();
        var folder = Repository.File("scenarios");
        var again = ExperimentFile.ReadText(written, folder, $"experiments/{example}", MeasureCatalog.Default);
        var first = ExperimentFile.Read(Path.Combine(folder, "experiments", example), MeasureCatalog.Default);
        Assert.Equal(ExperimentText.Canonical(first), ExperimentText.Canonical(again));
        Assert.Equal(
            (first.Name, first.NameZh, first.Note?.Trim(), first.NoteZh), (again.Name, again.NameZh, again.Note, again.NoteZh));
    }

    [Fact]
    public void Words_that_YAML_would_read_otherwise_are_quoted()
    {
        var draft = new ExperimentDraft { Name = "a: b # c", Kind = "compare", Note = "two\nlines" };
        var again = ExperimentDraft.Read(draft.Write());
        Assert.Equal(("a: b # c", "two lines"), (again.Name, again.Note));
    }

    [Fact]
    public void Every_factor_has_a_Chinese_name()
    {
        var without = ExperimentNames.AllFactors().Where(f => !f.Words.Zh.Any(c => c is >= '\u4e00' and <= '\u9fff')).Select(f => f.Name);
        Assert.Empty(without);
    }

    [Fact]
    public void Findings_come_back_from_their_file_as_they_were()
    {
        var table = new FindingsTable(
            "points", "Points",
            [TableColumn.Text("outcome", "Outcome"), TableColumn.Text("unit", "Unit"),
            new("mean", "Mean", TableColumn.OfRow) { IsDetail = true }])
        { Shown = false };
        table.Add("jobs", "people", 1.5);
        table.Add("cost \"x\"", "yuan", double.NaN);
        var read = FindingsText.Read(FindingsText.Write(new(["One, two."], [table], [])));
        Assert.Equal(["One, two."], read.Sentences);
        Assert.Equal((table.Name, table.Title, table.Shown), (read.Tables[0].Name, read.Tables[0].Title, read.Tables[0].Shown));
        Assert.Equal(table.Columns, read.Tables[0].Columns);
        Assert.Equal(table.Rows, read.Tables[0].Rows);
    }
}
