using System.Collections.Immutable;
using SimLab.App.Lab.Charts;
using SimLab.App.Texts;
using SimLab.Engine.Experiments;
using static SimLab.App.Texts.ExperimentColumn;

namespace SimLab.App.Lab.Pages.Experiments;

/// <summary>A chart of findings.</summary>
/// <param name="Title">Title of the chart.</param>
/// <param name="FileName">File name of a saved picture, without extension.</param>
internal sealed record ExperimentChart(string Title, string FileName, ChartOptions Options, string Height = ExperimentChart.UsualHeight)
{
    public const string UsualHeight = "300px";

    /// <summary>The charts of findings that need no selection, made from their tables.</summary>
    public static ImmutableArray<ExperimentChart> Of(Viewer viewer, ExperimentFindings findings)
    {
        var charts = ImmutableArray.CreateBuilder<ExperimentChart>();
        foreach (var table in findings.Tables)
            charts.AddRange(table.Name switch
            {
                "differences" => Differences(viewer, table),
                "tornado" => Tornado(viewer, table),
                "morris" => Morris(viewer, table),
                "sobol" => Sobol(viewer, table),
                "shares" => Waterfall(viewer, table),
                "points" => Points(viewer, table),
                "rounds" => Rounds(viewer, table),
                "regret" => Regret(viewer, table),
                "satisficing" => Enough(viewer, table),
                _ => [],
            });
        return charts.ToImmutable();
    }

    // Each scenario compared with the first.
    private static IEnumerable<ExperimentChart> Differences(Viewer viewer, FindingsTable table)
    {
        var at = new FindingsColumns(table);
        var first = table.Rows.Count > 0 ? (string)table.Rows[0][at["other"]] : "";
        foreach (var (outcome, rows) in at.ByOutcome(row => (string)row[at["other"]] == first))
        {
            var axis = ValueAxis.Of(viewer, rows, at, "difference", "low", "high");
            yield return new(
                viewer.Say(ExperimentTexts.Differences, viewer.Say(ExperimentNames.Outcome(outcome)), first),
                $"differences-{outcome}", BarOptions.Of(axis.Name,
                [.. rows.Select(row => Bar(viewer, axis, (string)row[at["scenario"]], row, at, "difference", "low", "high"))]),
                    BarOptions.HeightOf(rows.Count));
        }
    }

    // Changes from the scenario as it is.
    private static IEnumerable<ExperimentChart> Tornado(Viewer viewer, FindingsTable table)
    {
        var at = new FindingsColumns(table);
        foreach (var (outcome, rows) in at.ByOutcome())
        {
            var standing = (double)rows[0][at["base"]];
            var axis = ValueAxis.Of(viewer, rows, at, "swing");
            ImmutableArray<ShownBar> End(string end, string value, string ink) =>
            [
                .. rows.Select(row => new ShownBar(
                    viewer.Say(ExperimentNames.Factor((string)row[at["factor"]])), 0, axis.Place((double)row[at[end]] - standing),
                    $"{viewer.Say(ExperimentNames.Factor((string)row[at["factor"]]))} = "
                        + $"{FactorValue(viewer, (string)row[at["factor"]], (double)row[at[value]])}: "
                        + $"{axis.Said(viewer, (double)row[at[end]])}", Ink: ink)),
            ];
            yield return new(
                viewer.Say(ExperimentTexts.Tornado, viewer.Say(ExperimentNames.Outcome(outcome)), axis.Said(viewer, standing)),
                $"tornado-{outcome}", BarOptions.Tornado(axis.Name,
                (viewer.Say(ExperimentTexts.AtLowEnd), End("at_low", "low_value", ChartInk.Official)),
                    (viewer.Say(ExperimentTexts.AtHighEnd), End("at_high", "high_value", ChartInk.Policy))),
                    BarOptions.HeightOf(rows.Count + 1));
        }
    }

