using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using SimLab.Model.Chance;

namespace SimLab.Model.Policies;

/// <summary>
/// Identity of a measure: its document and its clause there, written <c>gansu-2023/03</c>. Ordered by document, then
/// clause.
/// </summary>
/// <param name="Document">Id of the document, such as <c>gansu-2023</c>.</param>
/// <param name="Clause">Number of the clause in the document, from 1.</param>
public readonly record struct MeasureId(string Document, int Clause) : IComparable<MeasureId>
{
    /// <summary>Reads <c>gansu-2023/03</c>; the zero before a single figure may be missing.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MeasureId? id)
    {
        id = null;
        if (text?.Split('/') is not [var document, var number] || !PolicyDocument.IsId(document)
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var clause) || clause < 1) return false;
        id = new(document, clause);
        return true;
    }

    /// <summary>
    /// The measure's own draws: which firms hear of it first. Derived from the id alone, so that a measure more changes
    /// the luck of no other. The first document has the space of the model and its clauses as keys.
    /// </summary>
    public FirmEffectId FirmEffect =>
        new(Document == Gansu2023.Document.Id ? 0 : Math.Max(1, Fnv1a(Document)), (uint)Clause);

    public int CompareTo(MeasureId other) =>
        string.CompareOrdinal(Document, other.Document) is var byDocument and not 0 ? byDocument : Clause.CompareTo(other.Clause);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Document}/{Clause:00}");

    private static uint Fnv1a(string id) => id.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619));

    public static bool operator <(MeasureId left, MeasureId right) => left.CompareTo(right) < 0;
    public static bool operator >(MeasureId left, MeasureId right) => left.CompareTo(right) > 0;
    public static bool operator <=(MeasureId left, MeasureId right) => left.CompareTo(right) <= 0;
    public static bool operator >=(MeasureId left, MeasureId right) => left.CompareTo(right) >= 0;
}
