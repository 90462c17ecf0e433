using System.Globalization;
using System.Net;
using SimLab.Engine.Recording;

namespace SimLab.Engine.Experiments.Recording;

/// <summary>A run as a dot: filled where it is a case of interest, pale where it is none.</summary>
internal readonly record struct CaseDot(double X, double Y, bool OfInterest);

/// <summary>Runs over two factors, with the box that holds the cases of interest, as inline SVG.</summary>
internal static class BoxChart
{
    private const int Width = 520, Height = 340, Left = 84, Right = 20, Top = 12, Bottom = 26, MostDots = 2_000;

    /// <param name="across">Ends of the box; an open end is that of all runs.</param>
    public static string Draw(string title, IReadOnlyList<CaseDot> runs, (double Low, double High) across, (double Low, double High) up)
    {
        var (x, y) = (ChartScale.Around(runs.Min(r => r.X), runs.Max(r => r.X)), ChartScale.Around(runs.Min(r => r.Y), runs.Max(r => r.Y)));
        var svg = Svg.Open(title, Width, Height);
        Svg.VerticalGrid(svg, x, X, Height - Bottom);
        foreach (var tick in y.Ticks())
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{Left} {Y(tick):0.#}H{Width - Right}\"/><text x=\"{Left - 6}\" y=\"{Y(tick) + 4:0.#}\" text-anchor=\"end\">{y.Label(tick)}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"cell\" fill-opacity=\"0.15\" x=\"{X(across.Low):0.#}\" y=\"{Y(up.High):0.#}\" width=\"{X(across.High) - X(across.Low):0.#}\" height=\"{Y(up.Low) - Y(up.High):0.#}\"><title>{WebUtility.HtmlEncode(title)}</title></rect>\n");
        for (var i = 0; i < Math.Min(MostDots, runs.Count); i++)
        {
            var run = runs[(int)((long)runs.Count * i / Math.Min(MostDots, runs.Count))];
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"{(run.OfInterest ? "dot" : "whisker")}\" cx=\"{X(run.X):0.#}\" cy=\"{Y(run.Y):0.#}\" r=\"3\"/>");
        }
        return svg.Append("\n</svg>\n").ToString();

        double X(double value) => Left + (Width - Left - Right) * x.Place(value);
        double Y(double value) => Top + (Height - Top - Bottom) * (1 - y.Place(value));
    }
}
