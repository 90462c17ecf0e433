using System.Collections.Immutable;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>Points of a design without a number.</summary>
/// <param name="Points">Positions in the design, ascending, from 0.</param>
/// <param name="Of">Number of points in the design.</param>
public sealed record Missing(ImmutableArray<int> Points, int Of)
{
    private const int Shown = 10;

    /// <summary>Number of points without a number.</summary>
    public int Count => Points.Length;

    /// <summary>Positions of the values that are no number.</summary>
    public static Missing In(IReadOnlyList<double> values) =>
        new([.. Enumerable.Range(0, values.Count).Where(i => !double.IsFinite(values[i]))], values.Count);

    public override string ToString() => Count == 0
        ? $"All {Of} points gave a number."
        : $"{Count} of {Of} points gave no number: "
            + $"{string.Join(", ", Points.Take(Shown))}{(Count > Shown ? $" and {Count - Shown} more" : "")}.";
}
