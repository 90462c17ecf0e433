using System.Collections.Immutable;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>Runs to find patterns in.</summary>
/// <param name="Points">Runs × factors; a categorical factor's values are the codes of its categories.</param>
/// <param name="Outcome">Outcome by run: 1 for a case of interest and 0 for none, or any number.</param>
/// <param name="Categorical">Whether a factor is categorical, by factor.</param>
public sealed record Cases(double[][] Points, double[] Outcome, bool[] Categorical)
{
    /// <summary>Number of factors.</summary>
    public int Factors => Categorical.Length;

    /// <summary>Runs whose outcome is a number; the others go to <paramref name="missing"/>.</summary>
    public static Cases Of(double[][] points, double[] outcome, bool[]? categorical, out Missing missing)
    {
        if (points.Length == 0 || points.Length != outcome.Length)
            throw new MethodException($"There are {points.Length} points and {outcome.Length} outcomes; each point needs one.");
        var found = missing = Missing.In(outcome);
        if (missing.Count == outcome.Length) throw new MethodException($"No outcome is a number. {missing}");
        int[] kept = [.. Enumerable.Range(0, outcome.Length).Where(i => found.Points.BinarySearch(i) < 0)];
        return new([.. kept.Select(i => points[i])], [.. kept.Select(i => outcome[i])], categorical ?? new bool[points[0].Length]);
    }

    /// <summary>Runs whose outcome is a number.</summary>
    public static Cases Of(double[][] points, double[] outcome, bool[]? categorical = null) => Of(points, outcome, categorical, out _);

    /// <summary>The full observed range of one factor.</summary>
    internal Limit Whole(int factor)
    {
        var values = Points.Select(p => p[factor]);
        return Categorical[factor] ? new(double.NaN, double.NaN, [.. values.Distinct().Order()]) : new(values.Min(), values.Max(), []);
    }
}

/// <summary>The restriction of one factor: a closed range, or a list of categories.</summary>
/// <param name="Allowed">Allowed categories, ascending; empty: a range.</param>
public sealed record Limit(double Low, double High, ImmutableArray<double> Allowed)
{
    /// <summary>Whether it allows the value.</summary>
    public bool Holds(double value) => Allowed.IsEmpty ? value >= Low && value <= High : Allowed.BinarySearch(value) >= 0;

    /// <summary>Whether both allow the same values.</summary>
    public bool Same(Limit other) => Allowed.IsEmpty ? Low == other.Low && High == other.High : Allowed.SequenceEqual(other.Allowed);
}
