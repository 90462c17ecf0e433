using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>
/// Probability that the box would be as dense by chance without one of its limits (quasi-p-value; Bryant and Lempert
/// 2010): the upper tail of the binomial with the box's runs and the density without the limit.
/// </summary>
/// <param name="Low">Quasi-p-value of the lower limit, or of a list of categories; NaN: no such limit.</param>
/// <param name="High">Quasi-p-value of the upper limit; NaN: no such limit.</param>
public sealed record QuasiP(int Factor, double Low, double High)
{
    /// <summary>The smaller of the two: the factor's stronger limit.</summary>
    public double Least => double.IsNaN(Low) ? High : double.IsNaN(High) ? Low : Math.Min(Low, High);
}

/// <summary>A box on the trajectory of PRIM.</summary>
/// <param name="Limits">Limits by factor.</param>
/// <param name="Inside">Positions of the runs in the box.</param>
/// <param name="Sum">Sum of the outcome in the box: cases of interest when it is 0 or 1.</param>
public sealed record PrimBox(
    ImmutableArray<Limit> Limits, ImmutableArray<int> Inside, double Sum, Cases Cases, double TotalSum, ImmutableArray<Limit> Whole,
    ImmutableArray<int> Remaining)
{
    /// <summary>Share of all cases of interest that lie in the box.</summary>
    public double Coverage => TotalSum == 0 ? 0 : Sum / TotalSum;

    /// <summary>Share of the box's runs that are cases of interest: the mean outcome.</summary>
    public double Density => Inside.IsEmpty ? 0 : Sum / Inside.Length;

    /// <summary>Share of all runs that lie in the box.</summary>
    public double Mass => (double)Inside.Length / Cases.Points.Length;

    /// <summary>Positions of the factors that the box limits.</summary>
    public ImmutableArray<int> Restricted => [.. Enumerable.Range(0, Limits.Length).Where(f => !Limits[f].Same(Whole[f]))];

    /// <summary>
    /// Quasi-p-values of the restricted factors, in the order of <see cref="Restricted"/>; needs an outcome of 0 and 1.
    /// </summary>
    public ImmutableArray<QuasiP> QuasiPs()
    {
        if (Cases.Outcome.Any(y => y is not (0 or 1))) throw new MethodException($"Quasi-p-values need an outcome that is 0 or 1.");
        return [.. Restricted.Select(f => Limits[f] switch
        {
            { Allowed.IsEmpty: false } => new QuasiP(f, Without(f, Whole[f]), double.NaN),
            var limit => new QuasiP(f,
                limit.Low == Whole[f].Low ? double.NaN : Without(f, limit with { Low = Whole[f].Low }),
                limit.High == Whole[f].High ? double.NaN : Without(f, limit with { High = Whole[f].High })),
        })];
    }

    /// <summary>
    /// Lifts limits whose quasi-p-value is above <paramref name="threshold"/>, the least significant first, one at a
    /// time, since each changes the values of the others. A range may lose one end and keep the other.
    /// </summary>
    public PrimBox Significant(double threshold = 0.05)
    {
        var box = this;
        while (box.QuasiPs().SelectMany(box.Liftable).Where(l => l.P > threshold).OrderBy(l => l.P)
            .LastOrDefault() is { Wider: { } wider } doubtful)
            box = box.With(doubtful.Factor, wider);
        return box;
    }

    private IEnumerable<(int Factor, double P, Limit? Wider)> Liftable(QuasiP p)
    {
        var (limit, whole) = (Limits[p.Factor], Whole[p.Factor]);
        if (!limit.Allowed.IsEmpty) return [(p.Factor, p.Low, whole)];
        return [(p.Factor, p.Low, limit with { Low = whole.Low }), (p.Factor, p.High, limit with { High = whole.High })];
    }

    /// <summary>The same box with another limit on one factor.</summary>
    internal PrimBox With(int factor, Limit limit)
    {
        var limits = Limits.SetItem(factor, limit);
        ImmutableArray<int> inside = [.. Remaining.Where(i => Contains(limits, Cases.Points[i]))];
        return this with { Limits = limits, Inside = inside, Sum = inside.Sum(i => Cases.Outcome[i]) };
    }

    /// <summary>The same box with a tighter limit on one factor: only that one needs a check.</summary>
    internal PrimBox Narrowed(int factor, Limit limit)
    {
        ImmutableArray<int> inside = [.. Inside.Where(i => limit.Holds(Cases.Points[i][factor]))];
        return this with { Limits = Limits.SetItem(factor, limit), Inside = inside, Sum = inside.Sum(i => Cases.Outcome[i]) };
    }

    /// <summary>Whether the point lies in the box.</summary>
    public bool Contains(IReadOnlyList<double> point) => Contains(Limits, point);

    private static bool Contains(ImmutableArray<Limit> limits, IReadOnlyList<double> point)
    {
        for (var f = 0; f < limits.Length; f++)
            if (!limits[f].Holds(point[f])) return false;
        return true;
    }

    private double Without(int factor, Limit wider)
    {
        var wide = With(factor, wider);
        if (wide.Density >= 1) return 1;
        return Sum <= 0 ? 1 : 1 - Binomial.CDF(wide.Density, Inside.Length, Sum - 1);
    }
}
