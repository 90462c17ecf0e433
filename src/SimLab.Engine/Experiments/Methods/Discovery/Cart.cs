using System.Collections.Immutable;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>Settings of <see cref="Cart"/>.</summary>
/// <param name="Depth">Maximum number of questions from the root to a leaf.</param>
/// <param name="LeastLeaf">Minimum number of runs in a leaf.</param>
/// <param name="Pruning">
/// Cost-complexity pruning (Breiman et al. 1984): a branch stays only if each of its extra leaves removes at least this
/// share of the root's squared error. 0: no pruning.
/// </param>
public sealed record CartSettings(int Depth = 4, int LeastLeaf = 10, double Pruning = 0);

/// <summary>A node: a leaf, or a question with two answers.</summary>
/// <param name="Limits">The box of the node, by factor.</param>
/// <param name="Mean">Mean of the outcome: the share of cases of interest when it is 0 or 1.</param>
/// <param name="Error">Sum of squared deviations from the mean.</param>
/// <param name="Factor">Factor of the question; −1 at a leaf.</param>
/// <param name="Yes">Runs within the question's limit: at most the threshold, or of one of the categories.</param>
public sealed record CartNode(
    ImmutableArray<Limit> Limits, ImmutableArray<int> Inside, double Mean, double Error, int Factor, CartNode? Yes, CartNode? No)
{
    /// <summary>It has no question.</summary>
    public bool IsLeaf => Yes is null;

    /// <summary>All leaves below the node, or itself.</summary>
    public IEnumerable<CartNode> Leaves => Yes is null ? [this] : Yes.Leaves.Concat(No!.Leaves);

    /// <summary>Mean of the leaf that contains the point.</summary>
    public double Predict(IReadOnlyList<double> point) =>
        Yes is null ? Mean : (Yes.Limits[Factor].Holds(point[Factor]) ? Yes : No!).Predict(point);
}

/// <summary>
/// Classification and regression tree: Breiman, Friedman, Olshen and Stone (1984). Each question is the one that
/// removes most squared error; for an outcome of 0 and 1 that is half the Gini index, so the same tree classifies.
/// Categories are ordered by their mean outcome, which suffices to find their best division (Fisher 1958).
/// </summary>
public static class Cart
{
    // Two questions whose gains differ by less than rounding are equal; the earlier factor wins.
    private const double Rounding = 1e-12;

    /// <summary>Grows and prunes a tree.</summary>
    public static CartNode Grow(Cases cases, CartSettings? settings = null)
    {
        settings ??= new();
        var root = Grow(
            cases, settings, [.. Enumerable.Range(0, cases.Factors).Select(cases.Whole)], [.. Enumerable.Range(0, cases.Points.Length)], 0);
        return settings.Pruning > 0 ? Pruned(root, settings.Pruning * root.Error) : root;
    }

    /// <summary>
    /// Collapses repeatedly the branch whose extra leaves remove least error, while that is less than
    /// <paramref name="price"/> per leaf.
    /// </summary>
    public static CartNode Pruned(CartNode root, double price)
    {
        while (Branches(root).MinBy(Gain) is { } weakest && Gain(weakest) < price)
            root = Replaced(root, weakest);
        return root;
    }

    private static CartNode Grow(Cases cases, CartSettings settings, ImmutableArray<Limit> limits, ImmutableArray<int> inside, int depth)
    {
        var mean = inside.Average(i => cases.Outcome[i]);
        var error = inside.Sum(i => (cases.Outcome[i] - mean) * (cases.Outcome[i] - mean));
        var leaf = new CartNode(limits, inside, mean, error, -1, null, null);
        if (depth >= settings.Depth || inside.Length < 2 * settings.LeastLeaf || error <= 0) return leaf;
        (double Gain, int Factor, Limit Yes, Limit No)? best = null;
        for (var f = 0; f < cases.Factors; f++)
            if (Question(cases, limits[f], inside, f, settings.LeastLeaf) is { } question && question.Gain > (best?.Gain ?? 0)
                + Rounding * error)
                best = (question.Gain, f, question.Yes, question.No);
        if (best is not { } asked) return leaf;
        CartNode Side(Limit limit, bool yes) => Grow(cases, settings, limits.SetItem(asked.Factor, limit),
            [.. inside.Where(i => asked.Yes.Holds(cases.Points[i][asked.Factor]) == yes)], depth + 1);
        return leaf with { Factor = asked.Factor, Yes = Side(asked.Yes, true), No = Side(asked.No, false) };
    }

    private static (double Gain, Limit Yes, Limit No)? Question(
        Cases cases, Limit limit, ImmutableArray<int> inside, int factor, int leastLeaf)
    {
        var categorical = cases.Categorical[factor];
        var meanOf = categorical
            ? inside.GroupBy(i => cases.Points[i][factor]).ToDictionary(g => g.Key, g => g.Average(i => cases.Outcome[i]))
            : [];
        double[] Key(int i) => categorical ? [meanOf[cases.Points[i][factor]], cases.Points[i][factor]] : [cases.Points[i][factor]];
        int[] order = [.. inside.OrderBy(i => Key(i)[0]).ThenBy(i => cases.Points[i][factor]).ThenBy(i => i)];
        double[] values = [.. order.Select(i => cases.Points[i][factor])];
        var total = order.Sum(i => cases.Outcome[i]);
        double left = 0, gain = 0;
        var cut = -1;
        for (var n = 1; n < order.Length; n++)
        {
            left += cases.Outcome[order[n - 1]];
            if (values[n] == values[n - 1] || n < leastLeaf || order.Length - n < leastLeaf) continue;
            var between = left * left / n + (total - left) * (total - left) / (order.Length - n) - total * total / order.Length;
            if (between > gain) (gain, cut) = (between, n);
        }
        if (cut < 0) return null;
        if (!categorical)
        {
            var threshold = (values[cut - 1] + values[cut]) / 2;
            return (gain, limit with { High = threshold }, limit with { Low = threshold });
        }
        ImmutableArray<double> yes = [.. values.Take(cut).Distinct().Order()];
        return (gain, limit with { Allowed = yes }, limit with { Allowed = [.. limit.Allowed.Except(yes)] });
    }

    private static IEnumerable<CartNode> Branches(CartNode node) =>
        node.IsLeaf ? [] : Branches(node.Yes!).Concat(Branches(node.No!)).Append(node);

    private static double Gain(CartNode branch)
    {
        var (error, leaves) = (0.0, 0);
        foreach (var leaf in branch.Leaves) (error, leaves) = (error + leaf.Error, leaves + 1);
        return (branch.Error - error) / (leaves - 1);
    }

    private static CartNode Replaced(CartNode node, CartNode weakest) =>
        ReferenceEquals(node, weakest) ? node with { Factor = -1, Yes = null, No = null }
        : node.IsLeaf ? node
        : node with { Yes = Replaced(node.Yes!, weakest), No = Replaced(node.No!, weakest) };
}
