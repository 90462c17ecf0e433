using System.Collections.Immutable;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.Engine.Calibration.Trials;

/// <summary>The benchmark of effects: what others measured, and how each is measured again in the model.</summary>
/// <param name="File">Full path of its file.</param>
/// <param name="Name">Its name.</param>
/// <param name="Scenario">The law that all firms of all trials are under; gives population, seed and behaviour.</param>
/// <param name="From">First month of every treatment.</param>
/// <param name="Replicates">Replicates of each trial; at least 2.</param>
/// <param name="Enterprises">Number of representative firms; null: all firms of the scenario's population.</param>
/// <param name="Effects">The effects, in the order of the file.</param>
public sealed record EffectsOfOthers(
    string File, string Name, Scenario Scenario, Month From, int Replicates, int? Enterprises,
    ImmutableArray<MeasuredEffect> Effects)
{
    /// <summary>Former names in its files, to show to the user.</summary>
    public ImmutableArray<FormerName> FormerNames { get; init; } = [];
}
