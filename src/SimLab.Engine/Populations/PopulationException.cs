using SimLab.Model;

namespace SimLab.Engine.Populations;

/// <summary>A population recipe is invalid. The message gives file, line, what was found and what is allowed.</summary>
public sealed class PopulationException : SentenceException
{
    /// <summary>One problem; line 0 stands for the whole file.</summary>
    public PopulationException(string file, int line, Sentence problem)
        : base(line > 0 ? Sentence.Of($"{file}:{line}: {problem}") : $"{file}: {problem}") => (File, Line) = (file, line);

    /// <param name="problems">Several problems, each with its position.</param>
    public PopulationException(Sentence problems) : base(problems)
    {
    }

    /// <summary>Blank: the message names the file of each problem.</summary>
    public string File { get; } = "";

    /// <summary>Line, counted from 1; 0: the whole file.</summary>
    public int Line { get; }
}
