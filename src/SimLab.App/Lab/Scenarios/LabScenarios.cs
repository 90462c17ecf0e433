using System.Collections.Immutable;
using SimLab.App.Texts;
using SimLab.Engine.Populations;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Lab.Scenarios;

/// <summary>A scenario file of the folder, offered as a starting point.</summary>
/// <param name="File">Path under the folder of scenarios, with forward slashes.</param>
/// <param name="Scenario">Null: unreadable.</param>
/// <param name="Problem">Errors of the file, for the user.</param>
public sealed record Preset(string File, Scenario? Scenario, string? Problem);

/// <summary>The scenarios of the folder, and their populations. Files are read when the lab starts.</summary>
internal sealed class LabScenarios
{
    /// <summary>The law in force, and the notice as written: the lab opens with the notice beside the law.</summary>
    public const string Law = "provinces/gansu/baseline-2023.yaml", AsWritten = "gansu-2023.yaml";

    private const string WhatIf = "what-if", Provinces = "provinces";

    private readonly Dictionary<string, Lazy<PopulationFile>> _populations = [];

    public LabScenarios(LabSettings settings)
    {
        Folder = settings.Scenarios;
        IEnumerable<string> files =
        [
            .. new[] { Law, AsWritten }.Where(name => File.Exists(Path.Combine(Folder, name))),
            .. Yaml("").Where(name => name is not (Law or AsWritten)),
            .. Yaml(WhatIf),
            .. OfProvinces().Where(name => name is not (Law or AsWritten)),
        ];
        Presets = [.. files.Select(Read)];
        if (settings.Recording is null && Presets.All(p => p.Scenario is null)) throw None();
    }

    /// <summary>Path of the folder of scenarios.</summary>
    public string Folder { get; }

    /// <summary>All scenario files of the folder.</summary>
    public ImmutableArray<Preset> Presets { get; }

    /// <exception cref="InputException">The folder has no scenario, as in a replay away from the scenarios.</exception>
    public Preset Start =>
        Find(AsWritten) is { Scenario: not null } written ? written : Presets.FirstOrDefault(p => p.Scenario is not null) ?? throw None();

    /// <summary>The preset of this file; null: none.</summary>
    public Preset? Find(string file) => Presets.FirstOrDefault(p => p.File == file);

    /// <summary>The scenario's population file, read once.</summary>
    public PopulationFile PopulationOf(Scenario scenario)
    {
        lock (_populations)
        {
            if (!_populations.TryGetValue(scenario.Population, out var file))
                _populations.Add(scenario.Population, file = new(() => PopulationSource.Of(scenario)));
            return file.Value;
        }
    }

    /// <summary>Content address of the scenario's result in this build.</summary>
    public string AddressOf(Scenario scenario) => ContentAddress.Of(scenario, PopulationOf(scenario).Hash);

    /// <summary>Reads a scenario from a user or a link.</summary>
    /// <exception cref="ScenarioException">The message is for the user.</exception>
    public Scenario ReadText(string yaml) => Compared(ScenarioFile.ReadText(yaml, Folder, "scenario.yaml", MeasureCatalog.Default));

    private InputException None() =>
        new($"There is no scenario in {Position.Shown(Folder)} that can be read. Start simlab where the folder scenarios is, or give its "
            + $"place with --scenarios.");

    private Preset Read(string file)
    {
        try
        {
            return new(file, Compared(ScenarioFile.Read(Path.Combine(Folder, file), MeasureCatalog.Default)), null);
        }
        catch (ScenarioException mistake)
        {
            return new(file, null, mistake.Message);
        }
    }

    // Compares the law alone with itself: the Plan page always needs a comparison.
    private static Scenario Compared(Scenario scenario) => scenario.Baseline is null ? scenario with { Baseline = scenario } : scenario;

    // Beside its scenarios a province has its own file and its populations.
    private IEnumerable<string> OfProvinces() => Directory.Exists(Path.Combine(Folder, Provinces))
        ? Directory.EnumerateDirectories(Path.Combine(Folder, Provinces)).Order(StringComparer.Ordinal)
            .SelectMany(folder => Yaml(Path.Combine(Provinces, Path.GetFileName(folder))))
            .Where(name => Path.GetFileName(name) != ProvinceFile.Name && !PopulationFile.IsPopulation(Path.Combine(Folder, name)))
        : [];

    private IEnumerable<string> Yaml(string under) => Directory.Exists(Path.Combine(Folder, under))
        ? Directory.EnumerateFiles(Path.Combine(Folder, under), "*.yaml")
            .Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)
        : [];
}
