namespace SimLab.Engine.Storage;

/// <summary>A folder that appears with all its files or not at all, as <see cref="AtomicFile"/> does.</summary>
public sealed class AtomicFolder : IDisposable
{
    private readonly string _path;

    /// <param name="path">Where the folder will stand; the folder around it exists.</param>
    public AtomicFolder(string path)
    {
        _path = Path.GetFullPath(path);
        Unfinished = Partial.Beside(_path);
        Directory.CreateDirectory(Unfinished);
    }

    /// <summary>The folder to write into meanwhile.</summary>
    public string Unfinished { get; }

    /// <summary>The folder takes its place; its files are closed.</summary>
    /// <exception cref="IOException">The disk refuses, or something stands there.</exception>
    public void Commit()
    {
        foreach (var file in Directory.EnumerateFiles(Unfinished, "*", SearchOption.AllDirectories)) Partial.FlushToDisk(file);
        Directory.Move(Unfinished, _path);
    }

    /// <summary>Removes what was not committed.</summary>
    public void Dispose()
    {
        if (Directory.Exists(Unfinished)) Directory.Delete(Unfinished, recursive: true);
    }
}
