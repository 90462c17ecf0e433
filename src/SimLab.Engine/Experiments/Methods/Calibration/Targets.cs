using MathNet.Numerics.Statistics;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>Statistics the model should reproduce, each with its unit of distance.</summary>
/// <param name="Values">Target values, by statistic.</param>
/// <param name="Scales">Unit of distance, by statistic.</param>
public sealed record Targets(double[] Values, double[] Scales)
{
    // The median absolute deviation of a normal distribution is its standard deviation over 1.4826.
    private const double ToDeviation = 1.4826;

    /// <summary>
    /// Scales the statistics by their spread over the prior: the median absolute deviation, which is robust to a few
    /// absurd points (Csilléry, François and Blum 2012). A statistic that does not vary can only be hit or missed:
    /// scale 1.
    /// </summary>
    /// <param name="statistics">Points drawn from the prior × statistics; NaN: no number.</param>
    public static Targets ScaledBy(double[] values, IReadOnlyList<double[]> statistics) => new(values, [.. values.Select((_, s) =>
    {
        double[] column = [.. statistics.Select(p => p[s]).Where(double.IsFinite)];
        if (column.Length == 0) return 1;
        var median = column.Median();
        var deviation = ToDeviation * column.Select(v => Math.Abs(v - median)).Median();
        if (deviation > 0) return deviation;
        return column.Length > 1 && column.StandardDeviation() is > 0 and var spread ? spread : 1;
    })]);

    /// <summary>Root mean squared miss; infinite where a statistic is no number.</summary>
    public double Distance(IReadOnlyList<double> statistics)
    {
        var sum = 0.0;
        for (var s = 0; s < Values.Length; s++) sum += Math.Pow((statistics[s] - Values[s]) / Scales[s], 2);
        return double.IsFinite(sum) ? Math.Sqrt(sum / Values.Length) : double.PositiveInfinity;
    }
}
