using System.Collections.Immutable;
using System.Numerics;
using SimLab.Engine.Execution;
using SimLab.Engine.Experiments.Methods;
using SimLab.Engine.Experiments.Running;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Engine.Statistics;
using SimLab.Pages.Charts;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>
/// Scenarios side by side with common random numbers: each one's outcomes, and every pair's differences by replicate,
/// with the variance reduction, the probability that one is above the other, and the public cost of one more unit.
/// </summary>
public sealed record Compare : ExperimentKind
{
    private const string MetPrefix = "met_", CostPrefix = "cost_for_";

    /// <summary>Name, settings and reader of this kind.</summary>
    public static ExperimentKindInfo Form { get; } = new(
        "compare", "Scenarios side by side with the same luck: paired differences, probabilities, cost per unit.",
        NeedsFactors: false, [], _ => new Compare())
    { SeveralScenarios = true };

    public override string Name => Form.Name;

    public override BigInteger Arms(Experiment experiment) => experiment.Scenarios.Length;

    /// <summary>Adds, for each target read, whether it is met, and the public cost of the span it counts.</summary>
    public override Experiment Completed(Experiment experiment)
    {
        var outcomes = experiment.Outcomes.ToBuilder();
        foreach (var read in experiment.Outcomes.OfType<IndicatorAt>())
        {
            if (experiment.Scenario.Targets.FirstOrDefault(t => t.Id == read.Id && t.By == read.At) is { } target) outcomes.Add(
                new AllMet(MetPrefix + read.Name, [target]));
            var since = OutcomeCatalog.Of(read.Id).CountsAYear && read.At - 11 > experiment.Scenario.Start ? read.At - 11
                : experiment.Scenario.Start;
            outcomes.Add(new PublicCostOver(CostPrefix + read.Name, null, since, read.At));
        }
        return experiment with { Outcomes = [.. outcomes.DistinctBy(o => o.Name)] };
    }

    public override async Task<ExperimentFindings> Run(Experiment experiment, Laboratory laboratory)
    {
        ImmutableArray<ArmPlan> arms = [.. experiment.Scenarios.Select(scenario => Experiment.Arm(scenario, scenario.Name))];
        var answers = await laboratory.Simulate(experiment, arms, (lived, outcome) =>
            Enumerable.Range(1, Math.Max(1, lived.Arms - 1))
                .Select(arm => arm < lived.Arms ? Less(lived, arm, 0, outcome) : lived.Of(0, outcome)));
        var differences = Differences(experiment, arms, answers);
        return new(
            Sentences(experiment, arms, answers),
            [Each(experiment, arms, answers), differences, WorldsTable.Of(experiment, arms, answers)],
            [.. Pictures(experiment, arms, answers)]);
    }

    private static double[] Less(Answers answers, int arm, int other, int outcome) =>
        [.. answers.Of(arm, outcome).Zip(answers.Of(other, outcome), (a, b) => a - b)];

    private static bool IsShown(ExperimentOutcome outcome) => !outcome.Name.StartsWith(CostPrefix, StringComparison.Ordinal);

    private static FindingsTable Each(Experiment experiment, ImmutableArray<ArmPlan> arms, Answers answers)
    {
        var table = new FindingsTable("scenarios", "What each scenario comes to: median and 90 % of the replicates",
        [
            TableColumn.Text("outcome", "Outcome"), TableColumn.Text("unit", "Unit"), TableColumn.Text("scenario", "Scenario"),
                new("mean", "Mean", TableColumn.OfRow) { IsDetail = true },
            new("p05", "5 %", TableColumn.OfRow), new("p50", "Median", TableColumn.OfRow), new("p95", "95 %", TableColumn.OfRow),
                new("replicates", "Replicates") { IsDetail = true },
        ]);
        foreach (var (outcome, o) in experiment.Outcomes.Select((outcome, o) => (outcome, o)).Where(x => IsShown(x.outcome)))
            for (var arm = 0; arm < arms.Length; arm++)
            {
                var spread = Spread.Of([.. answers.Of(arm, o).Where(double.IsFinite)])
                    ?? new(double.NaN, double.NaN, double.NaN, double.NaN, 0);
                table.Add(outcome.Name, outcome.Unit, arms[arm].Name, spread.Mean, spread.P05, spread.P50, spread.P95, spread.Replicates);
            }
        return table;
    }

