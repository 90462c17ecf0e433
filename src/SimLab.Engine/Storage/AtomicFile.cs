namespace SimLab.Engine.Storage;

/// <summary>
/// A file that appears complete or not at all: it is written under a temporary name beside its final path, flushed to
/// disk, and moved there in one step. If disposed before that, it leaves nothing behind.
/// </summary>
public sealed class AtomicFile : IDisposable
{
    private readonly string _path;

    /// <param name="path">Final path; its folder exists.</param>
    public AtomicFile(string path)
    {
        _path = Path.GetFullPath(path);
        Unfinished = Partial.Beside(_path);
    }

    /// <summary>
    /// Temporary path to write to; nothing is there at first. It has the extension of the final path.
    /// </summary>
    public string Unfinished { get; }

    /// <summary>Writes a text in UTF-8.</summary>
    /// <param name="path">Final path; its folder exists.</param>
    /// <param name="text">The complete content.</param>
    /// <param name="replace">See <see cref="Commit"/>.</param>
    /// <exception cref="IOException">The write fails, or the file exists and must not be replaced.</exception>
    public static void WriteText(string path, string text, bool replace)
    {
        using var file = new AtomicFile(path);
        File.WriteAllText(file.Unfinished, text);
        file.Commit(replace);
    }

    /// <summary>
    /// Deletes files that a killed process left half written in the folder. No other process may be writing there.
    /// </summary>
    public static void RemoveLeftovers(string folder)
    {
        foreach (var left in Directory.EnumerateFiles(folder, Partial.Pattern)) File.Delete(left);
    }

    /// <summary>Moves the closed file from <see cref="Unfinished"/> to its final path.</summary>
    /// <param name="replace">Whether to replace an existing file; if not, an existing file makes this fail.</param>
    /// <exception cref="IOException">The write fails, or the file exists and must not be replaced.</exception>
    public void Commit(bool replace)
    {
        Partial.FlushToDisk(Unfinished);
        File.Move(Unfinished, _path, replace);
    }

    /// <summary>Deletes the file unless it was committed.</summary>
    public void Dispose()
    {
        if (File.Exists(Unfinished)) File.Delete(Unfinished);
    }
}
