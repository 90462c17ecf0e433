using SimLab.Engine.Populations;
using SimLab.Engine.Scenarios;

namespace SimLab.Engine.Recording;

/// <summary>The population named by a scenario or a user: a recipe, or the manifest of a recorded run.</summary>
public static class PopulationSource
{
    /// <summary>Reads a recipe or the recipe in a manifest.</summary>
    /// <param name="path">A recipe, or the manifest of a recorded run.</param>
    /// <param name="fullScale">Gives every firm weight 1.</param>
    /// <exception cref="PopulationException">Not a recipe; the message says where and what is allowed.</exception>
    /// <exception cref="RunFolderException">The manifest was edited, or another build wrote it.</exception>
    public static PopulationFile Read(string path, bool fullScale = false)
    {
        if (Path.GetFileName(path) != RunFolder.Manifest) return PopulationFile.Read(path, fullScale);
        var recipe = RunReader.PlanIn(path).Population;
        return PopulationFile.Recorded(path, fullScale ? recipe with { FullScale = true } : recipe);
    }

    /// <summary>The population of a scenario.</summary>
    /// <exception cref="PopulationException">Not a recipe, or not of the month before the scenario.</exception>
    /// <exception cref="RunFolderException">As for <see cref="Read"/>.</exception>
    public static PopulationFile Of(Scenario scenario, bool fullScale = false) => Read(scenario.Population, fullScale).For(scenario);
}
