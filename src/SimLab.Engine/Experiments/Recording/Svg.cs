using System.Globalization;
using System.Net;
using System.Text;
using SimLab.Engine.Recording;

namespace SimLab.Engine.Experiments.Recording;

/// <summary>What the pictures of studies have in common; colours come from the page's classes bar, pale, whisker, dot and cell.</summary>
internal static class Svg
{
    private const int Longest = 38;

    public static StringBuilder Open(string title, int width, int height) => new StringBuilder().Append(CultureInfo.InvariantCulture,
        $"<svg viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(title)}\">\n");

    /// <param name="x">From a value to its place.</param>
    /// <param name="foot">Where the lines end and the numbers begin.</param>
    public static void VerticalGrid(StringBuilder svg, ChartScale scale, Func<double, double> x, int foot)
    {
        foreach (var tick in scale.Ticks())
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{x(tick):0.#} 0V{foot}\"/><text x=\"{x(tick):0.#}\" y=\"{foot + 16}\" text-anchor=\"middle\">{scale.Label(tick)}</text>\n");
    }

    public static string Number(double value) => double.IsFinite(value) ? value.ToString(Math.Abs(value) >= 1e4 ? "N0" : "G5", CultureInfo.InvariantCulture) : "–";

    public static string Short(string name) => name.Length <= Longest ? name : name[..(Longest - 1)] + "…";
}
