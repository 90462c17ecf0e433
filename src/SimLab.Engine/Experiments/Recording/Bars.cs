using System.Globalization;
using System.Net;
using System.Text;
using SimLab.Engine.Recording;

namespace SimLab.Engine.Experiments.Recording;

/// <summary>A value with its interval; NaN ends: it has none.</summary>
internal sealed record Bar(string Name, double Value, double Low, double High);

/// <summary>Horizontal bars from zero with their intervals, as inline SVG.</summary>
internal static class Bars
{
    private const int Width = 640, Row = 20, Left = 250, Right = 20, Foot = 22;

    public static string Draw(string title, IReadOnlyList<Bar> bars)
    {
        var known = bars.SelectMany(b => (double[])[0, b.Value, b.Low, b.High]).Where(double.IsFinite).ToList();
        var scale = ChartScale.Around(known.Min(), known.Max());
        var svg = Svg.Open(title, Width, bars.Count * Row + Foot);
        Svg.VerticalGrid(svg, scale, X, bars.Count * Row);
        for (var i = 0; i < bars.Count; i++)
        {
            var (bar, top) = (bars[i], i * Row);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6}\" y=\"{top + 14}\" text-anchor=\"end\">{WebUtility.HtmlEncode(Svg.Short(bar.Name))}</text>");
            if (double.IsFinite(bar.Value))
                svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"bar\" x=\"{Math.Min(X(0), X(bar.Value)):0.#}\" y=\"{top + 3}\" width=\"{Math.Abs(X(bar.Value) - X(0)):0.#}\" height=\"{Row - 7}\"><title>{WebUtility.HtmlEncode(bar.Name)}: {Svg.Number(bar.Value)}</title></rect>");
            if (double.IsFinite(bar.Low) && double.IsFinite(bar.High))
                svg.Append(CultureInfo.InvariantCulture, $"<path class=\"whisker\" d=\"M{X(bar.Low):0.#} {top + 9.5}H{X(bar.High):0.#}M{X(bar.Low):0.#} {top + 6}v7M{X(bar.High):0.#} {top + 6}v7\"/>");
            svg.Append('\n');
        }
        return svg.Append("</svg>\n").ToString();

        double X(double value) => Left + (Width - Left - Right) * scale.Place(value);
    }
}

/// <summary>One bar a factor, from the outcome at its low end to that at its high end, across the base case.</summary>
internal static class TornadoChart
{
    private const int Width = 640, Row = 20, Left = 250, Right = 20, Foot = 22;

    public static string Draw(string title, double standing, IReadOnlyList<(string Name, double AtLow, double AtHigh)> bars)
    {
        var known = bars.SelectMany(b => (double[])[standing, b.AtLow, b.AtHigh]).Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var scale = ChartScale.Around(known.Min(), known.Max());
        var svg = Svg.Open(title, Width, bars.Count * Row + Foot);
        Svg.VerticalGrid(svg, scale, X, bars.Count * Row);
        for (var i = 0; i < bars.Count; i++)
        {
            var (name, low, high) = bars[i];
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6}\" y=\"{i * Row + 14}\" text-anchor=\"end\">{WebUtility.HtmlEncode(Svg.Short(name))}</text>");
            foreach (var (end, value, shade) in (ReadOnlySpan<(string, double, string)>)[("low", low, "pale"), ("high", high, "bar")])
                if (double.IsFinite(value) && double.IsFinite(standing))
                    svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{shade}\" x=\"{Math.Min(X(standing), X(value)):0.#}\" y=\"{i * Row + 3 + (end == "low" ? 0 : (Row - 6) / 2)}\" width=\"{Math.Abs(X(value) - X(standing)):0.#}\" height=\"{(Row - 6) / 2}\"><title>{WebUtility.HtmlEncode(name)} at its {end} end: {Svg.Number(value)}</title></rect>");
            svg.Append('\n');
        }
        if (double.IsFinite(standing)) svg.Append(CultureInfo.InvariantCulture, $"<path class=\"whisker\" d=\"M{X(standing):0.#} 0V{bars.Count * Row}\"/>");
        return svg.Append("</svg>\n").ToString();

        double X(double value) => Left + (Width - Left - Right) * scale.Place(value);
    }
}
