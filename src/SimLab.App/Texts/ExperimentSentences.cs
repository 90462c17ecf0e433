using System.Collections.Immutable;
using SimLab.Engine.Experiments;

namespace SimLab.App.Texts;

/// <summary>Findings as plain sentences in the viewer's language, made from their tables.</summary>
internal static class ExperimentSentences
{
    private const int Named = 3;

    public static ImmutableArray<string> Of(Viewer viewer, ExperimentFindings findings)
    {
        var said = ImmutableArray.CreateBuilder<string>();
        // No table has the share of misses; discover states it in both languages.
        if (findings.Tables.Any(table => table.Name is "cases")) said.AddRange(
            findings.Sentences.Where(s => IsChinese(s) == (viewer.Language == Language.Zh)).Take(1));
        foreach (var table in findings.Tables)
            said.AddRange(table.Name switch
            {
                "differences" => Differences(viewer, table),
                "tornado" => Largest(viewer, table, "swing", ExperimentTexts.SwingFinding, (axis, value) => axis.Said(viewer, value)),
                "morris" => Largest(viewer, table, "mu_star", ExperimentTexts.MorrisFinding, (axis, value) => axis.Said(viewer, value)),
                "sobol" => Largest(viewer, table, "total", ExperimentTexts.VarianceFinding, (_, value) => Numbers.Percent(value)),
                "shares" => Shares(viewer, table),
                "points" => Points(viewer, table),
                "found" => Found(viewer, table),
                "boxes" => Boxes(viewer, table),
                "regret" => Regret(viewer, table),
                "satisficing" => Enough(viewer, table),
                _ => [],
            });
        return said.ToImmutable();
    }

    private static IEnumerable<string> Differences(Viewer viewer, FindingsTable table)
    {
        var at = new FindingsColumns(table);
        var first = table.Rows.Count > 0 ? (string)table.Rows[0][at["other"]] : "";
        foreach (var (outcome, rows) in at.ByOutcome(row => (string)row[at["other"]] == first))
            foreach (var row in rows)
            {
                var (mean, low, high) = ((double)row[at["difference"]], (double)row[at["low"]], (double)row[at["high"]]);
                if (!double.IsFinite(mean)) continue;
                var axis = ValueAxis.Of(viewer, rows, at, "difference");
                yield return mean == 0 && low == 0 && high == 0
                    ? viewer.Say(ExperimentTexts.SameFinding, Outcome(viewer, outcome), row[at["scenario"]], first)
                    : viewer.Say(ExperimentTexts.DifferenceFinding, Outcome(viewer, outcome), row[at["scenario"]], first,
                        axis.Changed(viewer, mean) + Within(viewer, axis.Changed(viewer, low), axis.Changed(viewer, high)),
                            low <= 0 && high >= 0 ? viewer.Say(ExperimentTexts.UnclearFinding) : "");
            }
    }

    private static IEnumerable<string> Largest(
        Viewer viewer, FindingsTable table, string column, Phrase says, Func<ValueAxis, double, string> shown)
    {
        var at = new FindingsColumns(table);
        foreach (var (outcome, rows) in at.ByOutcome())
        {
            var axis = ValueAxis.Of(viewer, rows, at, column);
            var most = rows.Where(row => (double)row[at[column]] is > 0 and < double.PositiveInfinity)
                .OrderByDescending(row => (double)row[at[column]]).Take(Named)
                .Select(row =>
                    Beside(viewer, viewer.Say(ExperimentNames.Factor((string)row[at["factor"]])),
                    shown(axis, (double)row[at[column]]))).ToList();
            yield return most.Count == 0 ? viewer.Say(ExperimentTexts.NoSwingFinding, Outcome(viewer, outcome))
                : viewer.Say(says, Outcome(viewer, outcome), viewer.List(most));
        }
    }

    private static IEnumerable<string> Shares(Viewer viewer, FindingsTable table)
    {
        var at = new FindingsColumns(table);
        foreach (var (outcome, rows) in at.ByOutcome())
        {
            var axis = ValueAxis.Of(viewer, rows, at, "share");
            var most = rows.Where(row => (string)row[at["id"]] != "" && (double)row[at["share"]] != 0)
                .OrderByDescending(row => Math.Abs((double)row[at["share"]])).Take(Named)
                .Select(row =>
                    Beside(viewer, ExperimentNames.Cell(viewer, "measure", (string)row[at["measure"]]),
                    axis.Changed(viewer, (double)row[at["share"]]))).ToList();
            var total = (double)rows.Single(row => (string)row[at["id"]] == "")[at["share"]];
            yield return viewer.Say(
                ExperimentTexts.SharesFinding, Outcome(viewer, outcome), axis.Changed(viewer, total),
                most.Count > 0 ? viewer.List(most) : "–");
        }
    }

