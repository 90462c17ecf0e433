using System.CommandLine;
using SimLab.Engine.Populations;
using SimLab.App.Texts;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Console;

/// <summary>The SCENARIO argument: a scenario file, read and checked.</summary>
internal static class ScenarioArgument
{
    private const string Folder = "scenarios";

    public static Argument<string> Create() => new("SCENARIO") { Description = "A scenario file, such as scenarios/gansu-2023.yaml." };

    /// <summary>Reads the file, and reports the former words in it.</summary>
    public static Scenario Read(string path, Screen screen)
    {
        if (Layers.IsPath(path) && !File.Exists(path) && !Directory.Exists(path) && Nearest(path) is { } near)
            throw new InputException($"There is no scenario file {NearestWord.Quoted(path)}. Nearest: {near}.");
        var scenario = ScenarioFile.Read(path, MeasureCatalog.Default);
        screen.WriteFormerNames(scenario.FormerNames);
        return scenario;
    }

    // Searches the folder that was named and, since users often type only a name, the scenarios of this folder.
    private static string? Nearest(string path)
    {
        var own = Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".";
        var files = Yaml(own, deep: false).Concat(Yaml(Folder, deep: true))
            .Select(file => Path.GetRelativePath(".", file).Replace('\\', '/')).ToHashSet();
        var name = Path.GetFileName(path);
        return NearestWord.Nearest(name, files.Select(f => Path.GetFileName(f))) is { } near
            ? files.First(f => Path.GetFileName(f) == near) : null;
    }

    private static IEnumerable<string> Yaml(string folder, bool deep) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.yaml", new EnumerationOptions { RecurseSubdirectories = deep, MaxRecursionDepth = 3 })
            .Take(1000)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) is not ("rules" or "experiments")
                && !PopulationFile.IsPopulation(file) && Path.GetFileName(file) != ProvinceFile.Name)
        : [];
}
