using System.Collections.Immutable;
using System.Numerics;
using SimLab.Engine.Execution;
using SimLab.Engine.Experiments.Methods;
using SimLab.Engine.Experiments.Running;
using SimLab.Engine.Statistics;
using SimLab.Pages.Charts;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>The outcomes over a box of factors: on a grid, a Latin hypercube or a Sobol sequence.</summary>
/// <param name="Design">"grid", "latin-hypercube" or "sobol".</param>
/// <param name="Points">Number of points of a hypercube or sequence.</param>
/// <param name="Steps">Levels of each factor of a grid that is a range.</param>
public sealed record Sweep(string Design, int Points, int Steps) : ExperimentKind
{
    private const string GridDesign = "grid", Hypercube = "latin-hypercube";

    private static readonly WordSetting DesignSetting = new(
        "design", "How points are chosen: every combination, a Latin hypercube, or a Sobol sequence.", [GridDesign, Hypercube, "sobol"]);
    private static readonly WholeSetting PointsSetting = new(
        "points", "Points of a Latin hypercube or a Sobol sequence.", 1, 10_000_000, 64);
    private static readonly WholeSetting StepsSetting = new(
        "steps", "Steps of a grid from the low to the high end of a factor without listed values.", 1, 10_000_000, 5);

    /// <summary>Name, settings and reader of this kind.</summary>
    public static ExperimentKindInfo Form { get; } = new(
        "sweep", "The outcomes over ranges of levers, dates and assumptions.", NeedsFactors: true,
            [DesignSetting, PointsSetting, StepsSetting],
        given => new Sweep(given.Of(DesignSetting), given.Of(PointsSetting), given.Of(StepsSetting)));

    public override string Name => Form.Name;

    public override BigInteger Arms(Experiment experiment) => Design == GridDesign ? Grid.Count(Ranges(experiment), Steps) : Points;

    public override async Task<ExperimentFindings> Run(Experiment experiment, Laboratory laboratory)
    {
        var factors = Ranges(experiment);
        var points = Design switch
        {
            GridDesign => Grid.Points(factors, Steps, Laboratory.MostWorlds),
            Hypercube => factors.At(LatinHypercube.Sample(Points, factors.Length, experiment.Seed)),
            _ => factors.At(new SobolSequence(factors.Length, experiment.Seed).Points(Points)),
        };
        ImmutableArray<ArmPlan> arms = [.. points.Select((point, i) => experiment.Turned($"point {i}", point))];
        var answers = await laboratory.Simulate(experiment, arms);
        return new(
            Sentences(experiment, points, answers),
            [Summary(experiment, points, answers), WorldsTable.Of(experiment, arms, answers, points)],
            [.. experiment.Outcomes.SelectMany((outcome, o) => Pictures(experiment, outcome, points, answers.Means(o)))]);
    }

    private static Factor[] Ranges(Experiment experiment) => [.. experiment.Factors.Select(factor => factor.Range)];

    private static FindingsTable Summary(Experiment experiment, double[][] points, Answers answers)
    {
        var table = new FindingsTable("points", "Every point: mean with its 95 % interval, and 90 % of the replicates",
        [
            new("point", "Point"), .. experiment.Factors.Select(WorldsTable.ColumnOf), TableColumn.Text("outcome", "Outcome"),
                TableColumn.Text("unit", "Unit"),
            new("mean", "Mean", TableColumn.OfRow), new("low", "from", TableColumn.OfRow), new("high", "to", TableColumn.OfRow),
            new("p05", "5 %", TableColumn.OfRow) { IsDetail = true }, new("p95", "95 %", TableColumn.OfRow) { IsDetail = true },
                new("replicates", "Replicates") { IsDetail = true },
        ]);
        for (var point = 0; point < points.Length; point++)
            for (var o = 0; o < experiment.Outcomes.Length; o++)
            {
                double[] known = [.. answers.Of(point, o).Where(double.IsFinite)];
                var spread = Spread.Of(known) ?? new(double.NaN, double.NaN, double.NaN, double.NaN, 0);
                var mean = PairedDifference.Of([.. known.Select(v => (double?)v)], [.. known.Select(_ => (double?)0)])?.Interval;
                table.Add(
                [
                    point, .. experiment.Factors.Select((factor, k) => (object)factor.InTable(points[point][k])),
                        experiment.Outcomes[o].Name, experiment.Outcomes[o].Unit,
                    spread.Mean, mean?.Low ?? double.NaN, mean?.High ?? double.NaN, spread.P05, spread.P95, spread.Replicates,
                ]);
            }
        return table;
    }

    private static ImmutableArray<string> Sentences(Experiment experiment, double[][] points, Answers answers)
    {
        var said = ImmutableArray.CreateBuilder<string>();
        foreach (var (outcome, o) in experiment.Outcomes.Select((outcome, o) => (outcome, o)))
        {
            var means = answers.Means(o);
            int[] known = [.. Enumerable.Range(0, means.Length).Where(i => double.IsFinite(means[i]))];
            if (known.Length == 0) said.Add($"{outcome.Name}: no point has a number.");
            else said.Add(
                $"{outcome.Name} lies between {Point(known.MinBy(i => means[i]))} and "
                + $"{Point(known.MaxBy(i => means[i]))}.{(known.Length < means.Length ? $" {means.Length - known.Length} of "
                + $"{means.Length} points gave no number." : "")}");

            string Point(int i) =>
                $"{TableText.Said(means[i], outcome.Unit)} at "
                + $"{string.Join(", ", experiment.Factors.Select((factor, k) => $"{factor.Name} = {factor.Shown(points[i][k])}"))}";
        }
        return said.ToImmutable();
    }

    // One factor: a curve. Two on a grid: a heat map. Else the outcome against each factor.
    private IEnumerable<Picture> Pictures(Experiment experiment, ExperimentOutcome outcome, double[][] points, double[] means)
    {
        var factors = experiment.Factors;
        if (factors.Length == 2 && Design == GridDesign)
        {
            yield return new(outcome.Name, $"mean, {outcome.Unit}; {factors[0].Name} from left to right, {factors[1].Name} upwards",
                new HeatMap(outcome.Name, new(factors[0].Name, factors[0].Shown), new(factors[1].Name, factors[1].Shown),
                    [.. points.Select((p, i) => (p[0], p[1], means[i]))]));
            yield break;
        }
        for (var k = 0; k < factors.Length; k++)
            yield return new(outcome.Name, $"mean, {outcome.Unit}, against {factors[k].Name} ({factors[k].Unit})",
                new ScatterChart(
                    outcome.Name, [.. points.Select((p, i) => new Dot(factors[k].InTable(p[k]), means[i]))])
                { IsJoined = factors.Length == 1 });
    }
}
