using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;
using SimLab.Model.Populations;

namespace SimLab.Engine.Effects;

/// <summary>What a study of measures runs on.</summary>
/// <param name="Scenario">Months, seed, macro, behaviour, targets; its measures are left aside.</param>
/// <param name="Recipe">Of the population.</param>
/// <param name="Population">Grown from it.</param>
/// <param name="Catalog">The measures studied, by clause.</param>
/// <param name="From">Every measure is in force from this month.</param>
/// <param name="Replicates">Of each measure alone, of all together, and of the pairs that interact most; at least 2.</param>
/// <param name="Memory">Bytes that enterprise state may take.</param>
public sealed record EffectsOrder(
    Scenario Scenario, PopulationRecipe Recipe, Population Population, MeasureCatalog Catalog, Month From, int Replicates, long Memory)
{
    public ImmutableArray<CataloguedMeasure> Measures => Catalog.Measures;

    public int DoseReplicates => Math.Max(2, Replicates / 2);

    /// <summary>In which all pairs are looked at to choose some; the chosen are measured in the others.</summary>
    public int PairReplicates => Math.Max(1, Replicates / 4);

    /// <summary>The document's year: pairs are lived to its end only.</summary>
    public Month FirstReading => Month.Of(From.Year, 12);

    public Month LastReading => Scenario.LastMonth;

    public Measure Written(int measure) => new Dose(Measures[measure], 1).From(From);

    public Measure[] WrittenBut(int clause) => [.. Measures.Select((_, i) => Written(i)).Where(m => m.Clause.Number != clause)];

    internal RunMaterials Materials(int replicates, Month last, IEnumerable<ArmPlan> arms) => new(
        RunPlan.Of(Scenario, Recipe) with { Arms = [.. arms], Replicates = replicates, Months = last - Scenario.Start + 1 }, Population);
}
