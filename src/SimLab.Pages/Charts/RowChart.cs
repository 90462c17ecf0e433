using System.Xml.Linq;

namespace SimLab.Pages.Charts;

/// <summary>A chart of rows: a name on the left, and a drawing along one horizontal axis.</summary>
/// <param name="title">Text alternative of the chart.</param>
/// <param name="names">One for each row.</param>
/// <param name="scale">The axis of all rows.</param>
public abstract class RowChart(string title, IReadOnlyList<string> names, ChartScale scale) : Chart(title)
{
    private protected const int RowHeight = 20;

    private const int Baseline = 14, Foot = 22;

    private protected override int Width => 640;

    private protected override int Height => names.Count * RowHeight + Foot;

    private protected override IEnumerable<XElement> Draw()
    {
        var plot = new PlotArea(250, 0, Width - 20, names.Count * RowHeight, scale, default);
        foreach (var tick in plot.TicksAcross()) yield return tick;
        for (var row = 0; row < names.Count; row++)
        {
            var top = row * RowHeight;
            yield return Svg.Text(plot.Left - 6, top + Baseline, Svg.Short(names[row]), "end");
            foreach (var element in DrawRow(row, top, plot)) yield return element;
        }
        foreach (var element in DrawOver(plot)) yield return element;
    }

    private protected abstract IEnumerable<XElement> DrawRow(int row, double top, PlotArea plot);

    /// <summary>Elements drawn over all rows.</summary>
    private protected virtual IEnumerable<XElement> DrawOver(PlotArea plot) => [];

    /// <summary>A bar between two values.</summary>
    private protected static XElement Bar(
        string kind, PlotArea plot, double from, double to, double top, double height, string? hint = null) =>
        Svg.Rectangle(kind, Math.Min(plot.X(from), plot.X(to)), top, Math.Abs(plot.X(to) - plot.X(from)), height, hint);
}
