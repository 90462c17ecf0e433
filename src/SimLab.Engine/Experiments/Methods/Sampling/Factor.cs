using System.Collections.Immutable;
using System.Globalization;
using SimLab.Model;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>Scale on which a factor is uniform.</summary>
public enum Scale { Linear, Logarithmic }

/// <summary>
/// One dimension of the box to sample or search. Methods work in the unit cube; a factor maps a place between 0 and 1
/// to a value: in a range, among its whole numbers, or in a list of choices, each with equal room.
/// </summary>
public sealed record Factor
{
    /// <summary>Name of the factor.</summary>
    public string Name { get; }
    /// <summary>Smallest value.</summary>
    public double Low { get; }
    /// <summary>Largest value.</summary>
    public double High { get; }
    /// <summary>Scale of the range.</summary>
    public Scale Scale { get; }
    /// <summary>Only whole numbers.</summary>
    public bool Whole { get; }

    /// <summary>Listed values; empty: a range.</summary>
    public ImmutableArray<double> Choices { get; }

    private Factor(string name, double low, double high, Scale scale, bool whole, ImmutableArray<double> choices) =>
        (Name, Low, High, Scale, Whole, Choices) = (name, low, high, scale, whole, choices);

    /// <summary>A factor over a range.</summary>
    /// <exception cref="MethodException">
    /// The range is empty, not finite, or not above zero on a logarithmic scale.
    /// </exception>
    public static Factor Range(string name, double low, double high, Scale scale = Scale.Linear)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || low >= high)
            throw new MethodException(
                $"{name}: the range [{low}, {high}] is empty. The lower end must be a number below the upper.");
        if (scale == Scale.Logarithmic && low <= 0)
            throw new MethodException(
                $"{name}: a logarithmic range starts above 0, not at {low}.");
        return new(name, low, high, scale, false, []);
    }

    /// <summary>The whole numbers from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    /// <exception cref="MethodException">An end is not whole, or the range is empty.</exception>
    public static Factor Integers(string name, double low, double high, Scale scale = Scale.Linear)
    {
        var range = Range(name, low, high, scale);
        if (low != Math.Floor(low) || high != Math.Floor(high))
            throw new MethodException(
                $"{name}: both ends of [{low}, {high}] must be whole numbers.");
        return new(name, range.Low, range.High, scale, true, []);
    }

    /// <summary>A factor over listed values.</summary>
    /// <exception cref="MethodException">There is no choice, or a duplicate.</exception>
    public static Factor OneOf(string name, params ReadOnlySpan<double> choices)
    {
        ImmutableArray<double> listed = [.. choices];
        if (listed.IsEmpty) throw new MethodException($"{name}: give at least one choice.");
        if (listed.Distinct().Count() != listed.Length) throw new MethodException($"{name}: a choice is given twice.");
        return new(name, listed.Min(), listed.Max(), Scale.Linear, false, listed);
    }

    /// <summary>Number of different values; null: a continuum.</summary>
    public double? Count => Choices.Length > 0 ? Choices.Length : Whole ? High - Low + 1 : null;

    /// <summary>The value at place <paramref name="u"/> in [0, 1].</summary>
    public double At(double u)
    {
        u = Math.Clamp(u, 0, 1);
        if (Choices.Length > 0) return Choices[Math.Min(Choices.Length - 1, (int)(u * Choices.Length))];
        if (!Whole) return Math.Clamp(Between(Low, High, u), Low, High);
        return Scale == Scale.Linear
            ? Math.Min(High, Low + Math.Floor(u * (High - Low + 1)))
            : Math.Clamp(Math.Round(Between(Low - 0.5, High + 0.5, u)), Low, High);
    }

    /// <summary>The place in [0, 1] of a value: the middle of its room where values are finitely many.</summary>
    public double PlaceOf(double value)
    {
        if (Choices.Length > 0) return (Math.Max(0, Choices.IndexOf(value)) + 0.5) / Choices.Length;
        if (!Whole) return Place(Low, High, value);
        return Scale == Scale.Linear ? Math.Clamp((value - Low + 0.5) / (High - Low + 1), 0, 1) : Place(Low - 0.5, High + 0.5, value);
    }

    private double Between(double low, double high, double u) =>
        Scale == Scale.Logarithmic ? low * PortableMath.Pow(high / low, u) : low + u * (high - low);

    private double Place(double low, double high, double value) =>
        Math.Clamp(
            Scale == Scale.Logarithmic ? PortableMath.Log(value / low) / PortableMath.Log(high / low) : (value - low) / (high - low), 0, 1);
}

/// <summary>Maps points of the unit cube to values of all factors.</summary>
public static class Box
{
    /// <summary>Values of a point in the unit cube, by factor.</summary>
    public static double[] At(this IReadOnlyList<Factor> factors, IReadOnlyList<double> unit) =>
        [.. factors.Select((factor, i) => factor.At(unit[i]))];

    /// <summary>Values of every point of a design in the unit cube.</summary>
    public static double[][] At(this IReadOnlyList<Factor> factors, IEnumerable<double[]> units) =>
        [.. units.Select(unit => factors.At(unit))];
}
