using System.Collections.Immutable;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Scenarios;

namespace SimLab.Engine.Experiments.Files;

/// <summary>Reads an experiment from its YAML file, and makes one of scenarios to compare.</summary>
public static class ExperimentFile
{
    internal static readonly YamlTree.Wanted Wanted = new($"an experiment", $"An experiment needs at least a name, a kind and a scenario.");

    /// <summary>Reads the experiment of a path.</summary>
    /// <exception cref="ScenarioException">
    /// The file has errors. The message lists each with its place, for the user.
    /// </exception>
    public static Experiment Read(string path, MeasureCatalog catalog)
    {
        var problems = new Problems();
        if (!Layers.IsPath(path)) throw problems.Fatal(new(path, 0, 0), $"this is not a file name.");
        var file = Path.GetFullPath(path);
        var tree = YamlTree.Read(TextFile.Read(file, null, problems), file, problems, Wanted);
        var experiment = new ExperimentReader(tree, file, catalog, problems).Read();
        problems.ThrowIfAny();
        return experiment! with { FormerNames = problems.FormerNames };
    }

    /// <summary>
    /// Reads an experiment from submitted text, as if from a file; it may name no scenario outside a folder.
    /// </summary>
    /// <param name="text">YAML, as in a file.</param>
    /// <param name="folder">Full path of the folder that must contain all its scenarios.</param>
    /// <param name="name">Path of the text relative to that folder; its scenarios are relative to it.</param>
    /// <param name="catalog">Available measures.</param>
    /// <param name="elsewhere">
    /// Path of a scenario stored outside that folder, by its name in the text; null: none of that name.
    /// </param>
    /// <exception cref="ScenarioException">The text has errors, or names a file outside the folder.</exception>
    public static Experiment ReadText(
        string text, string folder, string name, MeasureCatalog catalog, Func<string, string?>? elsewhere = null)
    {
        var problems = new Problems();
        var file = Path.GetFullPath(Path.Combine(folder, name));
        var tree = YamlTree.Read(TextFile.Plain(text, file, problems), file, problems, Wanted);
        var experiment = new ExperimentReader(tree, file, catalog, problems, within: folder, elsewhere).Read();
        problems.ThrowIfAny();
        return experiment! with { FormerNames = problems.FormerNames };
    }

    /// <summary>Whether the file declares an experiment; false for an unreadable file.</summary>
    public static bool IsOne(string path)
    {
        try
        {
            var problems = new Problems();
            return Layers.IsPath(path) && File.Exists(path)
                && YamlTree.Read(TextFile.Read(Path.GetFullPath(path), null, problems), path, problems, Wanted)["kind"] is not null;
        }
        catch (ScenarioException)
        {
            return false;
        }
    }

    /// <summary>
    /// Compares scenarios side by side, the others with the first. A single one is compared with its baseline.
    /// </summary>
    /// <param name="replicates">Null: the first scenario's.</param>
    /// <param name="seed">Null: the first scenario's.</param>
    /// <exception cref="ExperimentException">The scenarios are not comparable.</exception>
    public static Experiment Comparing(ImmutableArray<Scenario> scenarios, int? replicates = null, ulong? seed = null)
    {
        if (scenarios is [{ Baseline: { } baseline } alone]) scenarios = [alone.Arms[1] with { Baseline = null }, alone];
        if (scenarios.Length < 2) throw new ExperimentException(
            $"\"{scenarios[0].Said}\" names no baseline to be compared with. Give another scenario file.");
        if (ExperimentReader.Unlike(scenarios) is { } unlike) throw new ExperimentException(unlike);
        var first = scenarios[0];
        var experiment = new Experiment
        {
            Name = string.Join(" against ", scenarios.Skip(1).Append(first).Select(s => s.Name)),
            NameZh = $"{string.Join("", scenarios.Skip(1).Select(InChinese))}与{InChinese(first)}的比较",
            File = first.File,
            Kind = new Compare(),
            Scenarios = ExperimentReader.Named(scenarios),
            Last = first.LastMonth,
            Replicates = replicates ?? first.Replicates,
            Seed = seed ?? first.Seed,
            Outcomes = OutcomeReader.Default(first, first.LastMonth),
        };
        return experiment.Kind.Completed(experiment);

        static string InChinese(Scenario scenario) => $"“{scenario.NameZh ?? scenario.Name}”";
    }
}
