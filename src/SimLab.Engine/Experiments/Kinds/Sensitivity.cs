using System.Collections.Immutable;
using System.Numerics;
using SimLab.Engine.Execution;
using SimLab.Engine.Experiments.Methods;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>
/// Levers and assumptions the outcomes depend on, by up to three methods: one at a time over its range, Morris'
/// elementary effects, Sobol indices. The output of a point is the mean over its replicates, with common random numbers
/// at all points.
/// </summary>
/// <param name="Methods">Of "tornado", "morris", "sobol".</param>
public sealed record Sensitivity(ImmutableArray<string> Methods, int Trajectories, int Levels, int Rows) : ExperimentKind
{
    private const string OneAtATime = "tornado", MorrisMethod = "morris", SobolMethod = "sobol";

    private static readonly WordsSetting MethodsSetting = new(
        "methods", "tornado: one factor at a time; morris: elementary effects; sobol: first-order and total indices.",
        [OneAtATime, MorrisMethod, SobolMethod]);
    private static readonly WholeSetting TrajectoriesSetting = new(
        "trajectories", "Of Morris' method; each takes one point more than there are factors.", 2, 1_000_000, 10);
    private static readonly WholeSetting LevelsSetting = new("levels", "Of Morris' grid; an even number.", 2, 100, 4);
    private static readonly WholeSetting RowsSetting = new(
        "rows", "Of the Sobol design, best a power of two; each takes two points more than there are factors.", 2, 10_000_000, 64);

    /// <summary>Name, settings and reader of this kind.</summary>
    public static ExperimentKindInfo Form { get; } = new(
        "sensitivity", "Which levers and assumptions the outcomes depend on: tornado, Morris, Sobol.", NeedsFactors: true,
        [MethodsSetting, TrajectoriesSetting, LevelsSetting, RowsSetting],
        given => new Sensitivity(given.Of(MethodsSetting), given.Of(TrajectoriesSetting), given.Of(LevelsSetting), given.Of(RowsSetting)));

    public override string Name => Form.Name;

    public override BigInteger Arms(Experiment experiment)
    {
        BigInteger factors = experiment.Factors.Length, arms = 0;
        if (Methods.Contains(OneAtATime)) arms += 1 + 2 * factors;
        if (Methods.Contains(MorrisMethod)) arms += Trajectories * (factors + 1);
        if (Methods.Contains(SobolMethod)) arms += Rows * (factors + 2);
        return arms;
    }

    public override async Task<ExperimentFindings> Run(Experiment experiment, Laboratory laboratory)
    {
        Factor[] factors = [.. experiment.Factors.Select(factor => factor.Range)];
        var morris = Methods.Contains(MorrisMethod) ? MorrisDesign.Of(factors.Length, Trajectories, experiment.Seed, Levels) : null;
        var sobol = Methods.Contains(SobolMethod) ? SaltelliDesign.Of(factors.Length, Rows, experiment.Seed) : null;
        List<double[]> points = [];
        var tornadoAt = Add(
            Methods.Contains(OneAtATime)
            ? Tornado.Design(experiment.Standing, [.. factors.Select(f => f.At(0))], [.. factors.Select(f => f.At(1))]) : []);
        var morrisAt = Add(morris is null ? [] : factors.At(morris.Points));
        var sobolAt = Add(sobol is null ? [] : factors.At(sobol.Points));
        ImmutableArray<ArmPlan> arms = [.. points.Select((point, i) => experiment.Turned($"point {i}", point))];
        var answers = await laboratory.Simulate(experiment, arms);

        var report = new SensitivityReport(experiment);
        for (var o = 0; o < experiment.Outcomes.Length; o++)
        {
            var means = answers.Means(o);
            if (Methods.Contains(OneAtATime)) report.Add(o, Tornado.Read(means[tornadoAt]), factors);
            if (morris is not null) report.Add(o, Morris.Read(morris, means[morrisAt]));
            if (sobol is not null) report.Add(o, SobolIndices.Read(sobol, means[sobolAt], experiment.Seed));
        }
        return report.Findings(WorldsTable.Of(experiment, arms, answers, points));

        Range Add(double[][] design)
        {
            var first = points.Count;
            points.AddRange(design);
            return first..points.Count;
        }

    }
}
