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
    private readonly Month[] _from;
    private readonly T[] _values;
    private readonly RuleVersion[] _versions;

    public Dated(RuleSource source, params Step<T>[] steps) : base(source)
    {
        _from = new Month[steps.Length];
        _values = new T[steps.Length];
        _versions = new RuleVersion[steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            var step = steps[i];
            _from[i] = Month.Parse(step.From);
            if (i > 0 && _from[i] <= _from[i - 1])
                throw new InvalidOperationException($"Bug in SimLab: rule {source.Id} has {step.From} after {_from[i - 1]}; write versions oldest first.");
            _values[i] = step.Value;
            _versions[i] = new(source, step.Document, _from[i], step.Until is { } until ? Month.Parse(until) : null,
                step.Clause, step.Tag, step.Note);
        }
    }

    public override IReadOnlyList<RuleVersion> Versions => _versions;

    /// <summary>What the law says in the month.</summary>
    public ref readonly T At(Month month) => ref _values[Row(month)];

    /// <summary>What the law says of a tax year: the version in force in its January.</summary>
    public ref readonly T OfYear(int year) => ref At(Month.Of(year, 1));

    public override RuleVersion VersionAt(Month month) => _versions[Row(month)];

    // Newest first: a run usually lives in the last few rows, and no rule has more than a dozen.
    private int Row(Month month)
    {
        var row = _from.Length - 1;
        while (row > 0 && month < _from[row]) row--;
        return row;
    }
}
