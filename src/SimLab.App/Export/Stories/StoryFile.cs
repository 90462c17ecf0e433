using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.App.Export.Stories;

/// <summary>Reads a story from its YAML file, and checks it against its run.</summary>
internal static class StoryFile
{
    private static readonly YamlTree.Wanted Wanted = new($"a story", $"A story needs a name and at least one step.");

    /// <exception cref="ScenarioException">The file has errors. The message lists each with its position, for the
    /// user.</exception>
    public static Story Read(string path, RunReader run)
    {
        var (manifest, start) = (run.Manifest, Month.Parse(run.Manifest.Start));
        return Read(
            path, new StoryReader.Frame(start - 1, start + (manifest.Months - 1), manifest.Enterprises, run.Province.RegionNames()));
    }

    /// <summary>Reads a story without a run: checks months, scenes and names, but not whether a run has them.</summary>
    /// <exception cref="ScenarioException">The file has errors.</exception>
    public static Story Read(string path) => Read(path, (StoryReader.Frame?)null);

    internal static Story Read(string path, StoryReader.Frame? frame)
    {
        var problems = new Problems();
        if (!Layers.IsPath(path)) throw problems.Fatal(new(path, 0, 0), $"this is not a file name.");
        var file = Path.GetFullPath(path);
        var tree = YamlTree.Read(TextFile.Read(file, null, problems), file, problems, Wanted);
        var story = new StoryReader(tree, frame, problems).Read();
        problems.ThrowIfAny();
        return story;
    }
}
