namespace SimLab.Engine.Experiments.Methods;

/// <summary>
/// Shapley values from sampled permutations, ask–tell: Castro, Gómez and Tejada, "Polynomial calculation of the Shapley value based
/// on sampling" (2009). <see cref="Ask"/> gives the coalitions to run (the distinct ones along the sampled joining orders, and those for
/// leaving one out and putting one in alone); <see cref="Tell"/> takes the value of each by replicate; <see cref="Read"/> gives shares that
/// add up to v(all) − v(none) to rounding, since they do along every joining order.
/// </summary>
public sealed class ShapleyEstimation
{
    private readonly Dictionary<ulong, double[]> values = [];
    private readonly ulong seed;
    private readonly bool reversed;
    private int[][] orders;

    /// <param name="permutations">Joining orders, the reversed ones counted too.</param>
    /// <param name="reversed">Follow each drawn order by its reverse.</param>
    public ShapleyEstimation(int players, int permutations, ulong seed, bool reversed = true)
    {
        (Players, this.seed, this.reversed) = (players, seed, reversed);
        orders = Coalitions.SampledOrders(players, permutations, seed, reversed);
    }

    public int Players { get; }
    public int Permutations => orders.Length;

    /// <summary>Replicates told; 0: nothing told yet.</summary>
    public int Replicates { get; private set; }

    /// <summary>Draws more orders; those drawn before stay.</summary>
    public void Extend(int permutations)
    {
        if (permutations < Permutations) throw new MethodException($"There are {Permutations} permutations already; {permutations} would be fewer.");
        orders = Coalitions.SampledOrders(Players, permutations, seed, reversed);
    }

    /// <summary>Coalitions whose value is still wanted, ascending.</summary>
    public ulong[] Ask()
    {
        var all = Coalitions.All(Players);
        var single = Enumerable.Range(0, Players).SelectMany(i => (ulong[])[1UL << i, all & ~(1UL << i)]);
        return [.. orders.SelectMany(Coalitions.Along).Concat(single).Where(c => !values.ContainsKey(c)).Distinct().Order()];
    }

    /// <param name="byReplicate">The coalition's value in each replicate, the same replicates for every coalition; NaN where there is none.</param>
    public void Tell(ulong coalition, IReadOnlyList<double> byReplicate)
    {
        if (Replicates == 0) Replicates = byReplicate.Count;
        if (byReplicate.Count == 0 || byReplicate.Count != Replicates)
            throw new MethodException($"Every coalition needs the same replicates: {Replicates}, not {byReplicate.Count}.");
        values[coalition] = [.. byReplicate];
    }

    /// <exception cref="MethodException">A coalition is still wanted, or no replicate is whole.</exception>
    public Shares Read()
    {
        if (Ask() is { Length: > 0 } wanted) throw new MethodException($"{wanted.Length} coalitions have no value yet.");
        // A replicate in which a coalition gave no number is left out for all, so that shares still add up.
        int[] whole = [.. Enumerable.Range(0, Replicates).Where(r => values.Values.All(v => double.IsFinite(v[r])))];
        if (whole.Length == 0) throw new MethodException($"In each of the {Replicates} replicates some coalition gave no number.");
        var kept = values.ToDictionary(v => v.Key, v => whole.Select(r => v.Value[r]).ToArray());
        return Shares.Of(Players, kept, Blocks(kept, whole.Length), Replicates - whole.Length);
    }

    // Block × player × replicate: the gain from a player's joining. A drawn order and its reverse are one block, since they are not independent.
    private double[][][] Blocks(Dictionary<ulong, double[]> kept, int replicates) =>
        [.. orders.Chunk(reversed ? 2 : 1).Select(block =>
        {
            double[][] gains = [.. Enumerable.Range(0, Players).Select(_ => new double[replicates])];
            foreach (var order in block)
            {
                var before = kept[0];
                foreach (var (player, present) in order.Zip(Coalitions.Along(order).Skip(1)))
                {
                    var after = kept[present];
                    for (var r = 0; r < replicates; r++) gains[player][r] += (after[r] - before[r]) / block.Length;
                    before = after;
                }
            }
            return gains;
        })];
}
