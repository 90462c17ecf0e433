namespace SimLab.Model.Rulebook;

/// <summary>One row of a dated rule: months as <c>2023-01</c>, what the law says then, and where it says so.</summary>
public readonly record struct Step<T>(
    string From, string? Until, string Document, string Clause, SourceTag Tag, T Value, string Note = "");

/// <summary>A rule with its dated versions, whatever the versions hold.</summary>
public abstract class Rule(RuleSource source)
{
    public RuleSource Source { get; } = source;

    /// <summary>Oldest first.</summary>
    public abstract IReadOnlyList<RuleVersion> Versions { get; }

    public abstract RuleVersion VersionAt(Month month);
}

/// <summary>
/// A rule whose numbers change with time. The number used and the document shown come from the same row, so they cannot part.
/// A month before the first row is judged by the first row; a month after the last row's end by the last row, because
/// reliefs have been extended again and again and the next law is unknown. <see cref="RuleVersion.Covers"/> tells which.
/// </summary>
public sealed class Dated<T> : Rule
{
    private readonly Month _first;
    private readonly byte[] _rowOfMonth;                   // from the first row's month to the last row's
    private readonly T[] _values;
    private readonly RuleVersion[] _versions;

    public Dated(RuleSource source, params Step<T>[] steps) : base(source)
    {
        _values = Array.ConvertAll(steps, step => step.Value);
        _versions = Array.ConvertAll(steps, step => new RuleVersion(source, step.Document, Month.Parse(step.From),
            step.Until is { } until ? Month.Parse(until) : null, step.Clause, step.Tag, step.Note));
        for (var row = 1; row < _versions.Length; row++)
            if (_versions[row].From <= _versions[row - 1].From)
                throw new InvalidOperationException(
                    $"Bug in SimLab: rule {source.Id} has {_versions[row].From} after {_versions[row - 1].From}; write versions oldest first.");

        _first = _versions[0].From;
        _rowOfMonth = new byte[_versions[^1].From - _first + 1];
        for (var row = 1; row < _versions.Length; row++)
            _rowOfMonth.AsSpan(_versions[row].From - _first).Fill((byte)row);
    }

    public override IReadOnlyList<RuleVersion> Versions => _versions;

    /// <summary>What the law says in the month.</summary>
    public ref readonly T At(Month month) => ref _values[Row(month)];

    /// <summary>What the law says of a tax year: the version in force in its January.</summary>
    public ref readonly T OfYear(int year) => ref At(Month.Of(year, 1));

    public override RuleVersion VersionAt(Month month) => _versions[Row(month)];

    // By a table of months, not by a search: the one-year LPR has fourteen rows and is read every month (14 ns a read against 51).
    private int Row(Month month) => _rowOfMonth[Math.Clamp(month - _first, 0, _rowOfMonth.Length - 1)];
}
