using System.CommandLine;
using SimLab.Engine.Calibration;
using SimLab.Engine.Experiments.Running;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using SimLab.Model.Populations;

namespace SimLab.App.Console;

/// <summary>
/// The firms of calibrations and experiments: all firms of a scenario, or a smaller representative sample.
/// </summary>
/// <param name="Hash">Hash of the population file, with the number of firms if it is reduced.</param>
internal sealed record ExperimentPopulation(Scenario Scenario, PopulationRecipe Recipe, Population Population, string Hash)
{
    public const string Memory = "1GB";

    public static Option<int?> Option() => Options.Whole(
        "--enterprises",
            "A reduced population: so many enterprises stand for all, faster and rougher. [default: the whole population]", 500,
            int.MaxValue);

    /// <param name="scenario">The scenario with the population file.</param>
    /// <param name="enterprises">Number of representative firms; null: all firms.</param>
    public static ExperimentPopulation Of(Scenario scenario, int? enterprises)
    {
        var file = PopulationSource.Of(scenario);
        var recipe = enterprises is null ? file.Recipe : file.Recipe with { Reduced = enterprises };
        return new(scenario, recipe, PopulationGenerator.Generate(recipe, scenario.Seed),
            enterprises is null ? file.Hash : $"{file.Hash}, reduced to {enterprises} enterprises");
    }

    /// <summary>The option as typed, for quoting a command.</summary>
    public static string Typed(int? enterprises) => enterprises is null ? "" : $" --enterprises {enterprises}";

    /// <param name="kept">Stores readings of finished batches; null: they last only as long as the process.</param>
    public BatchedWorlds Worlds(Screen screen, WorldStore? kept = null) =>
        new(Scenario, Recipe, Population, MemorySize.Read(Memory)!.Value, kept, new Lines(screen));
}
