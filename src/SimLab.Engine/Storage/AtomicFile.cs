namespace SimLab.Engine.Storage;

/// <summary>
/// A file that appears whole or not at all: it is written under another name beside its place, flushed to the disk, and moved
/// into its place in one step. Disposed before that, it leaves nothing behind.
/// </summary>
public sealed class AtomicFile : IDisposable
{
    private readonly string _path;

    /// <param name="path">Where the file will stand; the folder exists.</param>
    public AtomicFile(string path)
    {
        _path = Path.GetFullPath(path);
        Unfinished = Partial.Beside(_path);
    }

    /// <summary>The path to write to meanwhile; nothing is there yet. It ends as the file's own name does.</summary>
    public string Unfinished { get; }

    /// <summary>Writes a text in UTF-8.</summary>
    /// <param name="path">Where the file will stand; the folder exists.</param>
    /// <param name="text">All of it.</param>
    /// <param name="replace">See <see cref="Commit"/>.</param>
    /// <exception cref="IOException">The disk refuses, or a file stands there that is not to be replaced.</exception>
    public static void WriteText(string path, string text, bool replace)
    {
        using var file = new AtomicFile(path);
        File.WriteAllText(file.Unfinished, text);
        file.Commit(replace);
    }

    /// <summary>Removes what a killed process left half written in the folder. Nobody else may be writing there.</summary>
    public static void RemoveLeftovers(string folder)
    {
        foreach (var left in Directory.EnumerateFiles(folder, Partial.Pattern)) File.Delete(left);
    }

    /// <summary>What was written to <see cref="Unfinished"/>, and is closed, takes its place.</summary>
    /// <param name="replace">An older file gives way; else it stays, and this fails.</param>
    /// <exception cref="IOException">The disk refuses, or a file stands there that is not to be replaced.</exception>
    public void Commit(bool replace)
    {
        Partial.FlushToDisk(Unfinished);
        File.Move(Unfinished, _path, replace);
    }

    /// <summary>Removes what was not committed.</summary>
    public void Dispose()
    {
        if (File.Exists(Unfinished)) File.Delete(Unfinished);
    }
}
