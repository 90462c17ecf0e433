using SimLab.Model;

namespace SimLab.Engine;

/// <summary>
/// Thrown when a run folder cannot be written or read. The message is for the user: the path, what was found, what to
/// do.
/// </summary>
public sealed class RunFolderException(string path, Sentence problem, Exception? cause = null)
    : SentenceException($"{path}: {problem}", cause)
{
    /// <summary>Path of the run folder, or of the file in it.</summary>
    public string Path { get; } = path;
}
