using SimLab.Engine.Execution;
using SimLab.Engine.Populations;
using SimLab.Engine.Scenarios;
using SimLab.Model.Populations;

namespace SimLab.Benchmarks;

/// <summary>The notice of 2023 and the law without it, and the population to run them with.</summary>
internal static class Gansu
{
    public static Scenario Scenario { get; } = ScenarioFile.Read(
        Path.Combine(Root(), "scenarios", "gansu-2023.yaml"), MeasureCatalog.Default);

    public static PopulationFile PopulationFile { get; } = PopulationFile.Read(Scenario.Population);

    public static RunPlan Plan { get; } = RunPlan.Of(Scenario, PopulationFile.Recipe);

    public static Population Population { get; } = PopulationFile.Generate(Scenario.Seed);

    /// <summary>Exactly so many firms, evenly from all regions and industries, renumbered.</summary>
    public static Population Thin(int firms)
    {
        int[] kept = [.. Enumerable.Range(0, firms).Select(i => (int)((long)i * Population.Firms.Length / firms))];
        return new(Population.At, [.. kept.Select((old, i) => Population.Firms[old] with { Id = i })],
            [.. kept.Select(old => Population.Initial[old])]);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SimLab.sln")))
            folder = folder.Parent
                ?? throw new InvalidOperationException("The benchmarks read scenarios/: run them from a checkout of SimLab.");
        return folder.FullName;
    }
}
