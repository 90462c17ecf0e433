using System.Collections.Immutable;
using MathNet.Numerics.Statistics;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>An estimate with its interval.</summary>
public readonly record struct Estimate(double Value, double Low, double High);

/// <summary>Shares of the output's variance that one factor explains.</summary>
/// <param name="First">Main effect alone.</param>
/// <param name="Total">With all its interactions.</param>
public sealed record SobolIndex(int Factor, Estimate First, Estimate Total);

/// <summary>
/// Variance-based sensitivity (Sobol' 1993): first order by the estimator of Saltelli et al. (2010, table 2 b), total
/// order by that of Jansen (1999), 95 % intervals by the bootstrap over rows (Archer, Saltelli and Sobol' 1997;
/// percentiles). A row with a missing point is left out whole, and its points are listed.
/// </summary>
/// <param name="Indices">Indices by factor; zero for all when the output does not vary.</param>
/// <param name="Variance">Variance of the output over A and B.</param>
/// <param name="Rows">Rows used.</param>
public sealed record SobolIndices(ImmutableArray<SobolIndex> Indices, double Variance, int Rows, Missing Missing)
{
    private const double Tail = 0.025;

    /// <summary>Computes the indices of the outputs of a design.</summary>
    /// <param name="values">One output for each point of the design, in its order.</param>
    /// <param name="resamples">Bootstrap resamples.</param>
    /// <exception cref="MethodException">
    /// The outputs do not match the design, or fewer than two rows are complete.
    /// </exception>
    public static SobolIndices Read(SaltelliDesign design, IReadOnlyList<double> values, ulong seed, int resamples = 1000)
    {
        if (values.Count != design.Points.Length)
            throw new MethodException($"The design has {design.Points.Length} points, but {values.Count} outputs came back.");
        var missing = Missing.In(values);
        var width = design.Factors + 2;
        double[][] rows = [.. values.Chunk(width).Where(row => row.All(double.IsFinite))];
        if (rows.Length < 2) throw new MethodException($"Only {rows.Length} of {design.Rows} rows are whole. {missing}");
        // Centred: the first-order estimator loses the noise of the mean.
        var mean = rows.Average(row => (row[0] + row[1]) / 2);
        foreach (var row in rows)
            for (var i = 0; i < width; i++) row[i] -= mean;

        var all = Enumerable.Range(0, rows.Length).ToArray();
        var (first, total, variance) = Indexes(rows, all, design.Factors);
        var draws = new PointDraws(seed, PointDrawId.Bootstrap);
        var boot = Enumerable.Range(0, resamples)
            .Select(r => Indexes(rows, [.. all.Select(i => draws.Below(rows.Length, r, i))], design.Factors)).ToArray();
        return new(
            [.. Enumerable.Range(0, design.Factors).Select(f => new SobolIndex(f,
                Interval(first[f], [.. boot.Select(b => b.First[f])]), Interval(total[f], [.. boot.Select(b => b.Total[f])])))],
            variance, rows.Length, missing);
    }

    private static (double[] First, double[] Total, double Variance) Indexes(double[][] rows, int[] picked, int factors)
    {
        var (first, total) = (new double[factors], new double[factors]);
        double sum = 0, squares = 0;
        foreach (var i in picked)
        {
            var row = rows[i];
            sum += row[0] + row[1];
            squares += row[0] * row[0] + row[1] * row[1];
            for (var f = 0; f < factors; f++)
            {
                var change = row[f + 2] - row[0];
                first[f] += row[1] * change;
                total[f] += change * change;
            }
        }
        var count = 2.0 * picked.Length;
        var variance = Math.Max(0, squares / count - sum / count * (sum / count));
        for (var f = 0; f < factors; f++)
        {
            first[f] = variance > 0 ? first[f] / picked.Length / variance : 0;
            total[f] = variance > 0 ? total[f] / picked.Length / (2 * variance) : 0;
        }
        return (first, total, variance);
    }

    private static Estimate Interval(double value, double[] resampled)
    {
        Array.Sort(resampled);
        return resampled.Length == 0 ? new(value, double.NaN, double.NaN) : new(value,
            SortedArrayStatistics.QuantileCustom(resampled, Tail, QuantileDefinition.R7),
            SortedArrayStatistics.QuantileCustom(resampled, 1 - Tail, QuantileDefinition.R7));
    }
}
