using System.Collections.Immutable;
using SimLab.Engine.Effects;
using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Statistics;
using SimLab.Model;
using SimLab.Model.Policies;
using SimLab.Model.Populations;
using SimLab.Tests.Determinism;

namespace SimLab.Tests.Effects;

/// <summary>The small province without measures, with each measure alone, and with all of them: one run that the tests share.</summary>
internal static class MeasuresAlone
{
    public const int Months = 30, Replicates = 16;

    public static readonly Month From = Month.Of(2023, 3);

    private static readonly Lazy<Task<RunResult>> Run = new(() => Simulate(Replicates, Months,
    [
        new("none", []),
        .. Measures.Select(m => new ArmPlan(m.Name, [Seen(Written(m))])),
        new("all", [.. Measures.Select(Written)]),
        new("all but public services", [.. Measures.Select(Written).Where(m => m is not PublicServices)]),
    ]));

    private static readonly Lazy<Population> Firms = new(() =>
        PopulationGenerator.Generate(SmallProvince.Plan.Population, SmallProvince.Plan.Seed));

    public static ImmutableArray<CataloguedMeasure> Measures => MeasureCatalog.Default.Measures;

    public static async Task<SimulatedArm> None() => new((await Run.Value).Series, 0);
    public static async Task<SimulatedArm> Alone(string measure) =>
        new((await Run.Value).Series, 1 + Measures.ToList().FindIndex(m => m.Name == measure));
    public static async Task<SimulatedArm> All() => new((await Run.Value).Series, Measures.Length + 1);
    public static async Task<SimulatedArm> AllButPublicServices() => new((await Run.Value).Series, Measures.Length + 2);

    public static Measure Written(CataloguedMeasure measure) => new Dose(measure, 1).From(From);

    // A twelfth of Gansu has few chain firms at a bank's door: they move further up its list than written.
    private static Measure Seen(Measure written) =>
        written is ChainFinance chain ? chain with { PledgeGain = 0.5, ChainPriority = 0.3 } : written;

    public static Task<RunResult> Simulate(int replicates, int months, ImmutableArray<ArmPlan> arms, IRecorder? recorder = null) =>
        SmallProvince.Simulate(
        Clustered(SmallProvince.Plan with { Replicates = replicates, Months = months, Arms = arms }), new LoopExecutor(),
            recorder: recorder);

    /// <summary>A twelfth of the firms is too few for clusters to form by themselves: here every small chain firm is
    /// in the one of its region.</summary>
    private static RunMaterials Clustered(RunPlan plan) => new(plan, Firms.Value with
    {
        Firms = [.. Firms.Value.Firms.Select(firm =>
            firm with { InCluster = firm.Chain != Chain.None && !firm.LeadsChain && firm.Weight == 1 })],
    });

    public static Gauge Gauge(Channel channel) => (series, arm, replicate) =>
        channel.Read(series, arm, replicate, From, series.Plan.LastMonth);

    public static string Shown(PairedDifference d) => $"{d.Mean:G4} [{d.Interval?.Low:G4}, {d.Interval?.High:G4}]";
}
