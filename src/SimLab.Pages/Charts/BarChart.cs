using System.Xml.Linq;

namespace SimLab.Pages.Charts;

/// <summary>A value with its interval; NaN: no such end.</summary>
public sealed record IntervalBar(string Name, double Value, double Low, double High);

/// <summary>Horizontal bars from zero with their intervals.</summary>
/// <param name="title">Text alternative of the chart.</param>
/// <param name="bars">From the top down.</param>
public sealed class BarChart(string title, IReadOnlyList<IntervalBar> bars) : RowChart(
    title, [.. bars.Select(bar => bar.Name)], ChartScale.Around(bars.SelectMany(bar => (double[])[0, bar.Value, bar.Low, bar.High])))
{
    private protected override IEnumerable<XElement> DrawRow(int row, double top, PlotArea plot)
    {
        var bar = bars[row];
        if (double.IsFinite(bar.Value))
            yield return Bar("bar", plot, 0, bar.Value, top + 3, RowHeight - 7, $"{bar.Name}: {Svg.Number(bar.Value)}");
        if (double.IsFinite(bar.Low) && double.IsFinite(bar.High))
        {
            var (low, high) = (Svg.Pixels(plot.X(bar.Low)), Svg.Pixels(plot.X(bar.High)));
            var (middle, end) = (Svg.Pixels(top + 9.5), Svg.Pixels(top + 6));
            yield return Svg.Path("whisker", $"M{low} {middle}H{high}M{low} {end}v7M{high} {end}v7");
        }
    }
}
