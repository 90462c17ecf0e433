using MathNet.Numerics.Statistics;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>What the model should reproduce: statistics, each with the unit in which a miss is measured.</summary>
/// <param name="Values">One for each statistic.</param>
/// <param name="Scales">What counts as one unit of distance in each.</param>
public sealed record Targets(double[] Values, double[] Scales)
{
    // The median absolute deviation of a normal distribution is its standard deviation over 1.4826.
    private const double ToDeviation = 1.4826;

    /// <summary>
    /// Scales from how the statistics spread over the prior: the median absolute deviation, which a few absurd points do not move
    /// (Csilléry, François and Blum 2012). A statistic that does not move at all can only be hit or missed: scale 1.
    /// </summary>
    /// <param name="statistics">Points drawn from the prior × statistics; NaN where a point gave no number.</param>
    public static Targets ScaledBy(double[] values, IReadOnlyList<double[]> statistics) => new(values, [.. values.Select((_, s) =>
    {
        double[] column = [.. statistics.Select(p => p[s]).Where(double.IsFinite)];
        if (column.Length == 0) return 1;
        var median = column.Median();
        var deviation = ToDeviation * column.Select(v => Math.Abs(v - median)).Median();
        if (deviation > 0) return deviation;
        return column.Length > 1 && column.StandardDeviation() is > 0 and var spread ? spread : 1;
    })]);

    /// <summary>Root of the mean squared miss; infinite where a statistic is no number.</summary>
    public double Distance(IReadOnlyList<double> statistics)
    {
        var sum = 0.0;
        for (var s = 0; s < Values.Length; s++) sum += Math.Pow((statistics[s] - Values[s]) / Scales[s], 2);
        return double.IsFinite(sum) ? Math.Sqrt(sum / Values.Length) : double.PositiveInfinity;
    }
}
