using System.Globalization;
using SimLab.App.Describing;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Pages;

namespace SimLab.App.Runs;

/// <summary>Converts the summary into the texts of the report page.</summary>
internal static class ReportTexts
{
    public static ReportInput Of(Scenario scenario, RunDocument document, RunSummary summary)
    {
        string[] arms = [.. document.Arms.Select(arm => arm == "baseline" ? "基准 Baseline" : "方案 Policy")];
        List<string> lines =
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"{scenario.Start} – {scenario.LastMonth}, {document.Replicates} replicates, seed {document.Seed}, "
                + $"{document.EnterprisesAtStart:N0} enterprises for {document.FirmsRepresented:N0} firms"),
        ];
        if (scenario.Baseline is not null) lines.AddRange(
            ScenarioText.Difference(scenario.Arms[0], scenario.Arms[1]).Select(sentence => $"{sentence}"));
        return new(
            scenario.NameZh is { } zh ? $"{zh}  {scenario.Name}" : scenario.Name,
            lines,
            [.. summary.Targets.Select(target => Row(target.Outcome, $"{TargetTexts.InBrief(target.Target)}, {target.Target.By}", arms)),
             .. summary.EndOfRun.Select(row => Row(row, row.Month.ToString(), arms))],
            [.. summary.Costs.Where(cost => cost.Yuan != 0).Select(cost => new ReportCost(
                $"{cost.Id} {cost.Measure}{Heading(cost.Measure)}", arms[cost.Arm],
                string.Create(CultureInfo.InvariantCulture, $"{cost.Yuan / 1e8:N2} 亿元")))])
        {
            Incidence = IncidenceSection.Of(summary),
            LeftOut = LeftOut(scenario),
        };
    }

    private static BilingualLine[] LeftOut(Scenario scenario) =>
    [
        .. Limits.All.Select(limit => new BilingualLine(Limits.Plain(limit.Zh), Limits.Plain(limit.En))),
        .. scenario.Measures.Select(measure => measure.Clause).Where(clause => clause.NotModelled.Length > 0)
            .Select(clause => new BilingualLine($"{clause.Id} {Limits.OfClause(clause).Zh}", $"{clause.Id} {Limits.OfClause(clause).En}")),
    ];

    private static ReportTarget Row(IndicatorSummary row, string wanted, string[] arms)
    {
        var words = OutcomeCatalog.Of(row.Id);
        var (unit, unitZh) = TargetTexts.Counted(row.Unit);
        return new(
            $"{words.NameZh} {words.Name}{(unitZh.Length > 0 ? $" ({unitZh}, {unit})" : "")}", wanted,
            [.. row.Arms.Select((arm, i) => arm is null
                ? new ReportOutcome(arms[i], "–", "", null)
                : new ReportOutcome(arms[i], TargetTexts.Amount(arm.Spread.P50, row.Unit),
                    $"{TargetTexts.Bare(arm.Spread.P05, row.Unit)} – {TargetTexts.Bare(arm.Spread.P95, row.Unit)}", arm.Probability))],
            row.Difference is { } d
                ? $"{TargetTexts.Difference(d.Mean, row.Unit)} [{TargetTexts.BareDifference(d.P05, row.Unit)} – "
                + $"{TargetTexts.BareDifference(d.P95, row.Unit)}]" : "");
    }

    private static string Heading(string measure) => MeasureCatalog.Default.Find(measure) is { } known ? $" {known.Clause.Heading}" : "";
}
