using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Engine.Experiments.Running;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Populations;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>Run until the interval of an outcome is narrow enough, or the budget is spent.</summary>
/// <param name="Outcome">Position among the outcomes.</param>
/// <param name="HalfWidth">Of the 95 % interval, in the outcome's unit.</param>
/// <param name="Worlds">Most worlds, all arms together.</param>
public sealed record Until(int Outcome, double HalfWidth, int Worlds);

/// <summary>A study as its file asks for it: a kind with its settings, scenarios, what is varied and what is read. Read by <c>ExperimentFile</c>.</summary>
public sealed record Experiment
{
    public required string Name { get; init; }
    public string? NameZh { get; init; }
    public string? Note { get; init; }

    /// <summary>Full path of the file it was read from.</summary>
    public required string File { get; init; }

    /// <summary>What is done, with the settings of its kind.</summary>
    public required ExperimentKind Kind { get; init; }

    /// <summary>The first gives start, population, targets and, unless the experiment says otherwise, seed and replicates to all.</summary>
    public required ImmutableArray<Scenario> Scenarios { get; init; }

    /// <summary>Enterprises of the reduced population; null: the whole one.</summary>
    public int? Enterprises { get; init; }

    /// <summary>Worlds are lived to its end.</summary>
    public required Month Last { get; init; }

    /// <summary>Draws of luck in each arm; with <see cref="Until"/>, the fewest.</summary>
    public required int Replicates { get; init; }

    public Until? Until { get; init; }
    public required ulong Seed { get; init; }
    public ImmutableArray<ExperimentFactor> Factors { get; init; } = [];
    public required ImmutableArray<ExperimentOutcome> Outcomes { get; init; }

    /// <summary>Former words in its file and its scenarios, for the user to see: they were read as what they are called now.</summary>
    public ImmutableArray<FormerName> FormerNames { get; init; } = [];

    public Scenario Scenario => Scenarios[0];

    public int Months => Last - Scenario.Start + 1;

    /// <summary>What all its worlds share.</summary>
    /// <param name="recipe">Of the population.</param>
    /// <param name="population">Generated from it.</param>
    public WorldFrame Frame(PopulationRecipe recipe, Population population) => new(Scenario, Months, Seed, Outcomes, recipe, population);

    public static ArmPlan Arm(Scenario scenario, string name) => new(name, scenario.Measures) { Later = scenario.Later, Behaviour = scenario.Behaviour, Macro = scenario.Macro };

    /// <summary>The scenario with the knobs at the values, in their order.</summary>
    public ArmPlan Turned(string name, IReadOnlyList<double> values) => Arm(Turned(Scenario, values), name);

    /// <summary>A scenario with the knobs at the values, in their order.</summary>
    public Scenario Turned(Scenario scenario, IReadOnlyList<double> values) =>
        Factors.Select((factor, i) => (factor, i)).Aggregate(scenario, (turned, at) => at.factor.Turn(turned, values[at.i]));

    /// <summary>Where the scenario itself has the knobs.</summary>
    public double[] Standing => [.. Factors.Select(factor => factor.In(Scenario))];
}
