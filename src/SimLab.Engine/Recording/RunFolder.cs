using SimLab.Engine.Scenarios;
using SimLab.Engine.Storage;

namespace SimLab.Engine.Recording;

/// <summary>
/// The folder of a recorded run. Files are written into a hidden folder beside it, which is renamed atomically when
/// everything is on disk; until then, and after a failure, no folder looks finished.
/// </summary>
public sealed class RunFolder : IDisposable
{
    public const string Manifest = ScenarioFile.RecordedRun;
    public const string Targets = "targets.json";
    public const string Series = "series.parquet";
    public const string Ledger = "ledger.parquet";
    public const string Enterprises = "enterprises.parquet";
    public const string Events = "events.parquet";
    public const string Incidence = "incidence.parquet";
    public const string Report = "report.html";

    /// <summary>In the folder of a branch: the complete scenario, ready to run again; and its baseline.</summary>
    public const string Scenario = "scenario.yaml", Baseline = "baseline.yaml";

    /// <summary>Files without which a recording cannot be read; the manifest lists them.</summary>
    public static IReadOnlyList<string> Required { get; } = [Targets, Series, Ledger, Enterprises, Events, Report];

    /// <summary>Files of every run, except the manifest, which lists them.</summary>
    public static IReadOnlyList<string> Contents { get; } = [.. Required, Incidence];

    /// <summary>Beside the tables until the run ends: data to resume it. See <c>FileJournal</c>.</summary>
    private const string JournalFolder = "journal";

    private readonly string _partial;
    private FileStream? _claim;
    private bool _settled;

    /// <summary>Creates the hidden folder and claims it.</summary>
    /// <exception cref="RunFolderException">The path is taken or not writable.</exception>
    public RunFolder(string path)
    {
        if (string.IsNullOrWhiteSpace(path)) throw new RunFolderException(
            "the output folder", $"its name is empty. Name a folder that does not exist yet.");
        Path = System.IO.Path.TrimEndingDirectorySeparator(FullPath(path));
        RefuseIfTaken();
        var parent = System.IO.Path.GetDirectoryName(Path)!;
        // The number separates two runs with the same output; the later one is then refused.
        _partial = System.IO.Path.Combine(parent, $"{PartialOf(Path)}{Guid.NewGuid().ToString("N")[..8]}");
        try
        {
            Directory.CreateDirectory(Journal);
            _claim = Claim(_partial);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunFolderException(
                Path, $"the folder cannot be made ({e.Message.TrimEnd('.')}). Choose a place you may write to.", e);
        }
    }

    private RunFolder(string path, string partial, FileStream claim) => (Path, _partial, _claim) = (path, partial, claim);

    /// <summary>
    /// Resumes the folder of a run whose process ended. Removes its partial tables: the journal restores them.
    /// </summary>
    /// <param name="path">The intended name of the folder, or the hidden folder itself.</param>
    /// <exception cref="RunFolderException">Nothing to resume, several candidates, or still being written.</exception>
    public static RunFolder TakeUp(string path)
    {
        var full = System.IO.Path.TrimEndingDirectorySeparator(FullPath(path));
        var partial = FindPartial(full);
        var name = System.IO.Path.GetFileName(partial);
        var final = System.IO.Path.Combine(
            System.IO.Path.GetDirectoryName(partial)!, name[1..name.LastIndexOf(Partial, StringComparison.Ordinal)]);
        try
        {
            var claim = Claim(partial);
            foreach (var file in Directory.GetFiles(partial)) File.Delete(file);
            AtomicFile.RemoveLeftovers(System.IO.Path.Combine(partial, JournalFolder));
            return new(final, partial, claim);
        }
        catch (IOException e)
        {
            throw new RunFolderException(
                final, $"another simlab is writing it ({e.Message.TrimEnd('.')}). Wait for it, or end it first.", e);
        }
    }

    /// <summary>Full path of the finished folder.</summary>
    public string Path { get; }

    /// <summary>Full path of the journal's folder.</summary>
    public string Journal => System.IO.Path.Combine(_partial, JournalFolder);

    /// <summary>Set once the run can be resumed: disposing then leaves everything in place.</summary>
    public bool CanBeResumed { get; set; }

