using SimLab.App.Texts;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Console;

/// <summary>Chooses the run folder, and checks before the run that it can be written.</summary>
internal static class OutputFolder
{
    private const int MostRuns = 10_000;

    /// <param name="asked">The value of --out; null: runs/SCENARIO-ADDRESS, numbered if that exists.</param>
    /// <param name="scenarioFile">Its name becomes part of the default.</param>
    /// <param name="contentAddress">Its first characters become part of the default.</param>
    public static string Choose(string? asked, string scenarioFile, string contentAddress)
    {
        var folder = asked is null
            ? Free(Path.Combine("runs", $"{Path.GetFileNameWithoutExtension(scenarioFile)}-{contentAddress[..8]}")) : Asked(asked);
        RequireWritable(folder);
        return folder;
    }

    private static string Asked(string folder)
    {
        if (!Layers.IsPath(folder)) throw new InputException($"--out {NearestWord.Quoted(folder)} is not a folder name.");
        if (Exists(folder)) throw new InputException(
            $"--out {NearestWord.Quoted(folder)} exists already. Name a folder that does not, or leave --out away.");
        return folder;
    }

    private static string Free(string folder) =>
        Enumerable.Range(1, MostRuns).Select(n => n == 1 ? folder : $"{folder}-{n}").FirstOrDefault(f => !Exists(f))
        ?? throw new InputException($"{folder} exists already, and so do {MostRuns} copies. Give --out, or clear the folder runs.");

    private static bool Exists(string path) => Directory.Exists(path) || File.Exists(path);

    // Tries the nearest existing folder, so that a run that never starts leaves nothing behind.
    private static void RequireWritable(string folder)
    {
        var parent = Path.GetDirectoryName(Path.GetFullPath(folder));
        while (parent is not null && !Directory.Exists(parent) && !File.Exists(parent)) parent = Path.GetDirectoryName(parent);
        try
        {
            using var trial = new FileStream(
                Path.Combine(parent ?? "/", $".simlab-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1,
                FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"The run folder {NearestWord.Quoted(folder)} cannot be written: {Reason(e, parent)}. Name another with --out, or run "
                + $"with --no-record.");
        }
    }

    private static string Reason(Exception e, string? parent) => e switch
    {
        UnauthorizedAccessException => $"you have no permission to write in {parent}",
        _ when File.Exists(parent) => $"{parent} is a file",
        _ => $"nothing can be made in {parent}",
    };
}
