namespace SimLab.Engine.Populations;

/// <summary>A population recipe cannot be read or made. The message is for the person who wrote it: file, line, what was found, what is allowed.</summary>
public sealed class PopulationException : Exception
{
    public PopulationException(string file, int line, string problem)
        : base(line > 0 ? $"{file}:{line}: {problem}" : $"{file}: {problem}") => (File, Line) = (file, line);

    /// <param name="problems">Several, each with its place.</param>
    public PopulationException(string problems) : base(problems)
    {
    }

    /// <summary>Blank: the message says it of each problem.</summary>
    public string File { get; } = "";

    /// <summary>Counted from 1; 0 is the file as a whole.</summary>
    public int Line { get; }
}
