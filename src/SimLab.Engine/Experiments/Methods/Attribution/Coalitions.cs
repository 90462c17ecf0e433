using System.Numerics;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>Sets of players as bit masks: bit i is player i.</summary>
public static class Coalitions
{
    /// <summary>Maximum number of players: masks have 64 bits.</summary>
    public const int MostPlayers = 63;
    private const int MostExact = 10;

    /// <summary>The coalition of all players.</summary>
    public static ulong All(int players) => (1UL << players) - 1;

    /// <summary>Number of members.</summary>
    public static int Size(ulong coalition) => BitOperations.PopCount(coalition);

    /// <summary>Members in ascending order.</summary>
    public static IEnumerable<int> Members(ulong coalition, int players) =>
        Enumerable.Range(0, players).Where(i => (coalition >> i & 1) != 0);

    /// <summary>
    /// The coalition before each player joins, in joining order, and the grand coalition at the end: players + 1 masks.
    /// </summary>
    internal static IEnumerable<ulong> Along(int[] order)
    {
        var present = 0UL;
        yield return present;
        foreach (var player in order) yield return present |= 1UL << player;
    }

    /// <summary>
    /// Draws joining orders by number, so that a larger count only appends. With <paramref name="reversed"/> a reverse
    /// follows each drawn order (antithetic; Mitchell, Cooper, Frank and Holmes 2022): an early joiner is next a late
    /// one.
    /// </summary>
    public static int[][] SampledOrders(int players, int count, ulong seed, bool reversed)
    {
        Check(players);
        if (count < 2 || (reversed && count % 2 != 0))
            throw new MethodException(
                $"Shapley values need at least 2 permutations, an even number when each is paired with its reverse, not {count}.");
        var draws = new PointDraws(seed, PointDrawId.Permutation);
        return [.. Enumerable.Range(0, count).Select(i => (reversed, i % 2) switch
        {
            (true, 1) => draws.Permutation(players, i / 2).Reverse().ToArray(),
            (true, _) => draws.Permutation(players, i / 2),
            _ => draws.Permutation(players, i),
        })];
    }

    /// <summary>Every coalition, for exact values of up to ten players.</summary>
    public static ulong[] Every(int players)
    {
        Check(players);
        if (players > MostExact)
            throw new MethodException(
                $"Exact Shapley values of {players} players need {BigInteger.One << players} coalitions; they are worked out for up to "
                + $"{MostExact} players. Sample permutations instead.");
        return [.. Enumerable.Range(0, 1 << players).Select(i => (ulong)i)];
    }

    private static void Check(int players)
    {
        if (players is < 1 or > MostPlayers) throw new MethodException($"There can be 1 to {MostPlayers} players, not {players}.");
    }
}
