namespace SimLab.Model.Rulebook;

/// <summary>One row of a dated rule: months as <c>2023-01</c>, the value of the law in them, and its source.</summary>
public readonly record struct Step<T>(
    string From, string? Until, string Document, string Clause, SourceTag Tag, T Value, string Note = "");

/// <summary>A rule with its dated versions, of any type of value.</summary>
public abstract class Rule(RuleSource source)
{
    /// <summary>Id and names of the rule.</summary>
    public RuleSource Source { get; } = source;

    /// <summary>All versions, oldest first.</summary>
    public abstract IReadOnlyList<RuleVersion> Versions { get; }

    /// <summary>The version that applies in the month.</summary>
    public abstract RuleVersion VersionAt(Month month);
}

/// <summary>
/// A rule whose numbers change with time. The number used and the document shown come from the same row, so they cannot
/// diverge. The first row applies to months before it, and the last row to months after its end, because reliefs have
/// been extended again and again and the next law is unknown. <see cref="RuleVersion.Covers"/> shows whether a document
/// covers the month.
/// </summary>
public sealed class Dated<T> : Rule
{
    private readonly Month _first;
    private readonly byte[] _rowOfMonth;                   // from the first row's month to the last row's
    private readonly T[] _values;
    private readonly RuleVersion[] _versions;

    /// <summary>
    /// Creates a rule from its versions, oldest first; throws <see cref="InvalidOperationException"/> if they are out
    /// of order.
    /// </summary>
    public Dated(RuleSource source, params Step<T>[] steps) : base(source)
    {
        _values = Array.ConvertAll(steps, step => step.Value);
        _versions = Array.ConvertAll(steps, step => new RuleVersion(source, step.Document, Month.Parse(step.From),
            step.Until is { } until ? Month.Parse(until) : null, step.Clause, step.Tag, step.Note));
        for (var row = 1; row < _versions.Length; row++)
            if (_versions[row].From <= _versions[row - 1].From)
                throw new InvalidOperationException(
                    $"Bug in SimLab: rule {source.Id} has {_versions[row].From} after {_versions[row - 1].From}; write versions oldest "
                        + $"first.");

        _first = _versions[0].From;
        _rowOfMonth = new byte[_versions[^1].From - _first + 1];
        for (var row = 1; row < _versions.Length; row++)
            _rowOfMonth.AsSpan(_versions[row].From - _first).Fill((byte)row);
    }

    public override IReadOnlyList<RuleVersion> Versions => _versions;

    /// <summary>Value of the law in the month.</summary>
    public ref readonly T At(Month month) => ref _values[Row(month)];

    /// <summary>Value of the law for a tax year: the version in force in its January.</summary>
    public ref readonly T OfYear(int year) => ref At(Month.Of(year, 1));

    public override RuleVersion VersionAt(Month month) => _versions[Row(month)];

    // By a table of months, not by a search: the one-year LPR has fourteen rows and is read every month (14 ns a read
    // against 51).
    private int Row(Month month) => _rowOfMonth[Math.Clamp(month - _first, 0, _rowOfMonth.Length - 1)];
}
