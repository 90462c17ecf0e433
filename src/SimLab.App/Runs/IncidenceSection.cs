using SimLab.App.Texts;
using SimLab.Engine.Distribution;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Pages;

namespace SimLab.App.Runs;

/// <summary>The section of the report page that says who got the money, who won and who lost, in both languages.</summary>
internal static class IncidenceSection
{
    private static readonly Viewer Chinese = new(Language.Zh, default, default), English = new(Language.En, default, default);

    /// <summary>The section; null: not recorded, or nothing to say.</summary>
    public static ReportIncidence? Of(RunSummary summary)
    {
        if (summary.Incidence is not { } incidence) return null;
        var lines = IncidenceTexts.Lines(Chinese, incidence, summary.Leverage)
            .Zip(IncidenceTexts.Lines(English, incidence, summary.Leverage), (zh, en) => new BilingualLine(zh, en)).ToList();
        if (lines.Count == 0) return null;
        return new(lines,
        [
            .. Enum.GetValues<FirmGrouping>().Where(by => by != FirmGrouping.All).Select(by => ByGroup(incidence, by)),
            ByMeasure(incidence),
        ]);
    }

    private static TitledTable ByGroup(Incidence incidence, FirmGrouping by)
    {
        var columns = IncidenceTexts.Columns.Where(column => column.Of(incidence, incidence.All) is not null).ToList();
        return new(Both(IncidenceTexts.Of(by)), new(
            [new(Both(IncidenceTexts.Of(by))),
                .. columns.Select(column => new PageColumn(Headed(column.Name, column.Unit), IsNumber: true))],
            [.. incidence.By(by).Append(incidence.All).Select(PageCell[] (group) =>
                [Row(IncidenceTexts.Of(group)), .. columns.Select(column =>
                    (PageCell)Written(column.Of(incidence, group), column.Unit, column.IsDifference))])]), null);
    }

    private static TitledTable ByMeasure(Incidence incidence) => new(Both(IncidenceTexts.Measures), new(
        [new(Both(IncidenceTexts.Measure)),
            .. IncidenceTexts.MeasureColumns.Select(column => new PageColumn(Headed(column.Name, column.Unit), IsNumber: true))],
        [.. incidence.Measures.Select(PageCell[] (measure) =>
            [new($"{measure.Id} {measure.Measure}", MeasureCatalog.Default.Find(measure.Measure)?.Clause.Heading ?? ""),
                .. IncidenceTexts.MeasureColumns.Select(column => (PageCell)Written(column.Of(measure), column.Unit, false))])]), null);

    private static PageCell Row(Phrase name) => new(name.Zh, name.En);

    private static string Written(double? value, string unit, bool isDifference) => value is not { } known ? "–"
        : isDifference ? TargetTexts.Difference(known, unit) : TargetTexts.Amount(known, unit);

    private static string Headed(Phrase name, string unit) =>
        TargetTexts.IsMoney(unit) ? $"{name.Zh}（亿元） {name.En}" : Both(name);

    private static string Both(Phrase name) => $"{name.Zh} {name.En}";
}
