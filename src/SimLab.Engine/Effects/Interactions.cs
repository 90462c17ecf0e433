using System.Collections.Immutable;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Statistics;

namespace SimLab.Engine.Effects;

/// <summary>Two measures together less the sum of each alone, in replicates that had no part in choosing the pair.</summary>
public sealed record Interaction(CataloguedMeasure First, CataloguedMeasure Second, PairedDifference Beyond);

/// <summary>
/// The pairs that interact most on one indicator. The largest of many numbers is large partly by luck, so pairs are chosen
/// in a few replicates and measured in others.
/// </summary>
/// <param name="Largest">Chosen as the most above zero.</param>
/// <param name="Smallest">Chosen as the most below zero.</param>
public sealed record Interactions(ImmutableArray<Interaction> Largest, ImmutableArray<Interaction> Smallest)
{
    /// <summary>Pairs chosen at either end.</summary>
    public const int Chosen = 3;

    /// <summary>Positions of the values most above and most below zero; a value of zero is never chosen.</summary>
    public static (ImmutableArray<int> Largest, ImmutableArray<int> Smallest) Choose(IReadOnlyList<double> values) =>
    (
        [.. Enumerable.Range(0, values.Count).Where(i => values[i] > 0).OrderByDescending(i => values[i]).Take(Chosen)],
        [.. Enumerable.Range(0, values.Count).Where(i => values[i] < 0).OrderBy(i => values[i]).Take(Chosen)]
    );
}
