using System.Globalization;
using System.Net;
using SimLab.Engine.Recording;

namespace SimLab.Engine.Experiments.Recording;

/// <summary>A point of a scatter plot; a blank name is not written.</summary>
internal sealed record Dot(double X, double Y, string Name);

/// <summary>Points in the plane, joined from left to right on request, as inline SVG.</summary>
internal static class Scatter
{
    private const int Width = 520, Height = 300, Left = 64, Right = 40, Top = 12, Bottom = 26, MostDots = 2_000;

    public static string Draw(string title, IReadOnlyList<Dot> dots, bool joined)
    {
        List<Dot> known = [.. dots.Where(d => double.IsFinite(d.X) && double.IsFinite(d.Y))];
        if (known.Count > MostDots) known = [.. Enumerable.Range(0, MostDots).Select(i => known[(int)((long)known.Count * i / MostDots)])];
        var svg = Svg.Open(title, Width, Height);
        if (known.Count == 0) return svg.Append("</svg>\n").ToString();
        var (across, up) = (ChartScale.Around(known.Min(d => d.X), known.Max(d => d.X)), ChartScale.Around(known.Min(d => d.Y), known.Max(d => d.Y)));
        Svg.VerticalGrid(svg, across, X, Height - Bottom);
        foreach (var tick in up.Ticks())
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{Left} {Y(tick):0.#}H{Width - Right}\"/><text x=\"{Left - 6}\" y=\"{Y(tick) + 4:0.#}\" text-anchor=\"end\">{up.Label(tick)}</text>\n");
        if (joined) svg.Append(CultureInfo.InvariantCulture, $"<g class=\"arm2\"><path class=\"line\" d=\"M{string.Join('L', known.OrderBy(d => d.X).Select(d => string.Create(CultureInfo.InvariantCulture, $"{X(d.X):0.#} {Y(d.Y):0.#}")))}\"/></g>\n");
        foreach (var dot in known)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"dot\" cx=\"{X(dot.X):0.#}\" cy=\"{Y(dot.Y):0.#}\" r=\"3\"><title>{WebUtility.HtmlEncode(dot.Name)} {Svg.Number(dot.X)}, {Svg.Number(dot.Y)}</title></circle>");
            if (dot.Name.Length > 0) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(dot.X) + 5:0.#}\" y=\"{Y(dot.Y) - 4:0.#}\">{WebUtility.HtmlEncode(Svg.Short(dot.Name))}</text>");
            svg.Append('\n');
        }
        return svg.Append("</svg>\n").ToString();

        double X(double value) => Left + (Width - Left - Right) * across.Place(value);
        double Y(double value) => Top + (Height - Top - Bottom) * (1 - up.Place(value));
    }
}
