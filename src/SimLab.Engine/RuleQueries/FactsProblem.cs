using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.Engine.RuleQueries;

/// <summary>An error in a facts file. Rows and columns count from 1; 0 is the whole file or row.</summary>
public sealed record FactsProblem(string File, int Row, int Column, Sentence What)
{
    /// <summary>The error in English, without its position.</summary>
    public string Message => What.ToString();

    /// <summary>With its position.</summary>
    public Sentence Sentence => (Row, Column) switch
    {
        (0, _) => Sentence.Of($"{Position.Shown(File)}: {What}"),
        (_, 0) => $"{Position.Shown(File)}, row {Row}: {What}",
        _ => $"{Position.Shown(File)}, row {Row}, column {Column}: {What}",
    };

    public override string ToString() => Sentence.ToString();
}

/// <summary>Collects the errors of a file: the first ones in full, then only their number.</summary>
internal sealed class FactsProblems(string file)
{
    private const int Kept = 1000;
    private readonly List<FactsProblem> _all = [];

    public IReadOnlyList<FactsProblem> All => _all;
    public int Count { get; private set; }

    public void Add(int row, int column, Sentence message)
    {
        Count++;
        if (_all.Count < Kept) _all.Add(new(file, row, column, message));
    }
}
