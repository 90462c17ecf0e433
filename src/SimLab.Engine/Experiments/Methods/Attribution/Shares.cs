using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>The contribution of one player.</summary>
/// <param name="Share">Its Shapley value, with a 95 % interval over permutations and replicates.</param>
/// <param name="LeftOut">v(all) − v(all but this one), with a 95 % interval over replicates.</param>
/// <param name="Alone">v(this one) − v(none), with a 95 % interval over replicates.</param>
public sealed record ShapleyShare(int Player, Estimate Value, Estimate LeftOut, Estimate Alone);

/// <summary>
/// Shares of v(all) − v(none). They sum to it; the values of leaving one out, or putting one in alone, need not.
/// </summary>
/// <param name="Total">v(all) − v(none), mean over the replicates.</param>
/// <param name="Replicates">Replicates used: those in which every coalition has a number.</param>
/// <param name="Dropped">Replicates left out.</param>
public sealed record Shares(ImmutableArray<ShapleyShare> Players, double Total, int Replicates, int Dropped)
{
    private const double Upper = 0.975;

    /// <summary>The sum of the shares less the total; rounding only.</summary>
    public double Gap => Players.Sum(p => p.Value.Value) - Total;

    /// <summary>
    /// Exact shares from all 2^n coalitions (Shapley 1953): the average of a player's marginal contribution over the
    /// sizes of the coalition it joins. The interval is over replicates alone.
    /// </summary>
    public static Shares Exact(int players, IReadOnlyDictionary<ulong, double[]> values)
    {
        ulong[] every = [.. Coalitions.Every(players)];
        var replicates = values[0].Length;
        double[][] gains = [.. Enumerable.Range(0, players).Select(_ => new double[replicates])];
        foreach (var coalition in every)
            foreach (var player in Enumerable.Range(0, players).Where(i => (coalition >> i & 1) == 0))
            {
                var weight = 1 / (players * Ways(players - 1, Coalitions.Size(coalition)));
                var (before, after) = (values[coalition], values[coalition | 1UL << player]);
                for (var r = 0; r < replicates; r++) gains[player][r] += weight * (after[r] - before[r]);
            }
        return Of(players, values, [gains], 0);
    }

    /// <param name="blocks">
    /// Block × player × replicate: marginal contributions. One block: permutations are no source of error.
    /// </param>
    internal static Shares Of(int players, IReadOnlyDictionary<ulong, double[]> values, double[][][] blocks, int dropped)
    {
        var (all, none) = (values[Coalitions.All(players)], values[0]);
        return new(
            [.. Enumerable.Range(0, players).Select(i => new ShapleyShare(i,
                Crossed([.. blocks.Select(b => b[i])]),
                OverReplicates([.. all.Zip(values[Coalitions.All(players) & ~(1UL << i)], (a, b) => a - b)]),
                OverReplicates([.. values[1UL << i].Zip(none, (a, b) => a - b)])))],
            all.Zip(none, (a, b) => a - b).Average(), all.Length, dropped);
    }

    /// <summary>
    /// Mean of a crossed table, permutation blocks × replicates, both random: its variance is that of the row means
    /// over rows, plus that of the column means over columns, less the residual variance over cells (which both
    /// contain); degrees of freedom by Satterthwaite (1946).
    /// </summary>
    internal static Estimate Crossed(double[][] table)
    {
        var (rows, columns) = (table.Length, table[0].Length);
        double[] rowMeans = [.. table.Select(row => row.Average())];
        double[] columnMeans = [.. Enumerable.Range(0, columns).Select(r => table.Average(row => row[r]))];
        var mean = rowMeans.Average();
        var byRow = rows > 1 ? Variance(rowMeans) / rows : 0;
        var byColumn = columns > 1 ? Variance(columnMeans) / columns : 0;
        var left = 0.0;
        if (rows > 1 && columns > 1)
        {
            for (var i = 0; i < rows; i++)
                for (var j = 0; j < columns; j++) left += Math.Pow(table[i][j] - rowMeans[i] - columnMeans[j] + mean, 2);
            left /= (rows - 1.0) * (columns - 1) * rows * columns;
        }
        if (rows == 1 && columns == 1) return new(mean, double.NaN, double.NaN);
        var variance = Math.Max(byRow + byColumn - left, Math.Max(byRow, byColumn));
        if (variance <= 0) return new(mean, mean, mean);
        var freedom = Math.Pow(byRow + byColumn, 2)
            / ((rows > 1 ? byRow * byRow / (rows - 1) : 0) + (columns > 1 ? byColumn * byColumn / (columns - 1) : 0));
        var half = StudentT.InvCDF(0, 1, freedom, Upper) * Math.Sqrt(variance);
        return new(mean, mean - half, mean + half);
    }

    private static Estimate OverReplicates(double[] gains) => Crossed([gains]);

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1);
    }

    private static double Ways(int of, int take) => Math.Round(MathNet.Numerics.SpecialFunctions.Binomial(of, take));
}
