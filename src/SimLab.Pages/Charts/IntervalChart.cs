using System.Xml.Linq;

namespace SimLab.Pages.Charts;

/// <summary>A prediction: its median, and its 50 % and 90 % intervals.</summary>
public sealed record PredictedRange(string Name, double P05, double P25, double Median, double P75, double P95);

/// <summary>
/// Ratios of prediction to observation, 0 to 2: bar for 90 %, darker bar for 50 %, dot for the median.
/// </summary>
/// <param name="title">Text alternative of the chart.</param>
/// <param name="ratios">From the top down; 1 is the observation.</param>
public sealed class IntervalChart(string title, IReadOnlyList<PredictedRange> ratios) : RowChart(
    title, [.. ratios.Select(ratio => ratio.Name)], new(0, Most, 0.5))
{
    private const double Most = 2;

    private protected override int Width => 760;

    private protected override IEnumerable<XElement> DrawRow(int row, double top, PlotArea plot)
    {
        var ratio = ratios[row];
        yield return Bar("pale interval", plot, Shown(ratio.P05), Shown(ratio.P95), top + 7, 6);
        yield return Bar("interval", plot, Shown(ratio.P25), Shown(ratio.P75), top + 4, 12);
        yield return Svg.Circle("point", plot.X(Shown(ratio.Median)), top + 10, $"{ratio.Name}: {Svg.Number(ratio.Median)}");
    }

    private protected override IEnumerable<XElement> DrawOver(PlotArea plot) =>
        [Svg.Path("whisker", $"M{Svg.Pixels(plot.X(1))} 0V{Svg.Pixels(plot.Bottom)}")];

    private static double Shown(double ratio) => Math.Clamp(ratio, 0, Most);
}
