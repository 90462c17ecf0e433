using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SimLab.Engine.Distribution;
using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Statistics;
using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.Engine.Reporting;

/// <summary>
/// A scenario as the Plan page shows it, from an instant answer or a finished run; can be stored as JSON. It
/// distinguishes three lines: the law in force as documented, the law under the scenario's own assumptions, and the
/// policy.
/// </summary>
/// <param name="Months">Month zero to the last, as text; the axis of the fans.</param>
/// <param name="Targets">In the order of the scenario.</param>
/// <param name="Around">Context indicators of the province at the last month: jobs, firms, sales …</param>
/// <param name="Costs">By arm and clause, yuan.</param>
/// <param name="AssumesAsDocumented">Whether official line and baseline are the same.</param>
public sealed record PlanView(
    int Enterprises, long Firms, int Replicates, ImmutableArray<string> Months, ImmutableArray<PlanTarget> Targets,
        ImmutableArray<IndicatorSummary> Around,
    ImmutableArray<PublicCost> Costs, int CostYear, bool AssumesAsDocumented)
{
    /// <summary>Builds the view from one or two run series.</summary>
    /// <param name="compared">Two arms: the law in force and the policy, under the same assumptions.</param>
    /// <param name="official">One arm: the law in force as documented; null: the first arm of
    /// <paramref name="compared"/>.</param>
    /// <param name="targets">Targets of the scenario.</param>
    /// <param name="enterprises">Number of enterprises simulated, vacant slots included.</param>
    /// <param name="incidence">Who got the money; null: not recorded, as in a preview.</param>
    public static PlanView Of(
        RunSeries compared, RunSeries? official, ImmutableArray<Target> targets, int enterprises, Incidence? incidence = null)
    {
        var summary = RunSummary.Of(compared, targets);
        var documented = official is null ? null : RunSummary.Of(official, targets);
        var plan = compared.Plan;
        var months = Enumerable.Range(-1, plan.Months + 1).Select(i => plan.Start + i).ToImmutableArray();
        return new(
            enterprises, compared.Value(0, 0, plan.Start - 1, Indicator.Firms), plan.Replicates, [.. months.Select(m => m.ToString())],
            [.. summary.Targets.Select((target, i) =>
                PlanTarget.Of(target, compared, official, documented?.Targets[i].Outcome.Policy, months))],
            [.. summary.EndOfRun.Where(row => targets.All(t => t.Id != row.Id))], summary.Costs, summary.Year, official is null)
        {
            Incidence = incidence,
            Leverage = incidence is null ? null : summary.Leverage,
        };
    }

    /// <summary>Who got the money, who won and who lost; null: not recorded, as in a preview.</summary>
    public Incidence? Incidence { get; init; }

    /// <summary>What firms added of their own for each public yuan; null where <see cref="Incidence"/> is.</summary>
    public Leverage? Leverage { get; init; }

    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        IncludeFields = true,                              // the ends of an interval
        Converters = { new RunPlan.MonthJsonConverter(), new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The view as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static PlanView FromJson(string json) => JsonSerializer.Deserialize<PlanView>(json, Format)!;

    /// <summary>Public cost of all measures of an arm over the whole run, yuan.</summary>
    public double CostOf(int arm) => Costs.Where(cost => cost.Arm == arm).Sum(cost => cost.Yuan);
}

/// <summary>A target as the Plan page shows it.</summary>
/// <param name="Wanted">The value the document requires; null where the benchmark is another number.</param>
/// <param name="Official">The law in force as documented; null: same as the baseline.</param>
/// <param name="Difference">Policy minus baseline.</param>
/// <param name="Fans">By line, then month: official, baseline, policy; the first is empty where the baseline is the
/// official line.</param>
public sealed record PlanTarget(
    string Id, string Unit, Comparison Comparison, double? Wanted, string? Other, double Tolerance, string By, string Source,
    ArmOutcome? Official, ArmOutcome? Baseline, ArmOutcome? Policy, PairedDifference? Difference, CostPerExtra? Cost,
        ImmutableArray<ImmutableArray<Spread?>> Fans)
{
    internal static PlanTarget Of(
        TargetSummary summary, RunSeries compared, RunSeries? official, ArmOutcome? documented, ImmutableArray<Month> months)
    {
        var (target, outcome) = (summary.Target, summary.Outcome);
        return new(
            target.Id, target.Unit, target.Comparison, target.Value, target.Other, target.Tolerance, target.By.ToString(), target.Source,
            documented, outcome.Baseline, outcome.Policy, outcome.Difference, summary.Cost,
            [official is null ? [] : Fan(target.Id, official, 0, months), Fan(target.Id, compared, 0, months),
                Fan(target.Id, compared, 1, months)]);
    }

    private static ImmutableArray<Spread?> Fan(string id, RunSeries series, int arm, ImmutableArray<Month> months) =>
    [
        .. months.Select(month => Spread.Of(
            [.. Enumerable.Range(0, series.Plan.Replicates).Select(replicate => Outcomes.Of(id, series, arm, replicate, month))
                .OfType<double>()])),
    ];
}
