using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;
using SimLab.Model.Populations;

namespace SimLab.Engine.Effects;

/// <summary>Inputs of the effects experiment.</summary>
/// <param name="Scenario">Gives months, seed, macro, behaviour and targets; its measures are ignored.</param>
/// <param name="Recipe">Recipe of the population.</param>
/// <param name="Population">Population generated from it.</param>
/// <param name="Catalog">The measures to examine, by document and clause.</param>
/// <param name="From">First month of every measure.</param>
/// <param name="Replicates">
/// Replicates of each measure alone, of all together, and of the pairs that interact most; at least 2.
/// </param>
/// <param name="Memory">Bytes available to enterprise state.</param>
public sealed record EffectsOrder(
    Scenario Scenario, PopulationRecipe Recipe, Population Population, MeasureCatalog Catalog, Month From, int Replicates, long Memory)
{
    /// <summary>The measures to examine, by document and clause.</summary>
    public ImmutableArray<CataloguedMeasure> Measures => Catalog.Measures;

    /// <summary>A measure in a table: its clause or, beside measures of other documents, its id.</summary>
    public string Label(CataloguedMeasure measure) => Catalog.Documents.Skip(1).Any() ? $"{measure.Id}" : $"{measure.Clause.Number}";

    /// <summary>Replicates of each dose.</summary>
    public int DoseReplicates => Math.Max(2, Replicates / 2);

    /// <summary>Replicates for choosing pairs; the other replicates measure the chosen pairs.</summary>
    public int PairReplicates => Math.Max(1, Replicates / 4);

    /// <summary>End of the document's year, the last month of pairs.</summary>
    public Month FirstReading => Month.Of(From.Year, 12);

    /// <summary>The last month of the scenario.</summary>
    public Month LastReading => Scenario.LastMonth;

    /// <summary>The measure at that position, as written.</summary>
    public Measure Written(int measure) => new Dose(Measures[measure], 1).From(From);

    /// <summary>All measures as written, but those of that kind.</summary>
    public Measure[] WrittenBut<TMeasure>() where TMeasure : Measure =>
        [.. Measures.Select((_, i) => Written(i)).Where(m => m is not TMeasure)];

    internal RunMaterials Materials(int replicates, Month last, IEnumerable<ArmPlan> arms) => new(
        RunPlan.Of(Scenario, Recipe) with { Arms = [.. arms], Replicates = replicates, Months = last - Scenario.Start + 1 }, Population);
}
