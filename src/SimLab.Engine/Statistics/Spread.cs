using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace SimLab.Engine.Statistics;

/// <summary>
/// Distribution of a number over the replicates. Quantiles are of type 7 (Hyndman and Fan 1996; the default of R, NumPy
/// and Excel): linear between order statistics, the smallest value being quantile 0 and the largest quantile 1.
/// </summary>
public sealed record Spread(double Mean, double P05, double P50, double P95, int Replicates)
{
    /// <summary>Summarises the values; null: there are none.</summary>
    public static Spread? Of(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0) return null;
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return new(sorted.Average(), At(sorted, 0.05), At(sorted, 0.50), At(sorted, 0.95), sorted.Length);
    }

    private static double At(double[] sorted, double share) => SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);
}

/// <summary>
/// Policy minus baseline by replicate: both arms of a replicate share common random numbers, so the difference is the
/// policy's.
/// </summary>
/// <param name="Mean">Mean over the replicates.</param>
/// <param name="P05">5 % quantile over the replicates, type 7.</param>
/// <param name="P95">95 % quantile over the replicates, type 7.</param>
/// <param name="Interval">95 % confidence interval of the mean (Student's t); null with one replicate.</param>
/// <param name="Replicates">Number of pairs in which both arms have a value.</param>
public sealed record PairedDifference(double Mean, double P05, double P95, (double Low, double High)? Interval, int Replicates)
{
    private const double Confidence = 0.95;

    /// <summary>Whether the interval of the mean excludes zero.</summary>
    public bool IsClear => Interval is { } mean && (mean.Low > 0 || mean.High < 0);

    /// <summary>Whether both arms are equal, bit by bit, in every replicate.</summary>
    public bool IsNone => Mean == 0 && P05 == 0 && P95 == 0 && Interval is null or (0, 0);

    /// <summary>Pairs the arms by replicate; null: no pair has both values.</summary>
    /// <param name="policy">By replicate; null where there is no value.</param>
    /// <param name="baseline">By replicate; null where there is no value.</param>
    public static PairedDifference? Of(IReadOnlyList<double?> policy, IReadOnlyList<double?> baseline)
    {
        double[] differences = [.. policy.Zip(baseline, (p, b) => p - b).OfType<double>()];
        return Spread.Of(differences) is { } spread
            ? new(spread.Mean, spread.P05, spread.P95, IntervalOfMean(differences, spread.Mean), differences.Length)
            : null;
    }

    private static (double, double)? IntervalOfMean(double[] values, double mean)
    {
        if (values.Length < 2) return null;
        var deviation = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
        var half = StudentT.InvCDF(0, 1, values.Length - 1, (1 + Confidence) / 2) * deviation / Math.Sqrt(values.Length);
        return (mean - half, mean + half);
    }
}