    private static IEnumerable<ExperimentChart> Morris(Viewer viewer, FindingsTable table)
    {
        var at = new FindingsColumns(table);
        foreach (var (outcome, rows) in at.ByOutcome())
        {
            var axis = ValueAxis.Of(viewer, rows, at, "mu_star", "sigma");
            yield return new(
                viewer.Say(ExperimentTexts.MorrisChart, viewer.Say(ExperimentNames.Outcome(outcome))), $"morris-{outcome}", DotOptions.Of(
                new($"{viewer.Say(ExperimentTexts.MuStar)} ({axis.Name})"), new($"{viewer.Say(ExperimentTexts.Sigma)} ({axis.Name})"),
                [.. rows.Select((row, i) => (Words: viewer.Say(ExperimentNames.Factor((string)row[at["factor"]])), row, i))
                    .Select(r => new ShownDot(
                    axis.Place((double)r.row[at["mu_star"]]), axis.Place((double)r.row[at["sigma"]]), r.i < 4 ? Short(r.Words) : "",
                        $"{r.Words}: µ* {axis.Said(viewer, (double)r.row[at["mu_star"]])}"))]));
        }
    }

    private static IEnumerable<ExperimentChart> Sobol(Viewer viewer, FindingsTable table)
    {
        var at = new FindingsColumns(table);
        foreach (var (outcome, rows) in at.ByOutcome())
            yield return new(
                viewer.Say(ExperimentTexts.SobolChart, viewer.Say(ExperimentNames.Outcome(outcome))), $"sobol-{outcome}",
                BarOptions.Tornado("%",
                (viewer.Say(ExperimentTexts.FirstOrder), Part(rows, "first", ChartInk.Official)),
                    (viewer.Say(ExperimentTexts.TotalOrder), Part(rows, "total", ChartInk.Policy))), BarOptions.HeightOf(rows.Count + 1));

        ImmutableArray<ShownBar> Part(List<object[]> rows, string column, string ink) =>
        [
            .. rows.Select(row =>
                new ShownBar(viewer.Say(ExperimentNames.Factor((string)row[at["factor"]])), 0, 100 * (double)row[at[column]],
                $"{viewer.Say(ExperimentNames.Factor((string)row[at["factor"]]))}: {Share(row[at[column]])} "
                    + $"[{Share(row[at[column + "_low"]])}, {Share(row[at[column + "_high"]])}]", Ink: ink)),
        ];
    }

    // From zero to the combined effect of all measures, largest share first.
    private static IEnumerable<ExperimentChart> Waterfall(Viewer viewer, FindingsTable table)
    {
        var at = new FindingsColumns(table);
        foreach (var (outcome, rows) in at.ByOutcome())
        {
            var axis = ValueAxis.Of(viewer, rows, at, "share");
            var (bars, reached) = (new List<ShownBar>(), 0.0);
            foreach (var row in rows.Where(row => (string)row[at["id"]] != "" && (double)row[at["share"]] != 0)
                .OrderByDescending(row => (double)row[at["share"]]))
            {
                var (share, low, high) = ((double)row[at["share"]], (double)row[at["share_low"]], (double)row[at["share_high"]]);
                var name = viewer.Say(ParameterTexts.Of(Engine.Scenarios.MeasureCatalog.Default.Find((string)row[at["measure"]])!));
                bars.Add(new(
                    $"{row[at["id"]]} {name}", axis.Place(reached), axis.Place(reached + share),
                    $"{name}: {axis.Changed(viewer, share)} [{axis.Changed(viewer, low)}, {axis.Changed(viewer, high)}]",
                    double.IsFinite(low) && double.IsFinite(high) ? (axis.Place(reached + low), axis.Place(reached + high)) : null,
                        share < 0 ? ChartInk.Assumed : ChartInk.Policy));
                reached += share;
            }
            bars.Add(new(
                viewer.Say(ExperimentTexts.Together), 0, axis.Place(reached), axis.Changed(viewer, reached), Ink: ChartInk.Official));
            yield return new(
                viewer.Say(ExperimentTexts.Waterfall, viewer.Say(ExperimentNames.Outcome(outcome))), $"shares-{outcome}",
                BarOptions.Of(axis.Name, bars), BarOptions.HeightOf(bars.Count));
        }
    }

