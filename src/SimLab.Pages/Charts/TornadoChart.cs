using System.Xml.Linq;

namespace SimLab.Pages.Charts;

/// <summary>An outcome at both ends of one factor; NaN: none.</summary>
public sealed record SwingBar(string Name, double AtLow, double AtHigh);

/// <summary>One bar per factor: outcomes at its low and its high end, across the base case.</summary>
/// <param name="title">Text alternative of the chart.</param>
/// <param name="baseCase">The outcome with every factor at its base value.</param>
/// <param name="bars">From the top down.</param>
public sealed class TornadoChart(string title, double baseCase, IReadOnlyList<SwingBar> bars) : RowChart(
    title, [.. bars.Select(bar => bar.Name)], ChartScale.Around([baseCase, .. bars.SelectMany(bar => (double[])[bar.AtLow, bar.AtHigh])]))
{
    private const double HalfHeight = (RowHeight - 6) / 2;

    private protected override IEnumerable<XElement> DrawRow(int row, double top, PlotArea plot)
    {
        var bar = bars[row];
        if (!double.IsFinite(baseCase)) yield break;
        if (double.IsFinite(bar.AtLow))
            yield return Bar(
                "pale bar", plot, baseCase, bar.AtLow, top + 3, HalfHeight, $"{bar.Name} at its low end: {Svg.Number(bar.AtLow)}");
        if (double.IsFinite(bar.AtHigh))
            yield return Bar(
                "bar", plot, baseCase, bar.AtHigh, top + 3 + HalfHeight, HalfHeight,
                $"{bar.Name} at its high end: {Svg.Number(bar.AtHigh)}");
    }

    private protected override IEnumerable<XElement> DrawOver(PlotArea plot) =>
        double.IsFinite(baseCase) ? [Svg.Path("whisker", $"M{Svg.Pixels(plot.X(baseCase))} 0V{Svg.Pixels(plot.Bottom)}")] : [];
}
