using System.Collections.Immutable;
using System.Globalization;
using SimLab.Engine.Experiments.Methods;
using SimLab.Pages.Charts;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>Tables, pictures and sentences of a sensitivity analysis, outcome by outcome.</summary>
internal sealed class SensitivityReport(Experiment experiment)
{
    private const int Named = 3;

    private readonly FindingsTable _tornado = new("tornado", "One factor at a time, from one end of its range to the other",
    [
        .. Head, new("base", "As in the scenario", TableColumn.OfRow) { IsDetail = true },
            new("low_value", "Low end") { IsDetail = true }, new("at_low", "Outcome there", TableColumn.OfRow),
        new("high_value", "High end") { IsDetail = true }, new("at_high", "Outcome there", TableColumn.OfRow),
            new("swing", "Swing", TableColumn.OfRow),
    ]);

    private readonly FindingsTable _morris = new(
        "morris", "Elementary effects: change of the outcome over a factor's whole range (Morris 1991)",
    [
        .. Head, new("mu_star", "µ*: mean size", TableColumn.OfRow), new("mu_star_error", "its error", TableColumn.OfRow),
            new("mu", "µ: mean", TableColumn.ChangeOfRow) { IsDetail = true },
        new("sigma", "σ: how it varies", TableColumn.OfRow), new("effects", "Effects") { IsDetail = true },
    ]);

    private readonly FindingsTable _sobol = new("sobol", "Shares of the outcome's variance, with 95 % bootstrap intervals",
    [
        .. Head, new("first", "First order", "share"), new("first_low", "from", "share"), new("first_high", "to", "share"),
        new("total", "Total", "share"), new("total_low", "from", "share"), new("total_high", "to", "share"),
            new("rows", "Rows used") { IsDetail = true },
    ]);

    private readonly List<Picture> _pictures = [];
    private readonly List<string> _sentences = [];

    private static ImmutableArray<TableColumn> Head =>
        [TableColumn.Text("outcome", "Outcome"), TableColumn.Text("unit", "Unit"), TableColumn.Text("factor", "Factor")];

    public void Add(int outcome, Tornado tornado, Factor[] factors)
    {
        var read = experiment.Outcomes[outcome];
        foreach (var bar in tornado.Bars)
        {
            var (factor, range) = (experiment.Factors[bar.Factor], factors[bar.Factor]);
            _tornado.Add(
                read.Name, read.Unit, factor.Name, tornado.Base, factor.InTable(range.At(0)), bar.AtLow,
                factor.InTable(range.At(1)), bar.AtHigh, bar.Swing);
        }
        _pictures.Add(
            new(read.Name, $"mean, {read.Unit}: each factor from its low (light) to its high end (dark), the others as in the scenario",
            new TornadoChart(
                read.Name, tornado.Base,
                [.. tornado.Bars.Select(bar => new SwingBar(experiment.Factors[bar.Factor].Name, bar.AtLow, bar.AtHigh))])));
        Most($"One at a time, {read.Name} swings most with", tornado.Bars.Select(bar => (bar.Factor, bar.Swing)), swing =>
            TableText.Said(swing, read.Unit));
        Missed(read, tornado.Missing);
    }

    public void Add(int outcome, Morris morris)
    {
        var read = experiment.Outcomes[outcome];
        foreach (var effect in morris.Effects.OrderByDescending(e => double.IsNaN(e.MuStar) ? -1 : e.MuStar))
            _morris.Add(read.Name, read.Unit, experiment.Factors[effect.Factor].Name, effect.MuStar, effect.MuStarError, effect.Mu,
                effect.Sigma, effect.Effects);
        _pictures.Add(
            new(read.Name,
            $"Morris, {read.Unit}: µ* to the right (how much a factor matters), σ upwards (how much that depends on the others)",
            new ScatterChart(read.Name, [.. morris.Effects.Select(e => new Dot(e.MuStar, e.Sigma, experiment.Factors[e.Factor].Name))])));
        Missed(read, morris.Missing);
    }

    public void Add(int outcome, SobolIndices indices)
    {
        var read = experiment.Outcomes[outcome];
        foreach (var index in indices.Indices.OrderByDescending(i => i.Total.Value))
            _sobol.Add(read.Name, read.Unit, experiment.Factors[index.Factor].Name,
                index.First.Value, index.First.Low, index.First.High, index.Total.Value, index.Total.Low, index.Total.High, indices.Rows);
        _pictures.Add(new(read.Name, "Sobol total index: share of the variance a factor has a part in, 95 % interval",
            new BarChart(
                read.Name, [.. indices.Indices.OrderByDescending(i => i.Total.Value)
                .Select(i => new IntervalBar(experiment.Factors[i.Factor].Name, i.Total.Value, i.Total.Low, i.Total.High))])));
        Most($"Of the variance of {read.Name}, most comes from", indices.Indices.Select(i => (i.Factor, i.Total.Value)), share =>
            string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %"));
        Missed(read, indices.Missing);
    }

    public ExperimentFindings Findings(FindingsTable worlds) => new(
        [.. _sentences], [.. new[] { _tornado, _morris, _sobol }.Where(table => table.Rows.Count > 0), worlds], [.. _pictures]);

    private void Most(string start, IEnumerable<(int Factor, double Size)> sizes, Func<double, string> shown)
    {
        var most = sizes.Where(s => double.IsFinite(s.Size) && s.Size > 0).OrderByDescending(s => s.Size).Take(Named).ToList();
        _sentences.Add(
            most.Count == 0 ? $"{start} nothing: no factor moves it."
            : $"{start} {string.Join(", ", most.Select(m => $"{experiment.Factors[m.Factor].Name} ({shown(m.Size)})"))}.");
    }

    private void Missed(ExperimentOutcome read, Missing missing)
    {
        if (missing.Count > 0) _sentences.Add($"{read.Name}: {missing}");
    }
}
