namespace SimLab.Engine.Experiments.Methods;

/// <summary>
/// Trajectories of Morris, "Factorial sampling plans for preliminary computational experiments" (1991): from a random
/// point of a grid in the unit cube, each factor moves once, in random order, by Δ = levels / (2 (levels − 1)).
/// </summary>
/// <param name="Trajectories">Trajectory × (factors + 1) points × factors.</param>
/// <param name="Orders">Trajectory × factors: which factor each step moves.</param>
public sealed record MorrisDesign(double[][][] Trajectories, int[][] Orders)
{
    /// <summary>Number of factors.</summary>
    public int Factors => Orders[0].Length;

    /// <summary>All points in the unit cube, trajectory after trajectory.</summary>
    public double[][] Points => [.. Trajectories.SelectMany(t => t)];

    /// <summary>Draws a design.</summary>
    /// <param name="levels">Levels of the grid, even.</param>
    /// <param name="candidates">
    /// More than <paramref name="trajectories"/>: draw so many and select those that spread widest, one added at a time
    /// (Campolongo, Cariboni and Saltelli 2007).
    /// </param>
    public static MorrisDesign Of(int factors, int trajectories, ulong seed, int levels = 4, int candidates = 0)
    {
        if (trajectories < 2) throw new MethodException(
            $"Morris needs at least 2 trajectories to see how effects vary, not {trajectories}.");
        if (levels < 2 || levels % 2 != 0) throw new MethodException($"Morris needs an even number of levels, not {levels}.");
        var draws = new PointDraws(seed, PointDrawId.Trajectory);
        var drawn = Enumerable.Range(0, Math.Max(trajectories, candidates)).Select(t => Trajectory(t, factors, levels, draws)).ToArray();
        var kept = candidates > trajectories ? Widest([.. drawn.Select(d => d.Points)], trajectories)
            : [.. Enumerable.Range(0, trajectories)];
        return new([.. kept.Select(t => drawn[t].Points)], [.. kept.Select(t => drawn[t].Order)]);
    }

    private static (double[][] Points, int[] Order) Trajectory(int number, int factors, int levels, PointDraws draws)
    {
        var step = levels / (2.0 * (levels - 1));
        var up = new bool[factors];
        var point = new double[factors];
        for (var f = 0; f < factors; f++)
        {
            up[f] = draws.Uniform(number, f, 0) < 0.5;
            var lower = draws.Below(levels / 2, number, f, 1) / (levels - 1.0);
            point[f] = up[f] ? lower : lower + step;
        }
        var order = draws.Permutation(factors, number, factors);
        var points = new double[factors + 1][];
        points[0] = [.. point];
        for (var s = 0; s < factors; s++)
        {
            point[order[s]] += up[order[s]] ? step : -step;
            points[s + 1] = [.. point];
        }
        return (points, order);
    }

    private static int[] Widest(double[][][] drawn, int wanted)
    {
        var count = drawn.Length;
        double[][] squares = [.. Enumerable.Range(0, count).Select(_ => new double[count])];
        for (var i = 0; i < count; i++)
            for (var j = 0; j < i; j++)
            {
                var distance = drawn[i].Sum(p => drawn[j].Sum(q => MathNet.Numerics.Distance.Euclidean(p, q)));
                squares[i][j] = squares[j][i] = distance * distance;
            }
        var farthest = Enumerable.Range(0, count).MaxBy(i => squares[i].Max());
        var kept = new List<int> { farthest };
        while (kept.Count < wanted)
            kept.Add(Enumerable.Range(0, count).Except(kept).MaxBy(i => kept.Sum(k => squares[i][k])));
        return [.. kept.Order()];
    }
}
