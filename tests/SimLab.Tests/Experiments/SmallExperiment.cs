using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Experiments.Methods;
using SimLab.Engine.Experiments.Running;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Messages;
using SimLab.Model.Populations;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Experiments;

/// <summary>Experiments on the small province, from 2022-01 to 2023-04, so that the notice is in force for two months.</summary>
internal static class SmallExperiment
{
    public static readonly Month Last = Month.Of(2023, 4);

    private static readonly Lazy<Population> Firms = new(() => SmallProvince.Materials().Population);

    public static Scenario Notice { get; } = ScenarioFile.Read(
        Repository.File("scenarios", "gansu-2023.yaml"), MeasureCatalog.Default)
        with
    { Seed = 7, Baseline = null, Behaviour = new(), Macro = new() };

    public static Scenario Law { get; } = Notice with { Name = "law", Measures = [] };

    public static ImmutableArray<ExperimentOutcome> Outcomes { get; } =
    [
        new IndicatorAt("jobs", "jobs", "people", Last),
        new PublicCostOver("cost", null, Notice.Start, Last),
        new IndicatorOver("loans", Indicator.SmeLoansGranted, Month.Of(2023, 3), Last),
    ];

    public static ExperimentFactor Reward { get; } = new(
        FactorKind.Lever, "CultivateSpecialisedSmes", "provincialReward", null, "yuan",
        Factor.Integers("CultivateSpecialisedSmes.provincialReward", 0, 1_000_000));

    public static ExperimentFactor Readiness { get; } = new(
        FactorKind.Behaviour, "behaviour", "readinessToAsk", null, "chance a month, given a gap",
        Factor.Range("behaviour.readinessToAsk", 0.2, 0.7));

    /// <summary>Holders of the specialised title at month zero, a figure of the population.</summary>
    public static ExperimentFactor Specialised { get; } = new(
        FactorKind.Population, "population", "titles.specialised", null, "firms",
        Factor.Integers("population.titles.specialised", 1, 100_000))
    { Standing = SmallProvince.Plan.Population.Titles.Specialised.Value };

    public static Experiment Of(ExperimentKind kind, params ImmutableArray<ExperimentFactor> factors) => new()
    {
        Name = "small",
        File = "small.yaml",
        Kind = kind,
        Scenarios = [Notice],
        Last = Last,
        Replicates = 2,
        Seed = 7,
        Factors = factors,
        Outcomes = Outcomes,
    };

    /// <summary>The notice without each of the first measures in turn: arms that part in March 2023.</summary>
    public static ArmPlan[] Without(int arms) =>
        [.. Enumerable.Range(0, arms).Select(i => Experiment.Arm(Notice with { Measures = Notice.Measures.RemoveAt(i) }, $"without {i}"))];

    public static WorldFrame Frame(Experiment experiment) => experiment.Frame(SmallProvince.Plan.Population, Firms.Value);

    public static WorldRunner Worlds(
        Experiment experiment, WorldStore? store = null, Func<CancellationToken, Task<IExecutor>>? executors = null,
            long memory = long.MaxValue,
        IProgress<WorldsProgress>? progress = null, CancellationToken? cancel = null) =>
        new(Frame(experiment), store ?? WorldStore.InMemory(), executors ?? (_ => Task.FromResult<IExecutor>(new LoopExecutor())),
            memory, progress, cancel ?? TestContext.Current.CancellationToken);

    /// <summary>Memory for so many worlds at a time.</summary>
    public static long Room(Experiment experiment, int worlds) => Frame(experiment).BytesAWorld * worlds;

    public static async Task<ExperimentFindings> Run(
        Experiment experiment, Func<CancellationToken, Task<IExecutor>>? executors = null, long memory = long.MaxValue)
    {
        await using var worlds = Worlds(experiment, executors: executors, memory: memory);
        return await new Laboratory(worlds).Run(experiment);
    }
}
