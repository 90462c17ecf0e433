namespace SimLab.Engine.Recording;

/// <summary>
/// The place a run is recorded in. Files are written into a hidden folder beside it, which takes the final name in one
/// step when everything is on the disk; until then, and after a failure, there is no folder that looks finished.
/// </summary>
public sealed class RunFolder : IDisposable
{
    public const string Manifest = "manifest.json";
    public const string Targets = "targets.json";
    public const string Series = "series.parquet";
    public const string Ledger = "ledger.parquet";
    public const string Enterprises = "enterprises.parquet";
    public const string Events = "events.parquet";
    public const string Report = "report.html";

    /// <summary>All files but the manifest, which lists them.</summary>
    public static IReadOnlyList<string> Contents { get; } = [Targets, Series, Ledger, Enterprises, Events, Report];

    private readonly string _partial;
    private bool _settled;

    /// <exception cref="RunFolderException">Nothing can be recorded here: the place is taken, or cannot be written.</exception>
    public RunFolder(string path)
    {
        if (string.IsNullOrWhiteSpace(path)) throw new RunFolderException("the output folder", "its name is empty. Name a folder that does not exist yet.");
        Path = System.IO.Path.TrimEndingDirectorySeparator(FullPath(path));
        RefuseIfTaken();
        var parent = System.IO.Path.GetDirectoryName(Path)!;
        // The number keeps two runs with the same output apart; the one that ends last is refused then.
        _partial = System.IO.Path.Combine(parent, $".{System.IO.Path.GetFileName(Path)}.partial-{Guid.NewGuid().ToString("N")[..8]}");
        try
        {
            Directory.CreateDirectory(_partial);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunFolderException(Path, $"the folder cannot be made ({e.Message.TrimEnd('.')}). Choose a place you may write to.", e);
        }
    }

    /// <summary>Full path of the finished folder.</summary>
    public string Path { get; }

    /// <summary>Where a file is written now.</summary>
    internal string In(string name) => System.IO.Path.Combine(_partial, name);

    /// <summary>Writes a small file and waits until the disk has it.</summary>
    internal void Write(string name, string text)
    {
        using var stream = new FileStream(In(name), FileMode.CreateNew, FileAccess.Write);
        stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Everything is written: the folder takes its name.</summary>
    internal void Settle()
    {
        RefuseIfTaken();
        if (Directory.Exists(Path)) Directory.Delete(Path);              // empty, as just seen
        Directory.Move(_partial, Path);
        _settled = true;
    }

    /// <summary>Removes what was written, unless the run was settled.</summary>
    public void Dispose()
    {
        if (_settled || !Directory.Exists(_partial)) return;
        try
        {
            Directory.Delete(_partial, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What is left is hidden and has no manifest; the failure that brought us here is the one to tell.
        }
    }

    /// <summary>A failure of the disk, in words for the user; other exceptions as they are.</summary>
    internal Exception Explain(Exception failure) => failure is IOException or UnauthorizedAccessException
        ? new RunFolderException(Path, $"the recording cannot be written ({failure.Message.TrimEnd('.')}). Make room or choose another folder; nothing was kept.", failure)
        : failure;

    private void RefuseIfTaken()
    {
        if (File.Exists(Path)) throw new RunFolderException(Path, "is a file. Name a folder that does not exist yet.");
        try
        {
            if (Directory.Exists(Path) && Directory.EnumerateFileSystemEntries(Path).FirstOrDefault() is { } found)
                throw new RunFolderException(Path,
                    $"already holds {(File.Exists(System.IO.Path.Combine(Path, Manifest)) ? "a recorded run" : $"\"{System.IO.Path.GetFileName(found)}\"")}. "
                    + "Name another folder, or remove this one first.");
        }
        catch (UnauthorizedAccessException e)
        {
            throw new RunFolderException(Path, "the folder exists and cannot be looked into. Choose a place you may write to.", e);
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
            throw new RunFolderException("the output folder", "its name has characters no file name may have. Name a folder that does not exist yet.", e);
        }
    }
}
