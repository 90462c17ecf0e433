using System.Collections.Immutable;
using MathNet.Numerics.Statistics;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>Shortfall of a policy from the best policy, by future.</summary>
/// <param name="ByFuture">Regret by compared future; 0 where the policy is the best.</param>
/// <param name="Most">Maximum regret (Savage 1951).</param>
/// <param name="P90">
/// 90th percentile of regret, type 7: a milder worst case (Lempert, Groves, Popper and Bankes 2006 use a high
/// quantile).
/// </param>
/// <param name="Mean">Mean over the futures.</param>
/// <param name="BestShare">
/// Starr's domain criterion (Starr 1963; Schneller and Sphicas 1983): the share of futures in which the policy is the
/// best; several best policies share a future.
/// </param>
public sealed record PolicyRegret(
    int Policy, ImmutableArray<double> ByFuture, double Most, double P90, double Mean, double BestShare, Rank ByMost, Rank ByP90,
    Rank ByBestShare);

/// <summary>
/// Regret of several policies over the same futures. A future in which one policy has no number is left out for all.
/// </summary>
/// <param name="Futures">Positions of the compared futures.</param>
public sealed record Regret(ImmutableArray<PolicyRegret> Policies, ImmutableArray<int> Futures, Missing Missing)
{
    /// <summary>Computes the regret of each policy.</summary>
    /// <param name="outcomes">Policy × future.</param>
    /// <param name="higherIsBetter">Whether larger outcomes are better.</param>
    /// <exception cref="MethodException">In no future do all policies have a number.</exception>
    public static Regret Of(double[][] outcomes, bool higherIsBetter)
    {
        double[] whole = [
            .. Enumerable.Range(0, outcomes[0].Length).Select(f => outcomes.All(p => double.IsFinite(p[f])) ? 0 : double.NaN)];
        var missing = Missing.In(whole);
        int[] futures = [.. Enumerable.Range(0, whole.Length).Where(f => whole[f] == 0)];
        if (futures.Length == 0) throw new MethodException(
            $"In none of the {whole.Length} futures do all policies have a number, so they cannot be compared.");
        var sign = higherIsBetter ? 1 : -1;
        double[] best = [.. futures.Select(f => outcomes.Max(p => sign * p[f]))];
        double[][] regrets = [.. outcomes.Select(p => futures.Select((f, i) => best[i] - sign * p[f]).ToArray())];
        int[] winners = [.. futures.Select((_, i) => regrets.Count(r => r[i] == 0))];

        double[] most = [.. regrets.Select(r => r.Max())];
        double[] p90 = [.. regrets.Select(r => SortedArrayStatistics.QuantileCustom([.. r.Order()], 0.9, QuantileDefinition.R7))];
        double[] share = [.. regrets.Select(r => r.Select((regret, i) => regret == 0 ? 1.0 / winners[i] : 0).Sum() / futures.Length)];
        var (byMost, byP90, byShare) = (Ranking.Ascending(most), Ranking.Ascending(p90), Ranking.Descending(share));
        return new(
            [.. regrets.Select((r, p) =>
                new PolicyRegret(p, [.. r], most[p], p90[p], r.Average(), share[p], byMost[p], byP90[p], byShare[p]))],
            [.. futures], missing);
    }
}
