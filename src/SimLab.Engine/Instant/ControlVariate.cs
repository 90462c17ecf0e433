using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Model.Policies;
using SimLab.Model.Populations;

namespace SimLab.Engine.Instant;

/// <summary>
/// What holds the small population to the large one. All firms live the law and the notice as written once, with the luck of
/// the instant mode. An instant answer is then moved by what the small population missed there: it is the full answer for
/// both of them, and in between it is off only by what the small population gets wrong about the difference. There is one for
/// each set of assumptions that was asked for; until its own is there, an answer is held to the first.
/// </summary>
/// <param name="Scenario">The notice as written, with the law as its baseline, as the instant mode cuts it.</param>
/// <param name="Law">All firms under the law: one arm.</param>
/// <param name="Written">All firms under the notice: one arm.</param>
public sealed record ControlVariate(Scenario Scenario, RunSeries Law, RunSeries Written)
{
    // As the default of `simlab run`.
    internal const long Memory = 2L << 30;

    /// <summary>Under which it was lived, see <see cref="AssumptionsOf"/>.</summary>
    public string Assumptions { get; } = AssumptionsOf(Scenario);

    /// <param name="cut">As <see cref="InstantLab.Cut"/> gives it.</param>
    /// <param name="recipe">Of everybody.</param>
    /// <param name="threads">Fewer than all leave room for those who move levers meanwhile.</param>
    /// <param name="cancel">Stops soon, also within a month.</param>
    public static async Task<ControlVariate> Simulate(Scenario cut, PopulationRecipe recipe, int threads, CancellationToken cancel = default)
    {
        await using var loop = new LoopExecutor(threads);
        var run = await Simulation.Run(new(RunPlan.Of(cut, recipe)), loop, Memory, cancel: cancel);
        return new(cut, run.Series.Arm(0), run.Series.Arm(1));
    }

    /// <summary>Whether it can hold the scenario: the same months and luck.</summary>
    public bool Holds(Scenario cut) =>
        (cut.Start, cut.Months, cut.Seed, cut.Replicates) == (Scenario.Start, Scenario.Months, Scenario.Seed, Scenario.Replicates);

    /// <summary>A text that two scenarios share if they assume the same.</summary>
    public static string AssumptionsOf(Scenario scenario) => ScenarioText.OfArm([], [], scenario.Behaviour, scenario.Macro);

    /// <summary>How far the measures are from the law towards the notice: how many of its measures are among them.</summary>
    public (int Of, int In) Part(ImmutableArray<Measure> measures) =>
        (measures.Count(m => Scenario.Measures.Any(w => w.Name == m.Name)), Math.Max(1, Scenario.Measures.Length));
}
