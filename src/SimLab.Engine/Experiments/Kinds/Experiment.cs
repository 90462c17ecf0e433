using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Engine.Experiments.Running;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Populations;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>Stop rule: run until the interval of an outcome is narrow enough, or the budget is spent.</summary>
/// <param name="Outcome">Position among the outcomes.</param>
/// <param name="HalfWidth">Half-width of the 95 % interval, in the outcome's unit.</param>
/// <param name="Worlds">Maximum number of worlds, all arms together.</param>
public sealed record Until(int Outcome, double HalfWidth, int Worlds);

/// <summary>
/// An experiment as its file describes it: a kind with its settings, scenarios, factors and outcomes. Read by
/// <c>ExperimentFile</c>.
/// </summary>
public sealed record Experiment
{
    /// <summary>Name for readers.</summary>
    public required string Name { get; init; }
    /// <summary>Name in Chinese; null: none.</summary>
    public string? NameZh { get; init; }
    /// <summary>Remark of its author; null: none.</summary>
    public string? Note { get; init; }
    /// <summary>The paragraph in Chinese; null: none.</summary>
    public string? NoteZh { get; init; }

    /// <summary>Full path of its file.</summary>
    public required string File { get; init; }

    /// <summary>The kind of experiment with its settings.</summary>
    public required ExperimentKind Kind { get; init; }

    /// <summary>
    /// The first gives start, population, targets and, unless the experiment says otherwise, seed and replicates to
    /// all.
    /// </summary>
    public required ImmutableArray<Scenario> Scenarios { get; init; }

    /// <summary>Enterprises of the reduced population; null: the whole population.</summary>
    public int? Enterprises { get; init; }

    /// <summary>Last simulated month.</summary>
    public required Month Last { get; init; }

    /// <summary>Replicates of each arm; with <see cref="Until"/>, the fewest.</summary>
    public required int Replicates { get; init; }

    /// <summary>Stop rule; null: a fixed number of replicates.</summary>
    public Until? Until { get; init; }
    /// <summary>Seed of all random keys.</summary>
    public required ulong Seed { get; init; }
    /// <summary>Factors it varies; empty: none.</summary>
    public ImmutableArray<ExperimentFactor> Factors { get; init; } = [];
    /// <summary>Numbers it reads of every world.</summary>
    public required ImmutableArray<ExperimentOutcome> Outcomes { get; init; }

    /// <summary>
    /// Former names in its file and its scenarios, to show to the user; each was read as its present name.
    /// </summary>
    public ImmutableArray<FormerName> FormerNames { get; init; } = [];

    /// <summary>The first scenario.</summary>
    public Scenario Scenario => Scenarios[0];

    /// <summary>Simulated months.</summary>
    public int Months => Last - Scenario.Start + 1;

    /// <summary>Everything its worlds share.</summary>
    /// <param name="recipe">Recipe of the population.</param>
    /// <param name="population">Population generated from it.</param>
    public WorldFrame Frame(PopulationRecipe recipe, Population population) => new(Scenario, Months, Seed, Outcomes, recipe, population);

    /// <summary>The scenario as an arm of a run.</summary>
    public static ArmPlan Arm(Scenario scenario, string name) =>
        new(name, scenario.Measures)
        { Later = scenario.Later, Behaviour = scenario.Behaviour, Macro = scenario.Macro, Figures = scenario.Figures };

    /// <summary>An arm with the factors at the values, in their order.</summary>
    public ArmPlan Turned(string name, IReadOnlyList<double> values) => Arm(Turned(Scenario, values), name);

    /// <summary>A scenario with the factors at the values, in their order.</summary>
    public Scenario Turned(Scenario scenario, IReadOnlyList<double> values) =>
        Factors.Select((factor, i) => (factor, i)).Aggregate(scenario, (turned, at) => at.factor.Turn(turned, values[at.i]));

    /// <summary>Values of the factors in the scenario itself, by factor.</summary>
    public double[] Standing => [.. Factors.Select(factor => factor.In(Scenario))];
}
