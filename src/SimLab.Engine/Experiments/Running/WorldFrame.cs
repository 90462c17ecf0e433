using System.Collections.Immutable;
using System.Globalization;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Grains;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;
using SimLab.Model.Populations;

namespace SimLab.Engine.Experiments.Running;

/// <summary>What all worlds of an experiment share: months, seed, firms, and what is read of each.</summary>
public sealed class WorldFrame
{
    private readonly RunPlan _plan;
    private readonly Population _population;

    /// <param name="scenario">Gives the first month, the economy and the behaviour where an arm has none of its own.</param>
    /// <param name="months">Of every world.</param>
    /// <param name="seed">Of the run's random keys.</param>
    /// <param name="outcomes">What is read of each world.</param>
    /// <param name="recipe">Of the population.</param>
    /// <param name="population">Grown from it.</param>
    public WorldFrame(
        Scenario scenario, int months, ulong seed, ImmutableArray<ExperimentOutcome> outcomes, PopulationRecipe recipe, Population population)
    {
        _population = population;
        Outcomes = outcomes;
        _plan = new RunPlan
        {
            Start = scenario.Start,
            Months = months,
            Replicates = 1,
            Seed = seed,
            Macro = scenario.Macro,
            Behaviour = scenario.Behaviour,
            Arms = [],
            Population = recipe,
        };
        PopulationPrint = RunCache.PrintOf(population).ToString("x16", CultureInfo.InvariantCulture);
        BytesAWorld = (long)Enterprises * Enterprise.Bytes + 3L * sizeof(long) * Tally.Width * Places.Industries * new RunMaterials(_plan, population).Districts.Length;
        Address = string.Create(CultureInfo.InvariantCulture,
            $"simlab worlds 1\n{ModelBuild.Hash}\n{PopulationPrint}\n{_plan.Start} {_plan.Months} {_plan.Seed}\n{string.Join('\n', Outcomes.Select(o => o.Address))}");
    }

    public ImmutableArray<ExperimentOutcome> Outcomes { get; }

    /// <summary>Tells one population from another.</summary>
    public string PopulationPrint { get; }

    /// <summary>Everything that determines a world but its arm and its replicate.</summary>
    public string Address { get; }

    public Month Start => _plan.Start;
    public Month Last => _plan.LastMonth;
    public int Months => _plan.Months;
    public int Enterprises => _population.Firms.Length;

    /// <summary>Memory one world takes while it is lived: its firms, and its totals by district, of which a month holds three copies.</summary>
    public long BytesAWorld { get; }

    /// <summary>A run of the arms with replicates up to, not including, <paramref name="next"/>.</summary>
    public RunMaterials Of(ImmutableArray<ArmPlan> arms, int next, int? months = null)
    {
        var (behaviour, macro) = (arms[0].Behaviour!, arms[0].Macro!);
        return new(_plan with
        {
            Arms = [.. arms.Select(arm => arm with { Behaviour = arm.Behaviour == behaviour ? null : arm.Behaviour, Macro = arm.Macro == macro ? null : arm.Macro })],
            Replicates = next,
            Months = months ?? _plan.Months,
            Behaviour = behaviour,
            Macro = macro,
        }, _population);
    }

    /// <summary>All outcomes of one world; NaN where one cannot be known.</summary>
    public double[] Read(RunSeries series, int arm, int replicate) => [.. Outcomes.Select(outcome => outcome.Read(series, arm, replicate) ?? double.NaN)];
}
