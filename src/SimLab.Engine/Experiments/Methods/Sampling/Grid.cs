using System.Globalization;
using System.Numerics;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>
/// Every combination of the factors' levels. The size is known before the grid is built, so that an impossible grid is
/// refused with its size.
/// </summary>
public static class Grid
{
    /// <summary>
    /// The levels of one factor: <paramref name="steps"/> places from end to end, even on its scale; all of the
    /// choices; all whole numbers when there are no more than <paramref name="steps"/>.
    /// </summary>
    public static double[] Levels(Factor factor, int steps)
    {
        if (factor.Choices.Length > 0) return [.. factor.Choices];
        if (factor.Count is { } count && count <= steps) return [.. Enumerable.Range(0, (int)count).Select(i => factor.Low + i)];
        if (steps == 1) return [factor.At(0.5)];
        return [.. Enumerable.Range(0, steps).Select(i => factor.At((double)i / (steps - 1))).Distinct()];
    }

    /// <summary>Number of points.</summary>
    public static BigInteger Count(IReadOnlyList<Factor> factors, int steps)
    {
        if (steps < 1) throw new MethodException($"A grid needs at least one step, not {steps}.");
        return factors.Aggregate(BigInteger.One, (product, factor) => product * LevelCount(factor, steps));
    }

    /// <summary>Points × factors, the last factor moving fastest.</summary>
    /// <param name="limit">Maximum number of points.</param>
    /// <exception cref="MethodException">
    /// There are more than <paramref name="limit"/>; the message gives the number.
    /// </exception>
    public static double[][] Points(IReadOnlyList<Factor> factors, int steps, int limit)
    {
        var count = Count(factors, steps);
        if (count > limit)
        {
            var product = string.Join(
                " × ", factors.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name}: {LevelCount(f, steps)}")));
            throw new MethodException(
                $"The grid has {count:N0} points ({product}); at most {limit:N0} can be run. Take fewer steps or factors, or sample: a "
                    + $"Latin hypercube or a Sobol sequence covers the same box with as many points as you choose.");
        }
        double[][] levels = [.. factors.Select(factor => Levels(factor, steps))];
        var points = new double[(int)count][];
        for (var i = 0; i < points.Length; i++)
        {
            var (rest, point) = (i, new double[factors.Count]);
            for (var f = factors.Count - 1; f >= 0; f--)
            {
                point[f] = levels[f][rest % levels[f].Length];
                rest /= levels[f].Length;
            }
            points[i] = point;
        }
        return points;
    }

    // Computed without building, except where rounding on a logarithmic scale may join two levels.
    private static int LevelCount(Factor factor, int steps) => factor switch
    {
        { Choices.Length: > 0 } => factor.Choices.Length,
        { Whole: true, Scale: Scale.Linear } => (int)Math.Min(factor.Count!.Value, steps),
        { Whole: true } => Levels(factor, steps).Length,
        _ => steps,
    };
}
