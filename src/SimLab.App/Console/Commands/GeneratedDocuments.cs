using System.Collections.Immutable;
using SimLab.App.Describing;
using SimLab.App.Export.Stories;
using SimLab.Engine.Calibration;
using SimLab.Engine.Experiments.Files;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Console.Commands;

/// <summary>A document of the repository that the program writes from its own code and data.</summary>
/// <param name="path">From the root of the repository, with slashes.</param>
/// <param name="write">Makes its text.</param>
internal sealed class GeneratedDocument(string path, Func<string> write)
{
    private readonly Lazy<string> _text = new(write);

    /// <summary>From the root of the repository, with slashes.</summary>
    public string Path => path;

    /// <summary>Its text, as the code has it.</summary>
    public string Text => _text.Value;

    /// <summary>Whether the file is missing under the root, or has another text.</summary>
    public bool IsStale(string root) =>
        !File.Exists(In(root)) || File.ReadAllText(In(root)).ReplaceLineEndings("\n") != Text;

    /// <summary>Writes the file under the root.</summary>
    public void Write(string root)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(In(root))!);
        File.WriteAllText(In(root), Text);
    }

    private string In(string root) => System.IO.Path.Combine(root, path);
}

/// <summary>
/// The generated documents of the repository, except results of simulations (<c>simlab effects</c> and others), which
/// take minutes. A new one is one line here.
/// </summary>
internal static class GeneratedDocuments
{
    /// <summary>Folder of the pages of policy documents; nothing else is in it.</summary>
    public const string Policies = "src/docs/policies";

    /// <summary>All of them.</summary>
    /// <param name="root">Root of the repository; the register of assumptions reads its scenario and ranking there.</param>
    /// <param name="catalog">The measures described.</param>
    /// <param name="screen">Told of former words in files read.</param>
    public static ImmutableArray<GeneratedDocument> Of(string root, MeasureCatalog catalog, Screen screen) =>
    [
        new("scenarios/scenario.schema.json", () => ScenarioSchema.Json(catalog)),
        new("scenarios/experiment.schema.json", () => ExperimentSchema.Json(catalog)),
        new("scenarios/story.schema.json", StorySchema.Json),
        new("src/docs/model-odd.md", OddPage.Write),
        new("src/docs/assumptions.md", () => Register.ToMarkdown(AssumptionsCommand.Listed(root, screen))),
        new("src/docs/limits.md", () => Limits.Write(catalog)),
        .. catalog.Documents.Select(document =>
            new GeneratedDocument($"{Policies}/{document.Id}.md", () => PolicyMarkdown.Write(document, catalog))),
    ];

    /// <summary>Pages under the root whose policy document is gone.</summary>
    public static IEnumerable<string> LeftOver(string root, IEnumerable<GeneratedDocument> documents)
    {
        var folder = Path.Combine(root, Policies);
        if (!Directory.Exists(folder)) return [];
        return Directory.EnumerateFiles(folder, "*.md").Select(file => $"{Policies}/{Path.GetFileName(file)}")
            .Except(documents.Select(document => document.Path)).Order(StringComparer.Ordinal);
    }
}
