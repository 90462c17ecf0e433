namespace SimLab.Model.Populations;

/// <summary>A month for each title, or none; equal if all are.</summary>
public sealed class TitleMonths : IEquatable<TitleMonths>
{
    /// <summary>The months, in the order of <see cref="Title"/>.</summary>
    public Month?[] Months { get; init; } = new Month?[Places.Titles];

    public bool Equals(TitleMonths? other) => other is not null && Enumerable.SequenceEqual(Months, other.Months);

    public override bool Equals(object? obj) => Equals(obj as TitleMonths);

    public override int GetHashCode() => Months.Aggregate(0, (hash, month) => 31 * hash + (month?.Number ?? 0));
}
