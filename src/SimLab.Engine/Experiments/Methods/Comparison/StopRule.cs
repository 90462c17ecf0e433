using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>The quantity the replicates estimate.</summary>
public enum Sought
{
    /// <summary>The mean: interval by Student's t.</summary>
    Mean,

    /// <summary>A probability, replicates being 0 or 1: Wilson's interval.</summary>
    Probability,
}

/// <summary>State of a sequential run.</summary>
/// <param name="HalfWidth">Present half-width of the interval; infinite with one replicate.</param>
/// <param name="Enough">The half-width is at most the requested one.</param>
/// <param name="Spent">The budget is used up.</param>
/// <param name="Likely">Expected total number of replicates, ignoring the budget; null: unknown yet.</param>
/// <param name="Next">Replicates to run now; 0: stop.</param>
public sealed record Progress(int Replicates, Estimate Estimate, double HalfWidth, bool Enough, bool Spent, long? Likely, int Next);

/// <summary>
/// Sequential stopping: run until the interval is as narrow as requested or the budget is spent. This is the rule of
/// Chow and Robbins (1965), whose coverage approaches that of the fixed-size interval as the width shrinks. Each look
/// plans from the spread so far and goes there in one step (as the second stage of Stein 1945), so that there are few
/// looks. It never stops before <see cref="Least"/> replicates, since a small pilot can look certain by chance.
/// </summary>
/// <param name="HalfWidth">Requested half-width, in the unit of the values.</param>
/// <param name="Budget">Maximum number of replicates.</param>
/// <param name="Least">Minimum number of replicates: the pilot.</param>
/// <param name="Batch">Maximum number of replicates to add between two looks.</param>
public sealed record StopRule(
    double HalfWidth, int Budget, Sought Sought = Sought.Mean, int Least = 8, int Batch = int.MaxValue, double Confidence = 0.95)
{
    private const long FarthestPlan = 1L << 50;

    /// <summary>Estimates from the replicates so far, and decides how many to add.</summary>
    /// <param name="values">All replicates so far. NaN is no replicate of the estimate, but spends the budget.</param>
    public Progress Look(IReadOnlyList<double> values)
    {
        if (!(HalfWidth > 0)) throw new MethodException($"The half-width asked for must be above 0, not {HalfWidth}.");
        double[] seen = [.. values.Where(double.IsFinite)];
        var estimate = Interval(seen);
        var half = (estimate.High - estimate.Low) / 2;
        if (!double.IsFinite(half)) half = double.PositiveInfinity;
        var enough = seen.Length >= Math.Max(2, Least) && half <= HalfWidth;
        var spent = values.Count >= Budget;
        var likely = Plan(seen);
        var wanted = values.Count < Least ? Least - values.Count : Math.Max(1, (likely ?? 2L * values.Count) - seen.Length);
        var next = enough || spent ? 0 : (int)Math.Min(Math.Min(wanted, Batch), Budget - values.Count);
        return new(seen.Length, estimate, half, enough, spent, likely, next);
    }

    /// <summary>
    /// Expected number of replicates, if the pilot's variance (or share) is the true one; null: fewer than two values,
    /// or a pilot that does not vary and so is uninformative about the variance.
    /// </summary>
    public long? Plan(IReadOnlyList<double> pilot)
    {
        if (pilot.Count < 2) return null;
        if (Sought == Sought.Probability)
        {
            var share = pilot.Average();
            return Smallest(n => WilsonHalf(share, n));
        }
        var deviation = pilot.StandardDeviation();
        return deviation > 0 ? Smallest(n => StudentT.InvCDF(0, 1, n - 1, (1 + Confidence) / 2) * deviation / Math.Sqrt(n)) : null;
    }

    // Half-widths shrink with n, so bisection finds the smallest n.
    private long Smallest(Func<long, double> halfWidth)
    {
        long low = Math.Max(2, Least), high = low;
        if (halfWidth(low) <= HalfWidth) return low;
        while (halfWidth(high) > HalfWidth && high < FarthestPlan) high *= 2;
        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            if (halfWidth(middle) <= HalfWidth) high = middle;
            else low = middle;
        }
        return high;
    }

    private Estimate Interval(double[] values)
    {
        if (Sought == Sought.Probability) return Proportion.Wilson(values.Sum(), values.Length, Confidence);
        if (values.Length < 2) return new(values.Length == 1 ? values[0] : double.NaN, double.NegativeInfinity, double.PositiveInfinity);
        var mean = values.Average();
        var half = StudentT.InvCDF(0, 1, values.Length - 1, (1 + Confidence) / 2) * values.StandardDeviation() / Math.Sqrt(values.Length);
        return new(mean, mean - half, mean + half);
    }

    private double WilsonHalf(double share, long n)
    {
        var z = Normal.InvCDF(0, 1, (1 + Confidence) / 2);
        return z / (1 + z * z / n) * Math.Sqrt(share * (1 - share) / n + z * z / (4.0 * n * n));
    }
}
