using System.Collections.Immutable;
using SimLab.Model.Policies;

namespace SimLab.Model.Economy;

/// <summary>
/// Setting of the macroeconomy in a run: province, measures, start month, assumptions by arm, regions of districts, industries.
/// </summary>
/// <param name="Province">Its regions and chains.</param>
/// <param name="Measures">Measures of the run.</param>
/// <param name="Start">First month of the run.</param>
/// <param name="Behaviour">Behavioural parameters, by arm.</param>
/// <param name="Macro">Exogenous environment, by arm.</param>
/// <param name="Districts">Region, by district.</param>
/// <param name="Industries">Typical ratios of the recipe, by industry.</param>
/// <param name="Payers">Who pays for each measure, by arm, then number of the measure.</param>
public sealed record EconomySetting(
    Province Province, MeasureIndex Measures, Month Start, ImmutableArray<BehaviouralParameters> Behaviour,
    ImmutableArray<Macro> Macro, ImmutableArray<Region> Districts, ImmutableArray<IndustryTraits> Industries,
    ImmutableArray<ImmutableArray<Payer>> Payers);
