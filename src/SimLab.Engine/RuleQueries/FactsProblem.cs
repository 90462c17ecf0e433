using SimLab.Engine.Scenarios;

namespace SimLab.Engine.RuleQueries;

/// <summary>An error in a facts file. Rows and columns count from 1; 0 is the whole file or row.</summary>
public sealed record FactsProblem(string File, int Row, int Column, string Message)
{
    public override string ToString() => (Row, Column) switch
    {
        (0, _) => $"{Position.Shown(File)}: {Message}",
        (_, 0) => $"{Position.Shown(File)}, row {Row}: {Message}",
        _ => $"{Position.Shown(File)}, row {Row}, column {Column}: {Message}",
    };
}

/// <summary>Collects the errors of a file: the first ones in full, then only their number.</summary>
internal sealed class FactsProblems(string file)
{
    private const int Kept = 1000;
    private readonly List<FactsProblem> _all = [];

    public IReadOnlyList<FactsProblem> All => _all;
    public int Count { get; private set; }

    public void Add(int row, int column, string message)
    {
        Count++;
        if (_all.Count < Kept) _all.Add(new(file, row, column, message));
    }
}
