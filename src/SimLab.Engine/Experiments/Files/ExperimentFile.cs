using System.Collections.Immutable;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Scenarios;

namespace SimLab.Engine.Experiments.Files;

/// <summary>Reads an experiment from its YAML file, and makes one of scenarios that are to be compared.</summary>
public static class ExperimentFile
{
    internal static readonly YamlTree.Wanted Wanted = new("an", "experiment", "at least a name, a kind and a scenario");

    /// <exception cref="ScenarioException">The file holds mistakes. The message names each with its place, for the user to read.</exception>
    public static Experiment Read(string path, MeasureCatalog catalog)
    {
        var problems = new Problems();
        if (!Layers.IsPath(path)) throw problems.Fatal(new(path, 0, 0), "this is not a file name.");
        var file = Path.GetFullPath(path);
        var tree = YamlTree.Read(TextFile.Read(file, null, problems), file, problems, Wanted);
        var experiment = new ExperimentReader(tree, file, catalog, problems).Read();
        problems.ThrowIfAny();
        return experiment! with { FormerNames = problems.FormerNames };
    }

    /// <summary>Reads an experiment that somebody sent: as if it were a file, naming no scenario outside a folder.</summary>
    /// <param name="text">YAML, as in a file.</param>
    /// <param name="folder">Full path of the folder that all its scenarios must lie in.</param>
    /// <param name="name">What the file is called, from that folder; its scenarios are looked for from there.</param>
    /// <param name="catalog">The measures there are.</param>
    /// <param name="elsewhere">Where a scenario lies that is kept apart from that folder, by how the text names it; null: for none of that name.</param>
    /// <exception cref="ScenarioException">The text holds mistakes, or reaches out of the folder.</exception>
    public static Experiment ReadText(string text, string folder, string name, MeasureCatalog catalog, Func<string, string?>? elsewhere = null)
    {
        var problems = new Problems();
        var file = Path.GetFullPath(Path.Combine(folder, name));
        var tree = YamlTree.Read(TextFile.Plain(text, file, problems), file, problems, Wanted);
        var experiment = new ExperimentReader(tree, file, catalog, problems, within: folder, elsewhere).Read();
        problems.ThrowIfAny();
        return experiment! with { FormerNames = problems.FormerNames };
    }

    /// <summary>Whether the file says it is an experiment; a file that cannot be read is none.</summary>
    public static bool IsOne(string path)
    {
        try
        {
            var problems = new Problems();
            return Layers.IsPath(path) && File.Exists(path) && YamlTree.Read(TextFile.Read(Path.GetFullPath(path), null, problems), path, problems, Wanted)["kind"] is not null;
        }
        catch (ScenarioException)
        {
            return false;
        }
    }

    /// <summary>Scenarios side by side, the first as what the others are compared with. One alone is compared with its baseline.</summary>
    /// <param name="replicates">Null: as the first scenario has it.</param>
    /// <param name="seed">Null: as the first scenario has it.</param>
    /// <exception cref="ExperimentException">They cannot be compared.</exception>
    public static Experiment Comparing(ImmutableArray<Scenario> scenarios, int? replicates = null, ulong? seed = null)
    {
        if (scenarios is [{ Baseline: { } baseline } alone]) scenarios = [alone.Arms[1] with { Baseline = null }, alone];
        if (scenarios.Length < 2) throw new ExperimentException($"\"{scenarios[0].Name}\" names no baseline to be compared with. Give another scenario file.");
        if (ExperimentReader.Unlike(scenarios) is { } unlike) throw new ExperimentException(unlike);
        var first = scenarios[0];
        var experiment = new Experiment
        {
            Name = string.Join(" against ", scenarios.Skip(1).Append(first).Select(s => s.Name)),
            File = first.File,
            Kind = new Compare(),
            Scenarios = ExperimentReader.Named(scenarios),
            Last = first.LastMonth,
            Replicates = replicates ?? first.Replicates,
            Seed = seed ?? first.Seed,
            Outcomes = OutcomeReader.Default(first, first.LastMonth),
        };
        return experiment.Kind.Completed(experiment);
    }
}
