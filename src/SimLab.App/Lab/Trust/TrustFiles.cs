using System.Collections.Immutable;
using SimLab.App.Describing;
using SimLab.App.Lab.Scenarios;
using SimLab.App.Texts;
using SimLab.Model.Populations;

namespace SimLab.App.Lab.Trust;

/// <summary>Content of the Trust page that takes a moment to generate, and the documents it links to.</summary>
internal sealed class TrustFiles(LabScenarios scenarios)
{
    public const string OddPath = "trust/model-odd.md", ValidationPath = "trust/validation.md";

    /// <summary>Embedded pages of the documentation, by their names on the Trust page.</summary>
    public static ImmutableArray<(string Name, Phrase Words)> Pages { get; } =
        [("assumptions.md", TrustTexts.Register), ("measures.md", TrustTexts.Effects), ("experiments.md", TrustTexts.Experiments)];

    private const string PlainText = "text/plain; charset=utf-8";

    private readonly Lazy<Task<ImmutableArray<ReportLine>>> _report = new(() => Task.Run(() =>
    {
        var scenario = scenarios.Start.Scenario!;
        var population = scenarios.PopulationOf(scenario);
        return PopulationReport.Of(population.Recipe, population.Generate(scenario.Seed));
    }));

    /// <summary>Whether the build included a validation report.</summary>
    public static bool HasValidation { get; } = typeof(TrustFiles).Assembly.GetManifestResourceNames().Contains("validation.md");

    /// <summary>Totals of the population of the scenario that the lab opens with.</summary>
    public Task<ImmutableArray<ReportLine>> Report() => _report.Value;

    public static void Map(WebApplication app)
    {
        app.MapGet("/" + OddPath, () => Results.Text(OddPage.Write(), PlainText)).ExcludeFromDescription();
        foreach (var (name, _) in Pages)
            app.MapGet($"/trust/{name}", () =>
                Results.Stream(typeof(TrustFiles).Assembly.GetManifestResourceStream(name)!, PlainText)).ExcludeFromDescription();
        app.MapGet("/" + ValidationPath, () => Validation is { } page ? Results.Stream(page, PlainText) : Results.NotFound())
            .ExcludeFromDescription();
    }

    private static Stream? Validation => typeof(TrustFiles).Assembly.GetManifestResourceStream("validation.md");
}
