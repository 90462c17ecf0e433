using System.Xml.Linq;

namespace SimLab.Pages.Charts;

/// <summary>One column per class or bin, from zero; a dot marks the number of another source.</summary>
/// <param name="title">Text alternative of the chart.</param>
/// <param name="labels">Labels below the columns, as many as fit.</param>
/// <param name="values">Heights, non-negative; those that are not finite are not drawn.</param>
/// <param name="published">Heights of the dots; empty: nothing to compare.</param>
public sealed class Histogram(
    string title, IReadOnlyList<string> labels, IReadOnlyList<double> values, IReadOnlyList<double> published) : Chart(title)
{
    private const int MostLabels = 10;

    private protected override int Width => 520;

    private protected override int Height => 200;

    private protected override IEnumerable<XElement> Draw()
    {
        var highest = values.Concat(published).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        var plot = new PlotArea(64, 10, Width - 20, Height - 24, new(0, values.Count, 1), ChartScale.Around(0, highest > 0 ? highest : 1));
        var every = (values.Count + MostLabels - 1) / MostLabels;
        foreach (var tick in plot.TicksUp()) yield return tick;
        for (var i = 0; i < values.Count; i++)
        {
            var (left, width) = (plot.X(i), plot.X(i + 1) - plot.X(i));
            if (double.IsFinite(values[i]))
                yield return Svg.Rectangle(
                    "column", left + 1, plot.Y(values[i]), Math.Max(1, width - 2), plot.Bottom - plot.Y(values[i]),
                    $"{labels[i]}: {Svg.Number(values[i])}");
            if (i < published.Count && double.IsFinite(published[i]))
                yield return Svg.Circle(
                    "point", left + width / 2, plot.Y(published[i]), $"{labels[i]}, published: {Svg.Number(published[i])}");
            if (i % every == 0) yield return Svg.Text(left, Height - 6, labels[i]);
        }
    }
}
