using System.Collections.Immutable;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Statistics;

namespace SimLab.Engine.Effects;

/// <summary>
/// The effect of two measures together less the sum of each alone, in replicates not used to choose the pair.
/// </summary>
public sealed record Interaction(CataloguedMeasure First, CataloguedMeasure Second, PairedDifference Beyond);

/// <summary>
/// The pairs that interact most on one indicator. The largest of many numbers is large partly by chance, so some
/// replicates choose the pairs and others measure them.
/// </summary>
/// <param name="Largest">Pairs chosen as the most above zero.</param>
/// <param name="Smallest">Pairs chosen as the most below zero.</param>
public sealed record Interactions(ImmutableArray<Interaction> Largest, ImmutableArray<Interaction> Smallest)
{
    /// <summary>Number of pairs chosen at either end.</summary>
    public const int Chosen = 3;

    /// <summary>Positions of the values most above and most below zero; a value of zero is never chosen.</summary>
    public static (ImmutableArray<int> Largest, ImmutableArray<int> Smallest) Choose(IReadOnlyList<double> values) =>
    (
        [.. Enumerable.Range(0, values.Count).Where(i => values[i] > 0).OrderByDescending(i => values[i]).Take(Chosen)],
        [.. Enumerable.Range(0, values.Count).Where(i => values[i] < 0).OrderBy(i => values[i]).Take(Chosen)]
    );
}
