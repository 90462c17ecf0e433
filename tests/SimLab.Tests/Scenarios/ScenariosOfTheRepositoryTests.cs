using SimLab.Engine.Experiments.Files;
using SimLab.Engine.Populations;
using SimLab.Engine.Scenarios;
using Xunit;

namespace SimLab.Tests.Scenarios;

/// <summary>The files a user begins with.</summary>
[Fast]
public sealed class ScenariosOfTheRepositoryTests
{
    private static string Scenarios => Repository.File("scenarios");

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Scenarios, "*.yaml", SearchOption.AllDirectories)
            .Where(file =>
                Path.GetRelativePath(Scenarios, file)
                .Split(Path.DirectorySeparatorChar)[0] is not ("rules" or "experiments" or "stories")
                && Path.GetFileName(Path.GetDirectoryName(file)) != "calibration"
                && Path.GetFileName(file) is not ("province.yaml" or "population.yaml" or "population-with-own-firms.yaml"))
            .Order(StringComparer.Ordinal);

    [Fact]
    public void Every_scenario_reads_without_a_mistake() => Assert.All(Files(), file => ScenarioFile.Read(file, MeasureCatalog.Default));

    [Fact]
    public void Every_scenario_and_experiment_has_its_name_and_note_in_Chinese_too()
    {
        Assert.All(Files(), file =>
        {
            var scenario = ScenarioFile.Read(file, MeasureCatalog.Default);
            AssertChinese(file, scenario.NameZh, scenario.NoteZh);
        });
        Assert.All(Directory.EnumerateFiles(Path.Combine(Scenarios, "experiments"), "*.yaml"), file =>
        {
            var experiment = ExperimentFile.Read(file, MeasureCatalog.Default);
            AssertChinese(file, experiment.NameZh, experiment.NoteZh);
        });
    }

    [Fact]
    public void Every_population_has_its_name_in_Chinese_too() =>
        Assert.All(Directory.EnumerateFiles(Path.Combine(Scenarios, "provinces"), "population*.yaml", SearchOption.AllDirectories),
            file => AssertChinese(file, PopulationFile.Read(file).Recipe.NameZh));

    private static void AssertChinese(string file, params string?[] texts) =>
        Assert.All(texts, text => Assert.True(text is not null && text.Any(letter => letter is >= '一' and <= '鿿'), $"{file}: {text}"));

    [Fact]
    public void Every_scenario_names_the_schema_for_editors() => Assert.All(Files(), file =>
    {
        var schema = Path.GetRelativePath(Path.GetDirectoryName(file)!, Path.Combine(Scenarios, "scenario.schema.json")).Replace('\\', '/');
        Assert.Equal($"# yaml-language-server: $schema={schema}", File.ReadLines(file).First());
    });
}
