using System.Collections.Immutable;

namespace SimLab.Model.Economy;

/// <summary>What a run gives the macroeconomy once: when it starts, what each arm assumes, and where its districts lie.</summary>
/// <param name="Start">First month of the run.</param>
/// <param name="Behaviour">How people behave, by arm.</param>
/// <param name="Macro">The world outside, by arm.</param>
/// <param name="Districts">Region by district.</param>
public sealed record EconomySetting(
    Month Start, ImmutableArray<BehaviouralParameters> Behaviour, ImmutableArray<Macro> Macro, ImmutableArray<Region> Districts);