    private static IEnumerable<string> Points(Viewer viewer, FindingsTable table)
    {
        var at = new FindingsColumns(table);
        foreach (var (outcome, rows) in at.ByOutcome())
        {
            var known = rows.Where(row => double.IsFinite((double)row[at["mean"]])).ToList();
            if (known.Count == 0) continue;
            var axis = ValueAxis.Of(viewer, rows, at, "mean");
            var (least, most) = (known.MinBy(row => (double)row[at["mean"]])!, known.MaxBy(row => (double)row[at["mean"]])!);
            yield return (double)least[at["mean"]] == (double)most[at["mean"]]
                ? viewer.Say(ExperimentTexts.EverywhereFinding, Outcome(viewer, outcome), axis.Said(viewer, (double)least[at["mean"]]))
                : viewer.Say(ExperimentTexts.RangeFinding, Outcome(viewer, outcome),
                axis.Said(viewer, (double)least[at["mean"]]), Mix(viewer, table, least, "outcome"),
                    axis.Said(viewer, (double)most[at["mean"]]), Mix(viewer, table, most, "outcome"));
        }
    }

    // Each point found, with its outcomes.
    private static IEnumerable<string> Found(Viewer viewer, FindingsTable table)
    {
        const int mostPoints = 4;
        var at = new FindingsColumns(table);
        foreach (var point in table.Rows.GroupBy(row => (string)row[at["point"]]).Take(mostPoints))
            yield return viewer.Say(
                ExperimentTexts.PointFinding,
                Aside(viewer, ExperimentNames.Cell(viewer, "point", point.Key), Mix(viewer, table, point.First(), "limits")),
                viewer.List(
                    point.Select(row =>
                    $"{Outcome(viewer, (string)row[at["outcome"]])} "
                    + $"{ExperimentNames.Value(viewer, (double)row[at["mean"]], at.UnitOf(row, "mean"))}")));
    }

    private static IEnumerable<string> Boxes(Viewer viewer, FindingsTable table)
    {
        var at = new FindingsColumns(table);
        foreach (var box in table.Rows.GroupBy(row => (double)row[at["box"]]))
        {
            var limits = box.Select(row =>
            {
                var (low, high, unit) = ((double)row[at["low"]], (double)row[at["high"]], (string)row[at["unit"]]);
                return ExperimentNames.Limit(
                    viewer, viewer.Say(ExperimentNames.Factor((string)row[at["factor"]])), low, high, unit);
            }).ToList();
            var first = box.First();
            var start = box.Key == 1 ? "" : viewer.Say(ExperimentTexts.NextBox);
            yield return viewer.Say(
                ExperimentTexts.BoxFinding, start, string.Join(viewer.Language == Language.Zh ? "，且" : " and ", limits),
                Numbers.Percent((double)first[at["density"]]), Numbers.Percent((double)first[at["coverage"]]));
        }
    }

    private static IEnumerable<string> Regret(Viewer viewer, FindingsTable table)
    {
        var at = new FindingsColumns(table);
        foreach (var (outcome, rows) in at.ByOutcome())
        {
            var least = rows.MinBy(row => (double)row[at["most"]])!;
            yield return viewer.Say(
                ExperimentTexts.RegretFinding, Outcome(viewer, outcome), least[at["policy"]],
                ExperimentNames.Value(viewer, (double)least[at["most"]], at.UnitOf(least, "most")));
        }
    }

    private static IEnumerable<string> Enough(Viewer viewer, FindingsTable table)
    {
        var at = new FindingsColumns(table);
        if (table.Rows.Where(row => (string)row[at["wanted"]] == "everything")
            .MaxBy(row => (double)row[at["share"]]) is not { } best) yield break;
        yield return viewer.Say(
            ExperimentTexts.EnoughFinding, best[at["policy"]], Numbers.Percent((double)best[at["share"]]),
            $"{Numbers.Percent((double)best[at["low"]])} ~ {Numbers.Percent((double)best[at["high"]])}");
    }

    /// <summary>
    /// "reward 60万元, first month 2022-06": the factors of a row, which are between its number and another column.
    /// </summary>
    internal static string Mix(Viewer viewer, FindingsTable table, object[] row, string before) => viewer.List(
        Enumerable.Range(1, ExperimentColumn.PositionOf(table, before) - 1)
            .Select(f => $"{viewer.Say(ExperimentNames.Factor(table.Columns[f].Words))} "
            + $"{ExperimentNames.Value(viewer, (double)row[f], table.Columns[f].Unit)}"));

    private static string Outcome(Viewer viewer, string name) => viewer.Say(ExperimentNames.Outcome(name));

    private static string Beside(Viewer viewer, string name, string value) =>
        Aside(viewer, viewer.Language == Language.Zh ? $"“{name}”" : name, value);

    private static string Aside(Viewer viewer, string text, string aside) =>
        viewer.Language == Language.Zh ? $"{text}（{aside}）" : $"{text} ({aside})";

    private static string Within(Viewer viewer, string low, string high) =>
        viewer.Language == Language.Zh ? $"[{low}，{high}]" : $" [{low}, {high}]";

    private static bool IsChinese(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff') && !text.StartsWith('"');
}
