using System.CommandLine;
using SimLab.Engine.Calibration;
using SimLab.Engine.Experiments.Running;
using SimLab.Engine.Populations;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using SimLab.Model.Populations;

namespace SimLab.App.Console;

/// <summary>The firms that calibrations and studies live on: those of a scenario, or fewer that stand for all.</summary>
/// <param name="Hash">Of the population file, and the number where it is reduced.</param>
internal sealed record ExperimentPopulation(Scenario Scenario, PopulationRecipe Recipe, Population Population, string Hash)
{
    public const string Memory = "1GB";

    public static Option<int?> Option() => Options.Whole(
        "--enterprises", "A reduced population: so many enterprises stand for all, faster and rougher. [default: the whole population]", 500, int.MaxValue);

    public static ExperimentPopulation Of(Scenario scenario, int? enterprises)
    {
        var file = PopulationSource.Of(scenario);
        var recipe = enterprises is null ? file.Recipe : file.Recipe with { Reduced = enterprises };
        return new(scenario, recipe, PopulationGenerator.Generate(recipe, scenario.Seed), enterprises is null ? file.Hash : $"{file.Hash}, reduced to {enterprises} enterprises");
    }

    /// <summary>As a command says it, to be quoted.</summary>
    public static string Typed(int? enterprises) => enterprises is null ? "" : $" --enterprises {enterprises}";

    /// <param name="kept">Where readings of finished batches are kept; null: only while the process lives.</param>
    public BatchedWorlds Worlds(Screen screen, WorldStore? kept = null) => new(Scenario, Recipe, Population, MemorySize.Read(Memory)!.Value, kept, new Lines(screen.Error));
}
