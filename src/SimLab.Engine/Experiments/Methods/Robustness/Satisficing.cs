using System.Collections.Immutable;

namespace SimLab.Engine.Experiments.Methods;

/// <summary>Threshold of a good enough outcome.</summary>
public readonly record struct Requirement(double Threshold, bool AtLeast)
{
    /// <summary>Whether the value is good enough; NaN never is.</summary>
    public bool Meets(double value) => AtLeast ? value >= Threshold : value <= Threshold;
}

/// <summary>Share of futures in which a policy is good enough.</summary>
/// <param name="Share">Share of the futures in which it meets all requirements, with Wilson's 95 % interval.</param>
/// <param name="ByRequirement">Share of the futures in which it meets each.</param>
public sealed record PolicySatisficing(int Policy, Estimate Share, ImmutableArray<double> ByRequirement, Rank Rank);

/// <summary>
/// Satisficing across futures (Simon 1956; as a measure of robustness, Lempert and Collins 2007, Herman, Reed, Zeff and
/// Characklis 2015): the share of futures in which a policy meets its goals.
/// </summary>
public static class Satisficing
{
    /// <summary>Computes the shares of each policy.</summary>
    /// <param name="outcomes">Policy × future × requirement.</param>
    public static ImmutableArray<PolicySatisficing> Of(double[][][] outcomes, IReadOnlyList<Requirement> requirements)
    {
        int[] met = [.. outcomes.Select(policy => policy.Count(future => requirements.Zip(future, (r, v) => r.Meets(v)).All(m => m)))];
        var ranks = Ranking.Descending([.. met.Select((count, p) => (double)count / outcomes[p].Length)]);
        return [.. outcomes.Select((policy, p) => new PolicySatisficing(p, Proportion.Wilson(met[p], policy.Length),
            [.. requirements.Select((r, i) => (double)policy.Count(future => r.Meets(future[i])) / policy.Length)], ranks[p]))];
    }
}
