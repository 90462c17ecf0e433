using System.Collections.Immutable;
using SimLab.Engine.Distribution;
using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Engine.Statistics;
using SimLab.Model;

namespace SimLab.Engine.Reporting;

/// <summary>Results of a run for targets and public cost. Pure: the same run, the same summary.</summary>
/// <param name="Targets">In the order of the scenario.</param>
/// <param name="EndOfRun">Indicators with no target due at the last month, and context indicators.</param>
/// <param name="Costs">By arm and clause.</param>
/// <param name="Year">Calendar year of the latest target.</param>
public sealed record RunSummary(
    ImmutableArray<TargetSummary> Targets, ImmutableArray<IndicatorSummary> EndOfRun, ImmutableArray<PublicCost> Costs, int Year)
{
    /// <summary>Who got the money, who won and who lost; null: nobody recorded it.</summary>
    public Incidence? Incidence { get; init; }

    /// <summary>What firms added of their own; null: the policy was simulated alone.</summary>
    public Leverage? Leverage { get; init; }

    /// <summary>Summarises a run for the targets of its scenario.</summary>
    /// <param name="result">The run.</param>
    /// <param name="scenario">Its scenario.</param>
    /// <param name="incidence">Who got the money, as recorded; null: not recorded.</param>
    public static RunSummary Of(RunResult result, Scenario scenario, Incidence? incidence = null) =>
        Of(result.Series, scenario.Targets) with { Incidence = incidence };

    /// <summary>Summarises run series for the given targets.</summary>
    public static RunSummary Of(RunSeries series, ImmutableArray<Target> targets)
    {
        var last = series.Plan.LastMonth;
        var year = targets.IsEmpty ? last.Year : Math.Min(last.Year, targets.Max(t => t.By.Year));
        return new(
            [.. targets.Select(target => Judge(series, target))],
            [
                .. targets.Where(t => t.By != last).Concat(OutcomeCatalog.Context.Select(c => Asked(c.Id, c.Unit, last)))
                    .Select(t => IndicatorSummary.Of(t, last, Read(series, t, last, judged: false))),
            ],
            PublicCost.Of(series, year), year)
        {
            Leverage = Leverage.Of(series),
        };
    }

    /// <summary>Whether the policy makes no discernible difference to any target.</summary>
    public bool NothingChanges => Compared.Any() && Compared.All(difference => !difference.IsClear);

    private IEnumerable<PairedDifference> Compared => Targets.Select(t => t.Outcome.Difference).OfType<PairedDifference>();

    private static Target Asked(string id, string unit, Month month) => new(id, unit, Comparison.AtLeast, 0, null, 0, month, "context");

    private static TargetSummary Judge(RunSeries series, Target target)
    {
        var outcome = IndicatorSummary.Of(target, target.By, Read(series, target, target.By, judged: true));
        return new(target, outcome, series.Plan.Arms.Length == 2 ? Cost(series, target, outcome.Difference) : null);
    }

    private static List<Reading[]> Read(RunSeries series, Target target, Month month, bool judged) =>
    [
        .. Enumerable.Range(0, series.Plan.Arms.Length).Select(arm => Enumerable.Range(0, series.Plan.Replicates)
            .Select(replicate => new Reading(
                Outcomes.Of(target.Id, series, arm, replicate, month),
                judged ? Outcomes.Yardstick(target, series, arm, replicate) : null))
            .ToArray()),
    ];

    private static CostPerExtra Cost(RunSeries series, Target target, PairedDifference? difference)
    {
        var charged = ChargedMeasures.Of(target.Id, series.Plan);
        if (!series.Covers(target.By)) return CostPerExtra.Of(0, null, charged);
        var since = series.Plan.Start;
        if (OutcomeCatalog.Of(target.Id).CountsAYear && target.By - 11 > since) since = target.By - 11;
        var extra = charged.Sum(id => PublicCost.Mean(series, 1, since, target.By, id) - PublicCost.Mean(series, 0, since, target.By, id));
        return CostPerExtra.Of(extra, difference, charged);
    }
}
