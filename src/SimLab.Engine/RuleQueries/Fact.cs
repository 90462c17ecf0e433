using System.Collections.Immutable;

namespace SimLab.Engine.RuleQueries;

/// <summary>How a fact is written.</summary>
public enum FactKind : byte
{
    /// <summary>A text.</summary>
    Name,
    /// <summary>Yuan, not below 0.</summary>
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

/// <summary>A word that may be written for a fact, what it stands for, and its other spellings.</summary>
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

    public string Key { get; }
    public FactKind Kind { get; }

    /// <summary>In words, for a message.</summary>
    public string Meaning { get; }

    /// <summary>0: one value; else a list of at most so many, in order.</summary>
    public int ListOf { get; internal init; }

    public double Least { get; internal init; }
    public double Most { get; internal init; } = 1;
    public ImmutableArray<FactWord> Words { get; internal init; } = [];

    /// <summary>Messages show each word with its Chinese name, which is the second of its other spellings.</summary>
    public bool Bilingual { get; internal init; }

    /// <summary>An honour or a stain: a firm that does not list it is taken to have none, and the answer says so.</summary>
    public bool NoneUnlessGiven { get; internal init; }

    public override string ToString() => Key;
}
