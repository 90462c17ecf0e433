namespace SimLab.Engine.Experiments.Methods;

/// <summary>
/// The volume of goals that a front dominates, up to a reference point that should be worse than all of it (Zitzler and
/// Thiele 1998): one number for the quality and breadth of a front. By slicing along the last goal (HSO; While et al.
/// 2006).
/// </summary>
public static class Hypervolume
{
    /// <summary>Volume of a front, point × goal; goals are minimised.</summary>
    public static double Of(IEnumerable<double[]> front, double[] reference)
    {
        double[][] inside = [.. front.Where(p => p.Zip(reference, (x, r) => x < r).All(below => below))];
        return inside.Length == 0 ? 0 : Slices(inside, reference, reference.Length);
    }

    private static double Slices(double[][] points, double[] reference, int goals)
    {
        if (goals == 1) return reference[0] - points.Min(p => p[0]);
        if (goals == 2) return Area(points, reference);
        double[][] ordered = [.. points.OrderBy(p => p[goals - 1])];
        var volume = 0.0;
        for (var i = 0; i < ordered.Length; i++)
        {
            var top = i + 1 < ordered.Length ? ordered[i + 1][goals - 1] : reference[goals - 1];
            var depth = top - ordered[i][goals - 1];
            if (depth > 0) volume += depth * Slices(Undominated(ordered[..(i + 1)], goals - 1), reference, goals - 1);
        }
        return volume;
    }

    private static double Area(double[][] points, double[] reference)
    {
        var (area, lowest) = (0.0, reference[1]);
        foreach (var p in points.OrderBy(p => p[0]).Where(p => p[1] < reference[1]))
        {
            area += (reference[0] - p[0]) * Math.Max(0, lowest - p[1]);
            lowest = Math.Min(lowest, p[1]);
        }
        return area;
    }

    private static double[][] Undominated(double[][] points, int goals) =>
        [.. points.Where((p, i) => !points.Where((q, j) => j != i && Covers(q, p, goals) && (j < i || !Covers(p, q, goals))).Any())];

    private static bool Covers(double[] a, double[] b, int goals)
    {
        for (var g = 0; g < goals; g++)
            if (a[g] > b[g]) return false;
        return true;
    }
}
