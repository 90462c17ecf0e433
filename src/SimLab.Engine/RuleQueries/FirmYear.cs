namespace SimLab.Engine.RuleQueries;

/// <summary>
/// The facts of one firm in one year. Stored as pairs of key and number, a list as its key repeated: a file of a
/// hundred megabytes holds a million of these.
/// </summary>
public sealed class FirmYear
{
    private readonly byte[] _keys;
    private readonly long[] _values;

    internal FirmYear(string name, int year, int row, byte[] keys, long[] values)
    {
        Name = name;
        Year = year;
        Row = row;
        _keys = keys;
        _values = values;
    }

    /// <summary>Name of the firm, or its row if it has none.</summary>
    public string Name { get; }
    /// <summary>The closed year.</summary>
    public int Year { get; }

    /// <summary>Position in the file: the row of a CSV file, the line of a YAML file.</summary>
    public int Row { get; }

    /// <summary>The same firm a year earlier; null: not in the file.</summary>
    public FirmYear? Before { get; internal set; }

    /// <summary>Whether the fact is given.</summary>
    public bool Has(Fact fact) => Array.IndexOf(_keys, fact.Index) >= 0;

    /// <summary>Fen, a whole number, or the value of a word; null: not given.</summary>
    public long? Value(Fact fact) => Array.IndexOf(_keys, fact.Index) is >= 0 and var at ? _values[at] : null;

    /// <summary>A share or another real number; null: not given.</summary>
    public double? Number(Fact fact) => Value(fact) is { } bits ? BitConverter.Int64BitsToDouble(bits) : null;

    /// <summary>A yes or no; null: not given.</summary>
    public bool? YesNo(Fact fact) => Value(fact) is { } yes ? yes != 0 : null;

    /// <summary>The values of a list, in order; empty: not given.</summary>
    public ReadOnlySpan<long> List(Fact fact)
    {
        var at = Array.IndexOf(_keys, fact.Index);
        if (at < 0) return [];
        var end = at;
        while (end < _keys.Length && _keys[end] == fact.Index) end++;
        return _values.AsSpan(at, end - at);
    }

    /// <summary>Fen one or two years back, from the list of earlier years or the firm's earlier rows.</summary>
    public long? Earlier(Fact prior, Fact own, int yearsBack)
    {
        var listed = List(prior);
        return listed.Length >= yearsBack ? listed[yearsBack - 1]
            : (yearsBack == 1 ? Before : Before?.Before)?.Value(own);
    }
}
