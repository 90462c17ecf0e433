using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.App.Export.Stories;

/// <summary>Reads a story from its YAML file, against the run it is to be told with.</summary>
internal static class StoryFile
{
    private static readonly YamlTree.Wanted Wanted = new("a", "story", "a name and at least one step");

    /// <exception cref="ScenarioException">The file holds mistakes. The message names each with its place, for the user to read.</exception>
    public static Story Read(string path, Manifest run)
    {
        var start = Month.Parse(run.Start);
        return Read(path, new StoryReader.Frame(start - 1, start + (run.Months - 1), run.Enterprises));
    }

    /// <summary>Without a run: months, scenes and names are read, and whether a run has them is not known.</summary>
    /// <exception cref="ScenarioException">The file holds mistakes.</exception>
    public static Story Read(string path) => Read(path, (StoryReader.Frame?)null);

    internal static Story Read(string path, StoryReader.Frame? frame)
    {
        var problems = new Problems();
        if (!Layers.IsPath(path)) throw problems.Fatal(new(path, 0, 0), "this is not a file name.");
        var file = Path.GetFullPath(path);
        var tree = YamlTree.Read(TextFile.Read(file, null, problems), file, problems, Wanted);
        var story = new StoryReader(tree, frame, problems).Read();
        problems.ThrowIfAny();
        return story;
    }
}
