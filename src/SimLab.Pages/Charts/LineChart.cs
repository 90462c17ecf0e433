using System.Xml.Linq;

namespace SimLab.Pages.Charts;

/// <summary>A line with its band: middle and both ends at each step; NaN: unknown.</summary>
public sealed record Band(double[] Low, double[] Median, double[] High);

/// <summary>Bands over time, each in the colour of its class arm0, arm1 …</summary>
/// <param name="title">Text alternative of the chart.</param>
/// <param name="bands">One or more, of the same length.</param>
/// <param name="mark">Label below a step; null: none.</param>
public sealed class LineChart(string title, IReadOnlyList<Band> bands, Func<int, string?> mark) : Chart(title)
{
    /// <summary>Number of distinct colours; the next band has the colour of the first.</summary>
    public const int Colours = 5;

    private protected override int Width => 520;

    private protected override int Height => 240;

    private protected override IEnumerable<XElement> Draw()
    {
        var steps = bands[0].Median.Length;
        var plot = new PlotArea(64, 10, Width - 28, Height - 24,
            steps > 1 ? new(0, steps - 1, 1) : new(-1, 1, 1),
            ChartScale.Around(bands.SelectMany(band => (IEnumerable<double>)[.. band.Low, .. band.High])));
        foreach (var tick in plot.TicksUp()) yield return tick;
        for (var step = 0; step < steps; step++)
            if (mark(step) is { } text) yield return Svg.Text(plot.X(step), Height - 6, text, "middle");
        for (var i = 0; i < bands.Count; i++)
        {
            var band = bands[i];
            var back = Points(plot, band.Low).Reverse();
            yield return new XElement("g", new XAttribute("class", $"arm{i % Colours}"),
                Svg.Path("band", Svg.Through([.. Points(plot, band.High), .. back]) + "Z"),
                Svg.Path("line", Svg.Through(Points(plot, band.Median))));
        }
    }

    private static IEnumerable<(double X, double Y)> Points(PlotArea plot, double[] values) =>
        values.Index().Where(point => double.IsFinite(point.Item)).Select(point => (plot.X(point.Index), plot.Y(point.Item)));
}
