using System.Collections.Immutable;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>Runs to look for patterns in.</summary>
/// <param name="Points">Runs × factors; a categorical factor's values are the codes of its categories.</param>
/// <param name="Outcome">By run: 1 for a case of interest and 0 for none, or any number.</param>
/// <param name="Categorical">By factor.</param>
public sealed record Cases(double[][] Points, double[] Outcome, bool[] Categorical)
{
    public int Factors => Categorical.Length;

    /// <summary>Runs whose outcome is a number; the rest is not a case of anything.</summary>
    public static Cases Of(double[][] points, double[] outcome, bool[]? categorical, out Missing missing)
    {
        if (points.Length == 0 || points.Length != outcome.Length)
            throw new MethodException($"There are {points.Length} points and {outcome.Length} outcomes; each point needs one.");
        var found = missing = Missing.In(outcome);
        if (missing.Count == outcome.Length) throw new MethodException($"No outcome is a number. {missing}");
        int[] kept = [.. Enumerable.Range(0, outcome.Length).Where(i => found.Points.BinarySearch(i) < 0)];
        return new([.. kept.Select(i => points[i])], [.. kept.Select(i => outcome[i])], categorical ?? new bool[points[0].Length]);
    }

    public static Cases Of(double[][] points, double[] outcome, bool[]? categorical = null) => Of(points, outcome, categorical, out _);

    /// <summary>For one factor the whole of what occurs.</summary>
    internal Limit Whole(int factor)
    {
        var values = Points.Select(p => p[factor]);
        return Categorical[factor] ? new(double.NaN, double.NaN, [.. values.Distinct().Order()]) : new(values.Min(), values.Max(), []);
    }
}

/// <summary>What a box allows of one factor: a range with both ends, or a list of categories.</summary>
/// <param name="Allowed">Ascending; empty: a range.</param>
public sealed record Limit(double Low, double High, ImmutableArray<double> Allowed)
{
    public bool Holds(double value) => Allowed.IsEmpty ? value >= Low && value <= High : Allowed.BinarySearch(value) >= 0;

    public bool Same(Limit other) => Allowed.IsEmpty ? Low == other.Low && High == other.High : Allowed.SequenceEqual(other.Allowed);
}
