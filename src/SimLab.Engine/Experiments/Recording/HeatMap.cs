using System.Globalization;
using System.Net;

namespace SimLab.Engine.Experiments.Recording;

/// <summary>One outcome over a grid of two knobs: the darker, the higher; as inline SVG.</summary>
internal static class HeatMap
{
    private const int Width = 520, Height = 360, Left = 84, Bottom = 26, Top = 6, Right = 6, MostLabels = 8;

    /// <param name="cells">Value of the knob across, of the knob upwards, of the outcome.</param>
    public static string Draw(string title, ExperimentFactor across, ExperimentFactor up, IReadOnlyList<(double Across, double Up, double Value)> cells)
    {
        double[] columns = [.. cells.Select(c => c.Across).Distinct().Order()], rows = [.. cells.Select(c => c.Up).Distinct().Order()];
        var known = cells.Select(c => c.Value).Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var (low, high) = (known.Min(), known.Max());
        var (wide, tall) = ((Width - Left - Right) / (double)columns.Length, (Height - Top - Bottom) / (double)rows.Length);
        var svg = Svg.Open(title, Width, Height);
        foreach (var (x, y, value) in cells)
        {
            var (left, top) = (Left + Array.IndexOf(columns, x) * wide, Top + (rows.Length - 1 - Array.IndexOf(rows, y)) * tall);
            var shade = high > low ? 0.08 + 0.92 * (value - low) / (high - low) : 0.5;
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"cell\" x=\"{left:0.#}\" y=\"{top:0.#}\" width=\"{wide:0.#}\" height=\"{tall:0.#}\" fill-opacity=\"{(double.IsFinite(value) ? shade : 0):0.##}\"><title>{WebUtility.HtmlEncode($"{across.Name} {across.Shown(x)}, {up.Name} {up.Shown(y)}")}: {Svg.Number(value)}</title></rect>\n");
        }
        for (var i = 0; i < columns.Length; i += Math.Max(1, columns.Length / MostLabels))
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + (i + 0.5) * wide:0.#}\" y=\"{Height - 8}\" text-anchor=\"middle\">{across.Shown(columns[i])}</text>");
        for (var i = 0; i < rows.Length; i += Math.Max(1, rows.Length / MostLabels))
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6}\" y=\"{Top + (rows.Length - 0.5 - i) * tall + 4:0.#}\" text-anchor=\"end\">{up.Shown(rows[i])}</text>");
        return svg.Append(CultureInfo.InvariantCulture, $"\n</svg>\n<p class=\"legend\">{Svg.Number(low)} (pale) – {Svg.Number(high)} (dark)</p>\n").ToString();
    }
}
