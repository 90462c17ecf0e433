namespace SimLab.Engine.Scenarios;

/// <summary>Reads a scenario from its YAML file.</summary>
public static class ScenarioFile
{
    /// <summary>File name of a run's manifest: as a scenario's population it means the firms of that run.</summary>
    public const string RecordedRun = "manifest.json";

    /// <summary>Reads a scenario file and the files it extends.</summary>
    /// <exception cref="ScenarioException">The file has errors; the message lists each with its position.</exception>
    public static Scenario Read(string path, MeasureCatalog catalog)
    {
        var problems = new Problems();
        if (!Layers.IsPath(path)) throw problems.Fatal(new(path, 0, 0), $"this is not a file name.");
        var file = Path.GetFullPath(path);
        return Read(Layers.Load(file, null, catalog, problems), file, catalog, problems);
    }

    /// <summary>Reads a scenario from a text in place of the file's content.</summary>
    /// <exception cref="ScenarioException">The text has errors.</exception>
    public static Scenario ReadText(string text, string file, MeasureCatalog catalog)
    {
        var problems = new Problems();
        return Read(Layers.Extended(YamlTree.Read(text, file, problems), file, catalog, problems), file, catalog, problems);
    }

    /// <summary>Reads a scenario from a tree in place of the file's content.</summary>
    /// <exception cref="ScenarioException">The tree has errors.</exception>
    internal static Scenario Read(MapNode own, string file, MeasureCatalog catalog)
    {
        var problems = new Problems();
        return Read(Layers.Extended(own, file, catalog, problems), file, catalog, problems);
    }

    private static Scenario Read(MapNode tree, string file, MeasureCatalog catalog, Problems problems)
    {
        var scenario = new ScenarioReader(tree, file, catalog, problems).Read();
        var baseline = tree["baseline"] is { } named ? Baseline(named, file, catalog, problems) : null;
        problems.ThrowIfAny();
        return scenario with { Baseline = baseline, FormerNames = problems.FormerNames };
    }

    /// <summary>Reads a scenario sent by a client, as if in the folder; it may name no file outside of it.</summary>
    /// <param name="text">YAML, as in a file.</param>
    /// <param name="folder">Where its extends, baseline and population are looked up.</param>
    /// <param name="name">Name of the file in messages.</param>
    /// <param name="catalog">All measures.</param>
    /// <exception cref="ScenarioException">The text has errors, or names a file outside the folder.</exception>
    public static Scenario ReadText(string text, string folder, string name, MeasureCatalog catalog)
    {
        var problems = new Problems();
        var file = Path.Combine(Path.GetFullPath(folder), name);
        var own = YamlTree.Read(TextFile.Plain(text, file, problems), file, problems);
        foreach (var key in FileKeys)
            if (own[key] is TextNode { Value: not "off" } named && !IsWithin(folder, Layers.Resolve(named, problems)))
                throw problems.Fatal(
                    named.Position,
                    $"{key} is {NearestWord.Quoted(named.Value)}, outside the folder of scenarios. Name a file of that folder.");
        return Read(Layers.Extended(own, file, catalog, problems), file, catalog, problems);
    }

    private static readonly string[] FileKeys = ["extends", "baseline", "population"];

    internal static bool IsWithin(string folder, string file) =>
        Path.GetRelativePath(folder, file) is var relative && !Path.IsPathRooted(relative)
            && !relative.StartsWith("..", StringComparison.Ordinal);

    private static Scenario? Baseline(Node named, string policy, MeasureCatalog catalog, Problems problems)
    {
        if (named is TextNode { Value: "off" }) return null;
        if (named is not TextNode name)
            throw problems.Fatal(named.Position, $"baseline is {Values.Found(named)}; a file name or off is wanted.");
        var file = Layers.Resolve(name, problems);
        if (file == policy)
            throw problems.Fatal(name.Position, $"the baseline is the scenario itself. Name another file, or write off to run it alone.");
        // The baseline's own baseline is ignored here.
        return new ScenarioReader(Layers.Load(file, name.Position, catalog, problems), file, catalog, problems).Read();
    }
}
