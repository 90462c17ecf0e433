using System.Collections.Immutable;
using System.Globalization;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Grains;
using SimLab.Engine.Populations;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;
using SimLab.Model.Populations;

namespace SimLab.Engine.Experiments.Running;

/// <summary>
/// Everything the worlds of an experiment share: months, seed, firms, and the outcomes to read. Arms with other figures of the
/// population have a frame of their own, which differs in its firms only (<see cref="With"/>).
/// </summary>
public sealed class WorldFrame
{
    private readonly RunPlan _plan;
    private readonly Population _population;

    /// <summary>Prepares a frame.</summary>
    /// <param name="scenario">
    /// Gives the first month, and the macro and behavioural parameters of arms without their own.
    /// </param>
    /// <param name="months">Length of every world.</param>
    /// <param name="seed">Of the run's random keys.</param>
    /// <param name="outcomes">Numbers to read of each world.</param>
    /// <param name="recipe">Recipe of the population.</param>
    /// <param name="population">Population generated from it.</param>
    public WorldFrame(
        Scenario scenario, int months, ulong seed, ImmutableArray<ExperimentOutcome> outcomes, PopulationRecipe recipe,
            Population population)
        : this(
            new RunPlan
            {
                Start = scenario.Start,
                Months = months,
                Replicates = 1,
                Seed = seed,
                Macro = scenario.Macro,
                Behaviour = scenario.Behaviour,
                Arms = [],
                Population = recipe,
            }, outcomes, population)
    {
    }

    private WorldFrame(RunPlan plan, ImmutableArray<ExperimentOutcome> outcomes, Population population)
    {
        (_plan, Outcomes, _population) = (plan, outcomes, population);
        PopulationPrint = RunCache.PrintOf(population).ToString("x16", CultureInfo.InvariantCulture);
        var materials = new RunMaterials(_plan, population);
        BytesAWorld = (long)Enterprises * Enterprise.Bytes
            + 3L * sizeof(long) * Tally.WidthFor(materials.Measures.Count) * Places.Industries * materials.Districts.Length;
        Address = string.Create(CultureInfo.InvariantCulture,
            $"simlab worlds 1\n{ModelBuild.Hash}\n{PopulationPrint}\n{_plan.Start} {_plan.Months} "
                + $"{_plan.Seed}\n{string.Join('\n', Outcomes.Select(o => o.Address))}");
    }

    /// <summary>Numbers to read of each world.</summary>
    public ImmutableArray<ExperimentOutcome> Outcomes { get; }

    /// <summary>Identifies a population.</summary>
    public string PopulationPrint { get; }

    /// <summary>Identifies everything that determines a world but its arm and its replicate.</summary>
    public string Address { get; }

    /// <summary>First simulated month.</summary>
    public Month Start => _plan.Start;
    /// <summary>Last simulated month.</summary>
    public Month Last => _plan.LastMonth;
    /// <summary>Months of every world.</summary>
    public int Months => _plan.Months;
    /// <summary>Enterprises in each world.</summary>
    public int Enterprises => _population.Firms.Length;

    /// <summary>
    /// Memory of one world while simulated, in bytes: its firms, and three copies of its totals by district.
    /// </summary>
    public long BytesAWorld { get; }

    /// <summary>The frame whose firms are generated, with the same draws, from a recipe with other figures.</summary>
    /// <exception cref="PopulationMismatchException">The figures contradict each other.</exception>
    public WorldFrame With(ImmutableSortedDictionary<string, double> figures)
    {
        var recipe = _plan.Population.With(figures);
        return new(_plan with { Population = recipe }, Outcomes, PopulationGenerator.Generate(recipe, _plan.Seed));
    }

    /// <summary>
    /// A run of the arms, whose figures of the population are those of this frame, with replicates up to, not including,
    /// <paramref name="next"/>.
    /// </summary>
    public RunMaterials Of(ImmutableArray<ArmPlan> arms, int next, int? months = null)
    {
        var (behaviour, macro) = (arms[0].Behaviour!, arms[0].Macro!);
        return new(_plan with
        {
            Arms = [.. arms.Select(arm =>
                arm with
                {
                    Behaviour = arm.Behaviour == behaviour ? null : arm.Behaviour,
                    Macro = arm.Macro == macro ? null : arm.Macro,
                    Figures = ImmutableSortedDictionary<string, double>.Empty,
                })],
            Replicates = next,
            Months = months ?? _plan.Months,
            Behaviour = behaviour,
            Macro = macro,
        }, _population);
    }

    /// <summary>All outcomes of one world; NaN where one is unknown.</summary>
    public double[] Read(RunSeries series, int arm, int replicate) =>
        [.. Outcomes.Select(outcome => outcome.Read(series, arm, replicate) ?? double.NaN)];
}
