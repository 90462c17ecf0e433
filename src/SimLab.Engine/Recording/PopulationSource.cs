using SimLab.Engine.Populations;
using SimLab.Engine.Scenarios;
using SimLab.Model.Populations;

namespace SimLab.Engine.Recording;

/// <summary>The population that a scenario or a user names: a recipe, or the firms of a recorded run by its manifest.</summary>
public static class PopulationSource
{
    /// <param name="path">A recipe, or the manifest of a recorded run.</param>
    /// <param name="fullScale">All firms stand for themselves.</param>
    /// <exception cref="PopulationException">The file is not a recipe; the message says where and what is allowed.</exception>
    /// <exception cref="RunFolderException">It is the manifest of a run that was edited, or that another build wrote.</exception>
    public static PopulationFile Read(string path, bool fullScale = false)
    {
        if (Path.GetFileName(path) != RunFolder.Manifest) return PopulationFile.Read(path, fullScale);
        var recipe = RunReader.PlanIn(path).Population;
        return PopulationFile.Recorded(path, fullScale ? recipe with { FullScale = true } : recipe);
    }

    /// <summary>The population of a scenario.</summary>
    /// <exception cref="PopulationException">It is not a recipe, or not one of the month before the scenario begins.</exception>
    /// <exception cref="RunFolderException">As for <see cref="Read"/>.</exception>
    public static PopulationFile Of(Scenario scenario, bool fullScale = false) => Read(scenario.Population, fullScale).For(scenario);
}
