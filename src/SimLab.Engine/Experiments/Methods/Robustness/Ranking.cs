using System.Collections.Immutable;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>A place in a ranking.</summary>
/// <param name="Place">Place from 1; ties share a place, and the next one is skipped (1, 1, 3).</param>
/// <param name="Tied">Another has the same place.</param>
public readonly record struct Rank(int Place, bool Tied);

/// <summary>Ranks scores, ties sharing a place.</summary>
public static class Ranking
{
    /// <summary>The smallest score first; NaN last, all tied.</summary>
    public static ImmutableArray<Rank> Ascending(IReadOnlyList<double> scores)
    {
        double[] keys = [.. scores.Select(s => double.IsNaN(s) ? double.PositiveInfinity : s)];
        return [.. keys.Select(key => new Rank(1 + keys.Count(other => other < key), keys.Count(other => other == key) > 1))];
    }

    /// <summary>The largest score first; NaN last, all tied.</summary>
    public static ImmutableArray<Rank> Descending(IReadOnlyList<double> scores) => Ascending([.. scores.Select(s => -s)]);
}
