using System.Collections.Immutable;

namespace SimLab.Model.Economy;

/// <summary>Setting of the macroeconomy in a run: start month, assumptions by arm, regions of districts.</summary>
/// <param name="Start">First month of the run.</param>
/// <param name="Behaviour">Behavioural parameters, by arm.</param>
/// <param name="Macro">Exogenous environment, by arm.</param>
/// <param name="Districts">Region, by district.</param>
public sealed record EconomySetting(
    Month Start, ImmutableArray<BehaviouralParameters> Behaviour, ImmutableArray<Macro> Macro, ImmutableArray<Region> Districts);
