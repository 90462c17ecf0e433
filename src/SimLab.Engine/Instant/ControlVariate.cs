using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Model.Policies;
using SimLab.Model.Populations;

namespace SimLab.Engine.Instant;

/// <summary>
/// Corrects the reduced population by the full one. The law and the notice as written are simulated once with all firms
/// and the random draws of the instant mode. An instant answer is then shifted by the error of the reduced population
/// there: for both of them it is the full answer, and in between it is off only by the error of the reduced population
/// in the difference. There is one control variate for each set of assumptions asked for; until it exists, answers are
/// corrected by the first.
/// </summary>
/// <param name="Scenario">The notice as written, with the law as its baseline, as cut for the instant mode.</param>
/// <param name="Law">Full population under the law: one arm.</param>
/// <param name="Written">Full population under the notice: one arm.</param>
public sealed record ControlVariate(Scenario Scenario, RunSeries Law, RunSeries Written)
{
    // Bytes for enterprise state, as by default in `simlab run`.
    internal const long Memory = 2L << 30;

    /// <summary>Assumptions it was simulated under, see <see cref="AssumptionsOf"/>.</summary>
    public string Assumptions { get; } = AssumptionsOf(Scenario);

    /// <summary>Simulates law and notice with all firms.</summary>
    /// <param name="cut">Scenario as <see cref="InstantLab.Cut"/> gives it.</param>
    /// <param name="recipe">Recipe of the full population.</param>
    /// <param name="threads">Threads to use; fewer than all leave room for users who move levers meanwhile.</param>
    /// <param name="cancel">Cancels soon, also within a month.</param>
    public static async Task<ControlVariate> Simulate(
        Scenario cut, PopulationRecipe recipe, int threads, CancellationToken cancel = default)
    {
        await using var loop = new LoopExecutor(threads);
        var run = await Simulation.Run(new(RunPlan.Of(cut, recipe)), loop, Memory, cancel: cancel);
        return new(cut, run.Series.Arm(0), run.Series.Arm(1));
    }

    /// <summary>Whether it can correct the scenario: the same months and random draws.</summary>
    public bool Holds(Scenario cut) =>
        (cut.Start, cut.Months, cut.Seed, cut.Replicates) == (Scenario.Start, Scenario.Months, Scenario.Seed, Scenario.Replicates);

    /// <summary>A text that is the same for scenarios with the same assumptions.</summary>
    public static string AssumptionsOf(Scenario scenario) => ScenarioText.OfArm([], [], scenario.Behaviour, scenario.Macro);

    /// <summary>
    /// Position of the measures between law and notice: how many of the notice's measures they include, and how many it
    /// has.
    /// </summary>
    public (int Of, int In) Part(ImmutableArray<Measure> measures) =>
        (measures.Count(m => Scenario.Measures.Any(m.IsSameAs)), Math.Max(1, Scenario.Measures.Length));
}