    private static FindingsTable Differences(Experiment experiment, ImmutableArray<ArmPlan> arms, Answers answers)
    {
        var table = new FindingsTable(
            "differences",
            "Differences with the same luck: scenario less other, mean with its 95 % interval; variance that sharing luck saved",
        [
            TableColumn.Text("outcome", "Outcome"), TableColumn.Text("unit", "Unit"), TableColumn.Text("scenario", "Scenario"),
                TableColumn.Text("other", "Less"),
            new("difference", "Difference", TableColumn.ChangeOfRow), new("low", "from", TableColumn.ChangeOfRow),
                new("high", "to", TableColumn.ChangeOfRow),
            new("variance_reduction", "Variance saved", "share"), new("higher", "P(higher)", "share"),
                new("higher_low", "from", "share") { IsDetail = true }, new("higher_high", "to", "share") { IsDetail = true },
            new("cost_per_unit", "Yuan a unit more", "number"),
                TableColumn.Text("why_no_cost", "Why no cost") with { IsDetail = true }, new("replicates", "Pairs") { IsDetail = true },
        ]);
        foreach (var (outcome, o) in experiment.Outcomes.Select((outcome, o) => (outcome, o)).Where(x => IsShown(x.outcome)))
            foreach (var (other, arm) in Pairs(arms.Length))
            {
                if (PairedComparison.Of(answers.Known(arm, o), answers.Known(other, o)) is not { } pair)
                {
                    table.Add(outcome.Name, outcome.Unit, arms[arm].Name, arms[other].Name, double.NaN, double.NaN, double.NaN,
                        double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, "no replicate has both", 0);
                    continue;
                }
                var cost = Cost(experiment, answers, outcome, arm, other, pair.Difference);
                table.Add(outcome.Name, outcome.Unit, arms[arm].Name, arms[other].Name,
                    pair.Difference.Mean, pair.Difference.Interval?.Low ?? double.NaN, pair.Difference.Interval?.High ?? double.NaN,
                    pair.VarianceReduction, pair.AHigher.Value, pair.AHigher.Low, pair.AHigher.High,
                    cost?.PerUnit ?? double.NaN, cost?.Why?.ToString() ?? "", pair.Difference.Replicates);
            }
        return table;
    }

    private static CostPerExtra? Cost(
        Experiment experiment, Answers answers, ExperimentOutcome outcome, int arm, int other, PairedDifference difference)
    {
        var cost = Position(experiment, CostPrefix + outcome.Name);
        return cost < 0 ? null : CostPerExtra.Of(Less(answers, arm, other, cost).Average(), difference);
    }

    private static int Position(Experiment experiment, string name) => experiment.Outcomes.Select(o => o.Name).ToList().IndexOf(name);

    // First all scenarios against the first, then the others among themselves.
    private static IEnumerable<(int Other, int Arm)> Pairs(int arms) =>
        from other in Enumerable.Range(0, arms) from arm in Enumerable.Range(other + 1, arms - other - 1) select (other, arm);

    private static ImmutableArray<string> Sentences(Experiment experiment, ImmutableArray<ArmPlan> arms, Answers answers)
    {
        var said = ImmutableArray.CreateBuilder<string>();
        foreach (var (other, arm) in Pairs(arms.Length).Where(pair => pair.Other == 0))
            foreach (var outcome in experiment.Outcomes.OfType<IndicatorAt>())
            {
                var o = Position(experiment, outcome.Name);
                if (PairedDifference.Of(answers.Known(arm, o), answers.Known(other, o)) is not { Interval: { } mean } difference) continue;
                var words = OutcomeCatalog.Of(outcome.Id).Name;
                said.Add(difference.IsNone ? $"{words}: \"{arms[arm].Name}\" changes nothing against \"{arms[other].Name}\"."
                    : $"{words}: \"{arms[arm].Name}\" brings {TableText.SaidChange(difference.Mean, mean.Low, mean.High, outcome.Unit)} "
                        + $"against \"{arms[other].Name}\""
                      + $"{(difference.IsClear ? "" : ", not clear of chance")}.");
            }
        return said.ToImmutable();
    }

    private static IEnumerable<Picture> Pictures(Experiment experiment, ImmutableArray<ArmPlan> arms, Answers answers)
    {
        if (arms.Length < 2) yield break;
        foreach (var outcome in experiment.Outcomes.OfType<IndicatorAt>())
        {
            var o = Position(experiment, outcome.Name);
            var bars = Enumerable.Range(1, arms.Length - 1)
                .Select(arm => (arms[arm].Name, PairedDifference.Of(answers.Known(arm, o), answers.Known(0, o))))
                .Where(x => x.Item2 is not null)
                .Select(x => new IntervalBar(
                    x.Name, x.Item2!.Mean, x.Item2.Interval?.Low ?? double.NaN, x.Item2.Interval?.High ?? double.NaN)).ToList();
            yield return new(
                $"{OutcomeCatalog.Of(outcome.Id).NameZh} {OutcomeCatalog.Of(outcome.Id).Name}",
                $"difference against \"{arms[0].Name}\", {outcome.Unit}, 95 % interval", new BarChart(outcome.Name, bars));
        }
    }
}
