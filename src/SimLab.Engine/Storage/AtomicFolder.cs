namespace SimLab.Engine.Storage;

/// <summary>A folder that appears with all its files or not at all; see <see cref="AtomicFile"/>.</summary>
public sealed class AtomicFolder : IDisposable
{
    private readonly string _path;

    /// <param name="path">Final path; its parent folder exists.</param>
    public AtomicFolder(string path)
    {
        _path = Path.GetFullPath(path);
        Unfinished = Partial.Beside(_path);
        Directory.CreateDirectory(Unfinished);
    }

    /// <summary>Temporary folder to write into.</summary>
    public string Unfinished { get; }

    /// <summary>Moves the folder to its final path; its files must be closed.</summary>
    /// <exception cref="IOException">The move fails, or the path exists.</exception>
    public void Commit()
    {
        foreach (var file in Directory.EnumerateFiles(Unfinished, "*", SearchOption.AllDirectories)) Partial.FlushToDisk(file);
        Directory.Move(Unfinished, _path);
    }

    /// <summary>Deletes the folder unless it was committed.</summary>
    public void Dispose()
    {
        if (Directory.Exists(Unfinished)) Directory.Delete(Unfinished, recursive: true);
    }
}
