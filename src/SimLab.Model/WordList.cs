using System.Collections.Immutable;

namespace SimLab.Model;

/// <summary>Words or sentences in a row. Languages differ in what stands between them.</summary>
/// <param name="Items">Each a <see cref="Sentence"/>, a <see cref="Term"/> or a string.</param>
/// <param name="Of">What they are.</param>
public sealed record WordList(ImmutableArray<object> Items, WordList.Kind Of)
{
    /// <summary>
    /// Words with commas, clauses with semicolons, "and" or "or" between them, sentences of a paragraph, further sentences of one, or
    /// lines.
    /// </summary>
    public enum Kind { List, Clauses, And, Or, Sentences, Further, Lines }

    /// <summary>"a, b".</summary>
    public static WordList Listed(params IEnumerable<object> items) => new([.. items], Kind.List);

    /// <summary>"a; b".</summary>
    public static WordList Clauses(params IEnumerable<object> items) => new([.. items], Kind.Clauses);

    /// <summary>"a and b".</summary>
    public static WordList Both(params IEnumerable<object> items) => new([.. items], Kind.And);

    /// <summary>"a or b".</summary>
    public static WordList Either(params IEnumerable<object> items) => new([.. items], Kind.Or);

    /// <inheritdoc/>
    public override string ToString() => Of switch
    {
        Kind.List => string.Join(", ", Items),
        Kind.Clauses => string.Join("; ", Items),
        Kind.And => string.Join(" and ", Items),
        Kind.Or => string.Join(" or ", Items),
        Kind.Sentences => string.Join(" ", Items),
        Kind.Further => string.Concat(Items.Select(item => $" {item}")),
        _ => string.Join("\n", Items),
    };
}
