namespace SimLab.Engine.Populations;

/// <summary>A population recipe cannot be read or made. The message is for the person who wrote it: file, line, what was found, what is allowed.</summary>
public sealed class PopulationException(string file, int line, string problem)
    : Exception(line > 0 ? $"{file}:{line}: {problem}" : $"{file}: {problem}")
{
    public string File { get; } = file;

    /// <summary>Counted from 1; 0 is the file as a whole.</summary>
    public int Line { get; } = line;
}
