using System.CommandLine;
using SimLab.App.Texts;
using SimLab.Engine;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.App.Console.Commands;

/// <summary>The RUN argument: the folder of a finished run; suggests the nearest name if there is none.</summary>
internal static class RecordedRunArgument
{
    private const int MostRuns = 1_000;

    public static Argument<string> Create() =>
        new("RUN") { Description = "The folder of a recorded run, such as runs/gansu-2023-a3299605." };

    /// <exception cref="InputException">The folder does not exist.</exception>
    /// <exception cref="RunFolderException">The folder is incomplete; the message names the file.</exception>
    public static Task<RunReader> Open(string path) =>
        Directory.Exists(path) || File.Exists(path) ? RunReader.Open(path) : throw NoSuchRun(path);

    /// <summary>Says once which measures of a recording this build lacks.</summary>
    public static void WriteUnknown(RunReader run, Screen screen)
    {
        if (run.UnknownMeasures is { Count: > 0 } unknown) screen.Report(
            $"This build has no {unknown}. Names and costs are the recording's; to simulate it again takes the "
            + $"SimLab that recorded it.");
    }

    // Searches the folder that was named, and runs, the default place.
    private static InputException NoSuchRun(string path)
    {
        var own = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path)) is { Length: > 0 } folder ? folder : ".";
        string[] runs = [.. Runs(own).Concat(Runs("runs")).Distinct()];
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        var near = NearestWord.Nearest(name, runs.Select(run => Path.GetFileName(run)));
        return new(Sentence.Join(
            Sentence.Of($"There is no run folder {NearestWord.Quoted(path)}."),
            near is null ? Sentence.Of($"simlab run SCENARIO makes one.")
                : $"Nearest: {runs.First(run => Path.GetFileName(run) == near)}."));
    }

    private static IEnumerable<string> Runs(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder).Take(MostRuns).Where(run => File.Exists(Path.Combine(run, RunFolder.Manifest)))
            .Select(run => Path.GetRelativePath(".", run).Replace('\\', '/'))
        : [];
}