    /// <summary>Current path of a file.</summary>
    internal string In(string name) => System.IO.Path.Combine(_partial, name);

    /// <summary>Writes a small file and flushes it to disk.</summary>
    internal void Write(string name, string text)
    {
        using var stream = new FileStream(In(name), FileMode.CreateNew, FileAccess.Write);
        stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Gives the complete folder its final name.</summary>
    internal void Settle()
    {
        RefuseIfTaken();
        if (Directory.Exists(Path)) Directory.Delete(Path);              // empty, as just checked
        Directory.Move(_partial, Path);
        _settled = true;
        Release();
        Directory.Delete(System.IO.Path.Combine(Path, JournalFolder), recursive: true);
    }

    /// <summary>Removes what was written, unless the run was settled.</summary>
    public void Dispose()
    {
        Release();
        if (_settled || CanBeResumed || !Directory.Exists(_partial)) return;
        try
        {
            Directory.Delete(_partial, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The remains are hidden and have no manifest; the original failure is the one to report.
        }
    }

    /// <summary>Translates a disk failure for the user; returns other exceptions unchanged.</summary>
    internal Exception Explain(Exception failure) => failure is IOException or UnauthorizedAccessException
        ? new RunFolderException(
            Path, $"the recording cannot be written ({failure.Message.TrimEnd('.')}). Make room or choose another folder; nothing was "
            + $"kept.", failure)
        : failure;

    private void Release()
    {
        _claim?.Dispose();
        _claim = null;
    }

    private const string Partial = ".partial-";

    private static string PartialOf(string path) => $".{System.IO.Path.GetFileName(path)}{Partial}";

    // The system holds the lock until the process ends, however it ends.
    private static FileStream Claim(string partial) =>
        new(System.IO.Path.Combine(partial, JournalFolder, "claim"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static string FindPartial(string path)
    {
        var (name, parent) = (System.IO.Path.GetFileName(path), System.IO.Path.GetDirectoryName(path) ?? path);
        if (name.StartsWith('.') && name.Contains(Partial, StringComparison.Ordinal)
            && Directory.Exists(System.IO.Path.Combine(path, JournalFolder))) return path;
        if (File.Exists(System.IO.Path.Combine(path, Manifest))) throw new RunFolderException(
            path, $"the run is finished; there is nothing to resume.");
        string[] found = Directory.Exists(parent)
            ? [.. Directory.GetDirectories(parent, $"{PartialOf(path)}*")
                .Where(folder => Directory.Exists(System.IO.Path.Combine(folder, JournalFolder))).Order(StringComparer.Ordinal)]
            : [];
        return found switch
        {
            [var only] => only,
            [] => throw new RunFolderException(
                path, $"no run with this name was interrupted here. Name the folder the run was to have, as --out or the table named it."),
            _ => throw new RunFolderException(path,
                $"{found.Length} runs with this name were interrupted: {string.Join(", ", found.Select(System.IO.Path.GetFileName))}. "
                    + $"Name one of these folders."),
        };
    }

    private void RefuseIfTaken()
    {
        if (File.Exists(Path)) throw new RunFolderException(Path, $"is a file. Name a folder that does not exist yet.");
        try
        {
            if (Directory.Exists(Path) && Directory.EnumerateFileSystemEntries(Path).FirstOrDefault() is { } found)
            {
                var isRun = File.Exists(System.IO.Path.Combine(Path, Manifest));
                throw new RunFolderException(Path,
                    $"already holds {(isRun ? "a recorded run" : $"\"{System.IO.Path.GetFileName(found)}\"")}. "
                    + $"Name another folder, or remove this one first.");
            }
        }
        catch (UnauthorizedAccessException e)
        {
            throw new RunFolderException(Path, $"the folder exists and cannot be looked into. Choose a place you may write to.", e);
        }
    }

    private static string FullPath(string path)
    {
        try
        {
            return System.IO.Path.GetFullPath(path);
        }
        catch (ArgumentException e)
        {
            throw new RunFolderException(
                "the output folder", $"its name has characters no file name may have. Name a folder that does not exist yet.", e);
        }
    }
}
