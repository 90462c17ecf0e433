using System.Text.RegularExpressions;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Model;
using Xunit;

namespace SimLab.Tests.Consistency;

/// <summary>The page on what an extension takes tells the truth.</summary>
[Fast]
public sealed partial class ExtendingTests
{
    private const string Last = nameof(Title.LittleGiant);

    private static readonly string Page = File.ReadAllText(Repository.File("src/docs/extending.md"));

    [Fact]
    public void Every_file_it_names_exists() =>
        Assert.All(
            Named(Page, Last), file => Assert.True(File.Exists(Repository.File(file)) || Directory.Exists(Repository.File(file)), file));

    [Fact]
    public void It_names_every_file_that_knows_the_last_title() => Same(
        Named(Section("## A title"), Last),
        Code().Where(file => file.Text.Contains(Last, StringComparison.Ordinal)
            || file.Text.Contains("little_giant", StringComparison.Ordinal)));

    [Fact]
    public void It_names_every_file_that_chooses_among_outcomes() => Same(
        Named(Section("## An outcome"), "").Where(file => !file.Contains("/Outcomes/", StringComparison.Ordinal)),
        Code().Where(file => OutcomeCatalog.TargetIds.Count(id => file.Text.Contains($"\"{id}\"", StringComparison.Ordinal)) > 1));

    private static void Same(IEnumerable<string> named, IEnumerable<(string File, string Text)> found)
    {
        var (said, inCode) = (named.Where(IsCode).ToHashSet(), found.Select(file => file.File).ToHashSet());
        Assert.True(said.SetEquals(inCode),
            $"src/docs/extending.md lacks {string.Join(", ", inCode.Except(said).Order(StringComparer.Ordinal))}\n"
                + $"and names without need {string.Join(", ", said.Except(inCode).Order(StringComparer.Ordinal))}");
    }

    private static string Section(string heading)
    {
        var from = Page.IndexOf(heading, StringComparison.Ordinal);
        var end = Page.IndexOf("\n## ", from + heading.Length, StringComparison.Ordinal);
        return end < 0 ? Page[from..] : Page[from..end];
    }

    // NAME stands for an example, so the title's own files are those of the last one.
    private static IEnumerable<string> Named(string text, string name) =>
        PathInText().Matches(text).Select(match => match.Groups[1].Value)
            .Select(path => path.Contains("/Outcomes/NAME", StringComparison.Ordinal)
                ? path.Replace("NAME", nameof(NewSmeLoans), StringComparison.Ordinal)
                : path.Replace("NAME", name, StringComparison.Ordinal));

    private static IEnumerable<(string File, string Text)> Code() =>
        Directory.EnumerateFiles(Repository.File("src"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.File(""), file).Replace('\\', '/'))
            .Where(file => IsCode(file)
                && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(file => (file, File.ReadAllText(Repository.File(file))));

    private static bool IsCode(string file) => Path.GetExtension(file) is ".cs" or ".razor" or ".js";

    [GeneratedRegex("`(src/[^`]+)`")]
    private static partial Regex PathInText();
}
