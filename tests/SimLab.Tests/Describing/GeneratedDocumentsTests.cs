using SimLab.App.Console;
using SimLab.App.Console.Commands;
using SimLab.Engine.Scenarios;
using SimLab.Model.Policies;
using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Describing;

/// <summary>Documents that are made from the code are what the code says, and one command makes them.</summary>
[Slow]
public sealed class GeneratedDocumentsTests : IDisposable
{
    private static readonly GeneratedDocument[] Documents =
        [.. GeneratedDocuments.Of(Repository.Root, MeasureCatalog.Default, new Screen(TextWriter.Null, TextWriter.Null))];

    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("simlab-docs-");

    public static TheoryData<string> Paths => [.. Documents.Select(document => document.Path)];

    public void Dispose() => _copy.Delete(recursive: true);

    [Theory, MemberData(nameof(Paths))]
    public void A_committed_document_is_what_the_code_says(string path)
    {
        var document = Documents.Single(each => each.Path == path);
        if (!document.IsStale(Repository.Root)) return;
        var file = Repository.File(path);
        var old = (File.Exists(file) ? File.ReadAllText(file) : "").ReplaceLineEndings("\n").Split('\n');
        var now = document.Text.Split('\n');
        var line = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.Fail(
            $"{path} is stale. Run in the root: simlab docs. Line {line + 1} reads\n{old.ElementAtOrDefault(line)}\n"
            + $"and should read\n{now.ElementAtOrDefault(line)}");
    }

    [Fact]
    public void Every_policy_document_has_its_page_and_no_page_is_left_of_one_that_is_gone()
    {
        Assert.All(MeasureCatalog.Default.Documents,
            document => Assert.Contains(Documents, page => page.Path == $"src/docs/policies/{document.Id}.md"));
        Assert.Empty(GeneratedDocuments.LeftOver(Repository.Root, Documents));
    }

    [Fact]
    public void The_page_of_a_document_has_its_clauses_with_their_measures_and_levers()
    {
        var page = Documents.Single(document => document.Path == "src/docs/policies/gansu-2023.md").Text;
        foreach (var measure in MeasureCatalog.Default.Of(Gansu2023.Document))
        {
            Assert.Contains($"## {measure.Clause.Number} {measure.Clause.Heading}: `{measure.Name}`\n", page, StringComparison.Ordinal);
            Assert.All(measure.OwnLevers, lever => Assert.Contains($"| `{lever.Name}` | {((LeverAttribute)lever.Number).NameZh} |", page,
                StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_command_says_what_is_stale_and_writes_that_and_nothing_else()
    {
        Copy();
        Assert.Equal(0, (await Said.By("docs", "--check", _copy.FullName)).Exit);

        File.AppendAllText(In("src/docs/model-odd.md"), "by hand");
        File.Delete(In("scenarios/story.schema.json"));
        File.WriteAllText(In("src/docs/policies/gone-1999.md"), "# Gone");
        var check = await Said.By("docs", "--check", _copy.FullName);
        Assert.Equal((2, ""), (check.Exit, check.Output));
        Assert.Contains(
            "Stale documents: scenarios/story.schema.json, src/docs/model-odd.md, src/docs/policies/gone-1999.md. Run: simlab docs",
            check.Error, StringComparison.Ordinal);
        Assert.EndsWith("by hand", File.ReadAllText(In("src/docs/model-odd.md")), StringComparison.Ordinal);

        var untouched = File.GetLastWriteTimeUtc(In("src/docs/assumptions.md"));
        var docs = await Said.By("docs", _copy.FullName);
        Assert.Equal(0, docs.Exit);
        Assert.Equal(["scenarios/story.schema.json", "src/docs/model-odd.md"], docs.Output.ReplaceLineEndings("\n").Split('\n')[..2]);
        Assert.Equal(untouched, File.GetLastWriteTimeUtc(In("src/docs/assumptions.md")));
        Assert.False(File.Exists(In("src/docs/policies/gone-1999.md")));
        var again = await Said.By("docs", "--check", _copy.FullName);
        Assert.Equal($"All {Documents.Length} generated documents are up to date.", again.Output.Trim());
    }

    [Fact]
    public async Task A_folder_that_is_not_the_repository_is_refused()
    {
        var said = await Said.By("docs", _copy.FullName);
        Assert.Equal(2, said.Exit);
        Assert.Contains("There is no SimLab.sln", said.Error, StringComparison.Ordinal);
    }

    // The documents, and the files that the register of assumptions reads.
    private void Copy()
    {
        File.WriteAllText(In("SimLab.sln"), "");
        var scenarios = Directory.EnumerateFiles(Repository.File("scenarios"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file));
        foreach (var path in scenarios.Concat(Documents.Select(document => document.Path)).Distinct())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
            File.Copy(Repository.File(path), In(path));
        }
    }

    private string In(string path) => Path.Combine(_copy.FullName, path);
}