    // One factor: a curve. Two on a grid: a heat map. Otherwise a scatter plot per factor.
    private static IEnumerable<ExperimentChart> Points(Viewer viewer, FindingsTable table)
    {
        const int mostFactors = 4;
        var at = new FindingsColumns(table);
        int[] factors = [.. Enumerable.Range(1, at["outcome"] - 1)];
        foreach (var (outcome, rows) in at.ByOutcome())
        {
            var axis = ValueAxis.Of(viewer, rows, at, "mean");
            var name = viewer.Say(ExperimentNames.Outcome(outcome));
            if (factors.Length == 2 && IsGrid(rows, factors))
            {
                yield return new(
                    $"{viewer.Say(ExperimentTexts.Heat, name)} ({axis.Name})", $"points-{outcome}",
                    Shades(viewer, table, rows, at, factors, axis));
                continue;
            }
            foreach (var f in factors.Take(mostFactors))
            {
                var factor = FactorAxis.Of(viewer, table, f);
                yield return new(
                    viewer.Say(ExperimentTexts.Against, name, viewer.Say(ExperimentNames.Factor(table.Columns[f].Words))),
                    $"points-{outcome}-{table.Columns[f].Name}", DotOptions.Of(factor.Shown, new(axis.Name),
                    [.. rows.Select(row =>
                        new ShownDot(
                        factor.Place((double)row[f]), axis.Place((double)row[at["mean"]]), "",
                        $"{ExperimentNames.Value(viewer, (double)row[f], table.Columns[f].Unit)}: "
                        + $"{axis.Said(viewer, (double)row[at["mean"]])}"))],
                    joined: factors.Length == 1));
            }
        }
    }

    private static bool IsGrid(List<object[]> rows, int[] factors) =>
        rows.Select(row => row[factors[0]]).Distinct().Count() * rows.Select(row => row[factors[1]]).Distinct().Count() == rows.Count;

    private static ChartOptions Shades(
        Viewer viewer, FindingsTable table, List<object[]> rows, FindingsColumns at, int[] factors, ValueAxis axis)
    {
        double[] Values(int f) => [.. rows.Select(row => (double)row[f]).Distinct().Order()];
        string Said(int f, double value) => ExperimentNames.Value(viewer, value, table.Columns[f].Unit);
        var (across, up) = (Values(factors[0]), Values(factors[1]));
        var known = rows.Select(row => (double)row[at["mean"]]).Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var (low, high) = (known.Min(), known.Max());
        return DotOptions.Grid(
            viewer.Say(ExperimentNames.Factor(table.Columns[factors[0]].Words)),
                viewer.Say(ExperimentNames.Factor(table.Columns[factors[1]].Words)),
            [.. across.Select(value => Said(factors[0], value))], [.. up.Select(value => Said(factors[1], value))],
            [.. rows.Where(row => double.IsFinite((double)row[at["mean"]])).Select(row => (
                Array.IndexOf(across, (double)row[factors[0]]), Array.IndexOf(up, (double)row[factors[1]]),
                high > low ? 0.08 + 0.92 * ((double)row[at["mean"]] - low) / (high - low) : 0.5,
                $"{Said(factors[0], (double)row[factors[0]])}, {Said(factors[1], (double)row[factors[1]])}: "
                    + $"{axis.Said(viewer, (double)row[at["mean"]])}"))]);
    }

