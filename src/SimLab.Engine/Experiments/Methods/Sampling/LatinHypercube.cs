namespace SimLab.Engine.Experiments.Methods;

/// <summary>
/// Latin hypercube: each factor's range is cut into as many equal strips as there are points, and each strip holds one
/// point (McKay, Beckman and Conover 1979). Of several tries, the design whose two nearest points lie farthest apart
/// wins (maximin; Johnson, Moore and Ylvisaker 1990).
/// </summary>
public static class LatinHypercube
{
    /// <summary>Points × dimensions, in the open unit cube.</summary>
    public static double[][] Sample(int points, int dimensions, ulong seed, int tries = 1)
    {
        if (points < 1) throw new MethodException($"A Latin hypercube needs at least one point, not {points}.");
        double[][]? best = null;
        var widest = -1.0;
        for (var attempt = 0; attempt < Math.Max(1, tries); attempt++)
        {
            var design = Design(points, dimensions, seed, attempt);
            var nearest = tries > 1 ? NearestPair(design) : 0;
            if (best is null || nearest > widest) (best, widest) = (design, nearest);
        }
        return best!;
    }

    /// <summary>Distance between the two nearest points.</summary>
    public static double NearestPair(IReadOnlyList<double[]> points)
    {
        var least = double.PositiveInfinity;
        for (var i = 0; i < points.Count; i++)
            for (var j = 0; j < i; j++)
                least = Math.Min(least, MathNet.Numerics.Distance.SSD(points[i], points[j]));
        return Math.Sqrt(least);
    }

    private static double[][] Design(int points, int dimensions, ulong seed, int attempt)
    {
        var draws = new PointDraws(seed, PointDrawId.LatinHypercube);
        double[][] design = [.. Enumerable.Range(0, points).Select(_ => new double[dimensions])];
        for (var d = 0; d < dimensions; d++)
        {
            var strips = draws.Permutation(points, 2 * attempt, d);
            for (var i = 0; i < points; i++) design[i][d] = (strips[i] + draws.Uniform(2 * attempt + 1, d, i)) / points;
        }
        return design;
    }
}
