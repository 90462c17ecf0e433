namespace SimLab.Engine.Experiments.Methods;

/// <summary>
/// Shapley values from sampled permutations, ask–tell: Castro, Gómez and Tejada, "Polynomial calculation of the Shapley
/// value based on sampling" (2009). <see cref="Ask"/> gives the coalitions to run (those along the sampled joining
/// orders, and those for leaving one out and putting one in alone); <see cref="Tell"/> takes the value of each by
/// replicate; <see cref="Read"/> gives shares that sum to v(all) − v(none) up to rounding, since they do along every
/// joining order.
/// </summary>
public sealed class ShapleyEstimation
{
    private readonly Dictionary<ulong, double[]> values = [];
    private readonly ulong seed;
    private readonly bool reversed;
    private int[][] orders;

    /// <summary>Starts an estimation.</summary>
    /// <param name="permutations">Joining orders, including the reversed ones.</param>
    /// <param name="reversed">A reverse follows each drawn order.</param>
    public ShapleyEstimation(int players, int permutations, ulong seed, bool reversed = true)
    {
        (Players, this.seed, this.reversed) = (players, seed, reversed);
        orders = Coalitions.SampledOrders(players, permutations, seed, reversed);
    }

    /// <summary>Number of players.</summary>
    public int Players { get; }
    /// <summary>Joining orders so far, including the reversed ones.</summary>
    public int Permutations => orders.Length;

    /// <summary>Replicates of the given values; 0: none given yet.</summary>
    public int Replicates { get; private set; }

    /// <summary>Draws more orders; those drawn before stay.</summary>
    public void Extend(int permutations)
    {
        if (permutations < Permutations) throw new MethodException(
            $"There are {Permutations} permutations already; {permutations} would be fewer.");
        orders = Coalitions.SampledOrders(Players, permutations, seed, reversed);
    }

    /// <summary>Coalitions without a value, ascending.</summary>
    public ulong[] Ask()
    {
        var all = Coalitions.All(Players);
        var single = Enumerable.Range(0, Players).SelectMany(i => (ulong[])[1UL << i, all & ~(1UL << i)]);
        return [.. orders.SelectMany(Coalitions.Along).Concat(single).Where(c => !values.ContainsKey(c)).Distinct().Order()];
    }

    /// <summary>Takes the value of one coalition.</summary>
    /// <param name="byReplicate">
    /// The coalition's value by replicate, the same replicates for every coalition; NaN: no number.
    /// </param>
    public void Tell(ulong coalition, IReadOnlyList<double> byReplicate)
    {
        if (Replicates == 0) Replicates = byReplicate.Count;
        if (byReplicate.Count == 0 || byReplicate.Count != Replicates)
            throw new MethodException($"Every coalition needs the same replicates: {Replicates}, not {byReplicate.Count}.");
        values[coalition] = [.. byReplicate];
    }

    /// <summary>The shares from all values so far.</summary>
    /// <exception cref="MethodException">A coalition has no value, or no replicate is complete.</exception>
    public Shares Read()
    {
        if (Ask() is { Length: > 0 } wanted) throw new MethodException($"{wanted.Length} coalitions have no value yet.");
        // A replicate without a number in one coalition is left out for all, so that shares still sum to the total.
        int[] whole = [.. Enumerable.Range(0, Replicates).Where(r => values.Values.All(v => double.IsFinite(v[r])))];
        if (whole.Length == 0) throw new MethodException($"In each of the {Replicates} replicates some coalition gave no number.");
        var kept = values.ToDictionary(v => v.Key, v => whole.Select(r => v.Value[r]).ToArray());
        return Shares.Of(Players, kept, Blocks(kept, whole.Length), Replicates - whole.Length);
    }

    // Block × player × replicate: marginal contributions. A drawn order and its reverse form one block, as they are
    // dependent.
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