    private static IEnumerable<ExperimentChart> Rounds(Viewer viewer, FindingsTable table)
    {
        var at = new FindingsColumns(table);
        var axis = ValueAxis.Of(viewer, [.. table.Rows], at, "reached");
        yield return new(viewer.Say(ExperimentTexts.Rounds), "rounds", DotOptions.Of(new(viewer.Say(ExperimentTexts.Round)), new(axis.Name),
            [.. table.Rows.Select(row =>
                new ShownDot(
                (double)row[at["round"]], axis.Place((double)row[at["reached"]]), "",
                axis.Said(viewer, (double)row[at["reached"]])))], joined: true));
    }

    private static IEnumerable<ExperimentChart> Regret(Viewer viewer, FindingsTable table)
    {
        var at = new FindingsColumns(table);
        foreach (var (outcome, rows) in at.ByOutcome())
        {
            var axis = ValueAxis.Of(viewer, rows, at, "most", "mean", "p90");
            yield return new(
                viewer.Say(ExperimentTexts.Regret, viewer.Say(ExperimentNames.Outcome(outcome))), $"regret-{outcome}",
                BarOptions.Of(axis.Name,
                [.. rows.Select(row => Bar(viewer, axis, (string)row[at["policy"]], row, at, "most", "mean", "p90"))]),
                    BarOptions.HeightOf(rows.Count));
        }
    }

    private static IEnumerable<ExperimentChart> Enough(Viewer viewer, FindingsTable table)
    {
        var at = new FindingsColumns(table);
        var rows = table.Rows.Where(row => (string)row[at["wanted"]] == "everything").ToList();
        yield return new(viewer.Say(ExperimentTexts.Enough), "satisficing", BarOptions.Of("%",
            [.. rows.Select(row =>
                new ShownBar(
                (string)row[at["policy"]], 0, 100 * (double)row[at["share"]], $"{row[at["policy"]]}: {Share(row[at["share"]])}",
                (100 * (double)row[at["low"]], 100 * (double)row[at["high"]])))]), BarOptions.HeightOf(rows.Count));
    }

    private static string Share(object value) => double.IsFinite((double)value) ? Numbers.Percent((double)value) : "–";

    private static string FactorValue(Viewer viewer, string factor, double value) =>
        ExperimentNames.Value(
            viewer, value,
            factor.EndsWith(".from", StringComparison.Ordinal) || factor.EndsWith(".until", StringComparison.Ordinal) ? "month"
            : ExperimentNames.ParameterOf(factor)?.Unit ?? "");

    private static string Short(string words) => words.Length <= 14 ? words : words[..13] + "…";

    /// <summary>An axis for the values of a factor; months become fractional years.</summary>
    internal sealed record FactorAxis(ShownAxis Shown, double Divisor)
    {
        public static FactorAxis Of(Viewer viewer, FindingsTable table, int column)
        {
            var (words, unit) = (viewer.Say(ExperimentNames.Factor(table.Columns[column].Words)), table.Columns[column].Unit);
            if (unit == "month") return new(new(words, IsTime: true), 1);
            var (name, divisor) = viewer.AxisOf(
                unit, table.Rows.Select(row => Math.Abs((double)row[column])).Where(double.IsFinite).DefaultIfEmpty(1).Max());
            return new(new($"{words} ({viewer.Say(ParameterTexts.Unit(name))})"), divisor);
        }

        public double Place(double value) =>
            !Shown.IsTime ? value / Divisor : ExperimentNames.MonthOf(value) is var month ? month.Year + (month.OfYear - 1) / 12.0 : 0;
    }

    private static ShownBar Bar(
        Viewer viewer, ValueAxis axis, string name, object[] row, FindingsColumns at, string value, string low, string high)
    {
        var (middle, from, to) = ((double)row[at[value]], (double)row[at[low]], (double)row[at[high]]);
        return new(
            name, 0, axis.Place(middle),
            $"{name}: {axis.Changed(viewer, middle)} [{axis.Changed(viewer, from)}, {axis.Changed(viewer, to)}]",
            double.IsFinite(from) && double.IsFinite(to) ? (axis.Place(from), axis.Place(to)) : null,
            middle < 0 ? ChartInk.Assumed : ChartInk.Policy);
    }
}
