using System.CommandLine;
using System.Text.RegularExpressions;
using SimLab.Engine.Scenarios;

namespace SimLab.Tests.Snapshots;

/// <summary>
/// Puts a placeholder for everything that differs from machine to machine, from build to build and from run to run, and for the list of
/// all measures: a new one is one file.
/// </summary>
/// <param name="folder">The test's own, gone afterwards; {folder} in what is typed and printed. Null: it has none.</param>
internal sealed partial class Scrubber(string? folder = null)
{
    private const string Repo = "{repository}", Own = "{folder}";

    private static readonly string AllMeasures = string.Join(", ", MeasureCatalog.Default.Measures.Select(measure => measure.Name));

    /// <summary>What is typed, for the command.</summary>
    public string Filled(string word) =>
        word.Replace(Repo, Repository.Root, StringComparison.Ordinal).Replace(Own, folder, StringComparison.Ordinal);

    /// <summary>What was printed, for the file.</summary>
    public string Scrubbed(string text)
    {
        text = text.ReplaceLineEndings("\n");
        if (folder is not null)
        {
            // As seen from where the tests run, which may be near the folder or far from it.
            text = Regex.Replace(text, $@"(\.\./)+([\w.-]+/)*{Regex.Escape(Path.GetFileName(folder))}\b", Own);
            text = text.Replace(folder, Own, StringComparison.Ordinal);
        }
        text = text.Replace(Repository.Root, Repo, StringComparison.Ordinal);
        text = text.Replace(AllMeasures, "{measures}", StringComparison.Ordinal);
        // Usage names the program that runs: here that of the tests.
        text = text.Replace($"\n  {RootCommand.ExecutableName} ", "\n  simlab ", StringComparison.Ordinal);
        text = Progress().Replace(text, "");
        text = Commit().Replace(text, "");
        text = Hash().Replace(text, "{hash}");
        text = Seconds().Replace(text, "{n} $1");
        text = Memory().Replace(text, "{n}MB");
        return Machine().Replace(text, ".NET {version}, {system}, {n}$1");
    }

    // "2022-08, month 8 of 12: 5 s gone, about 3 s to go.", every few seconds
    [GeneratedRegex(@"^\d{4}-\d{2}\b.*\b\d+ (s|秒)\b.*\n", RegexOptions.Multiline)]
    private static partial Regex Progress();

    // 0.1.0+a592148…, in a build from a checkout
    [GeneratedRegex(@"(?<=\d)\+[0-9a-f]{40}\b")]
    private static partial Regex Commit();

    [GeneratedRegex(@"\b(?=[0-9a-f]*\d)[0-9a-f]{16,64}\b")]
    private static partial Regex Hash();

    [GeneratedRegex(@"\b\d[\d.,]* (s|ms|秒)\b")]
    private static partial Regex Seconds();

    // "peak memory 247MB", and not the option --memory 2GB
    [GeneratedRegex(@"(?<=[^-]memory |内存峰值 )\d[\d.,]* ?[KMG]B")]
    private static partial Regex Memory();

    [GeneratedRegex(@"^\.NET \d.*\d( processors| 个处理器)$", RegexOptions.Multiline)]
    private static partial Regex Machine();
}
