using System.Collections.Immutable;

namespace SimLab.Engine.RuleQueries;

/// <summary>Format of a fact.</summary>
public enum FactKind : byte
{
    /// <summary>A text.</summary>
    Name,
    /// <summary>Yuan, not negative.</summary>
    Money,
    /// <summary>Yuan; a loss or a debt is negative.</summary>
    Balance,
    /// <summary>0 to 1.</summary>
    Share,
    /// <summary>A whole number from <see cref="Fact.Least"/> to <see cref="Fact.Most"/>.</summary>
    Whole,
    /// <summary>A number from <see cref="Fact.Least"/> to <see cref="Fact.Most"/>.</summary>
    Number,
    YesNo,
    /// <summary>A month, such as 2023-12.</summary>
    Month,
    /// <summary>One of <see cref="Fact.Words"/>.</summary>
    Choice,
    /// <summary>Any of <see cref="Fact.Words"/>, each a bit.</summary>
    Set,
}

/// <summary>A word for a fact, its value, and its other spellings.</summary>
public sealed record FactWord(string Word, long Value, params string[] Also);

/// <summary>One key of a facts file.</summary>
public sealed class Fact
{
    internal Fact(int index, string key, FactKind kind, string meaning)
    {
        Index = (byte)index;
        Key = key;
        Kind = kind;
        Meaning = meaning;
    }

    internal byte Index { get; }

    /// <summary>Key in the facts file, snake_case.</summary>
    public string Key { get; }
    /// <summary>Format of the value.</summary>
    public FactKind Kind { get; }

    /// <summary>Meaning of the fact, for messages.</summary>
    public string Meaning { get; }

    /// <summary>0: one value; otherwise the maximum length of an ordered list.</summary>
    public int ListOf { get; internal init; }

    /// <summary>Lowest value allowed.</summary>
    public double Least { get; internal init; }
    /// <summary>Highest value allowed.</summary>
    public double Most { get; internal init; } = 1;
    /// <summary>Words allowed for a choice or a set.</summary>
    public ImmutableArray<FactWord> Words { get; internal init; } = [];

    /// <summary>Messages show each word with its Chinese name, the second of its other spellings.</summary>
    public bool Bilingual { get; internal init; }

    /// <summary>An honour or a sanction: assumed to be none if not given, and the answer says so.</summary>
    public bool NoneUnlessGiven { get; internal init; }

    public override string ToString() => Key;
}
