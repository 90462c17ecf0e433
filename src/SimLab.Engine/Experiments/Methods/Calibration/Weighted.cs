namespace SimLab.Engine.Experiments.Methods;

/// <summary>Statistics of weighted values. Weights need not sum to 1.</summary>
public static class Weighted
{
    /// <summary>Weighted mean.</summary>
    public static double Mean(IReadOnlyList<double> values, IReadOnlyList<double> weights) =>
        values.Zip(weights, (v, w) => v * w).Sum() / weights.Sum();

    /// <summary>Covariance of the weighted distribution itself, not an estimate for a larger one.</summary>
    public static double Covariance(IReadOnlyList<double> a, IReadOnlyList<double> b, IReadOnlyList<double> weights)
    {
        var (meanA, meanB, sum) = (Mean(a, weights), Mean(b, weights), 0.0);
        for (var i = 0; i < a.Count; i++) sum += weights[i] * (a[i] - meanA) * (b[i] - meanB);
        return sum / weights.Sum();
    }

    /// <summary>Variance of the weighted distribution itself.</summary>
    public static double Variance(IReadOnlyList<double> values, IReadOnlyList<double> weights) => Covariance(values, values, weights);

    /// <summary>Correlation; NaN where one of them does not vary.</summary>
    public static double Correlation(IReadOnlyList<double> a, IReadOnlyList<double> b, IReadOnlyList<double> weights) =>
        Covariance(a, b, weights) / Math.Sqrt(Variance(a, weights) * Variance(b, weights));

    /// <summary>The smallest value with at least the given share of the weight at or below it.</summary>
    public static double Quantile(IReadOnlyList<double> values, IReadOnlyList<double> weights, double share)
    {
        int[] order = [.. Enumerable.Range(0, values.Count).OrderBy(i => values[i])];
        var (goal, sum) = (share * weights.Sum(), 0.0);
        foreach (var i in order)
            if ((sum += weights[i]) >= goal) return values[i];
        return values[order[^1]];
    }

    /// <summary>
    /// Effective sample size: the number of equally weighted values with the same information (Kish 1965).
    /// </summary>
    public static double EffectiveSize(IReadOnlyList<double> weights) => weights.Sum() * weights.Sum() / weights.Sum(w => w * w);

    /// <summary>
    /// Largest distance between the weighted distribution and the uniform one on [0, 1] (Kolmogorov 1933).
    /// </summary>
    public static double DistanceFromUniform(IReadOnlyList<double> values, IReadOnlyList<double> weights)
    {
        var (total, sum, farthest) = (weights.Sum(), 0.0, 0.0);
        foreach (var i in Enumerable.Range(0, values.Count).OrderBy(i => values[i]))
        {
            farthest = Math.Max(farthest, Math.Abs(values[i] - sum / total));
            sum += weights[i];
            farthest = Math.Max(farthest, Math.Abs(values[i] - sum / total));
        }
        return farthest;
    }
}
