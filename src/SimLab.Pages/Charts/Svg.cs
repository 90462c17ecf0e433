using System.Globalization;
using System.Xml.Linq;

namespace SimLab.Pages.Charts;

/// <summary>Creates the SVG elements of charts. Text is escaped when the chart is written.</summary>
internal static class Svg
{
    private const int LongestName = 38;

    /// <param name="control">"start", "middle" or "end": the part of the text at x.</param>
    public static XElement Text(double x, double y, string text, string control = "start") => new("text",
        At("x", x), At("y", y), control == "start" ? null : new XAttribute("text-anchor", control), text);

    public static XElement Path(string kind, string steps) => new("path", new XAttribute("class", kind), new XAttribute("d", steps));

    /// <param name="hint">Shown where the pointer rests.</param>
    public static XElement Rectangle(string kind, double x, double y, double width, double height, string? hint = null) => new("rect",
        new XAttribute("class", kind), At("x", x), At("y", y), At("width", width), At("height", height), Hint(hint));

    /// <param name="hint">Shown where the pointer rests.</param>
    public static XElement Circle(string kind, double x, double y, string? hint = null) => new("circle",
        new XAttribute("class", kind), At("cx", x), At("cy", y), new XAttribute("r", 3), Hint(hint));

    /// <summary>"M x y L x y …" through the points.</summary>
    public static string Through(IEnumerable<(double X, double Y)> points) =>
        "M" + string.Join('L', points.Select(point => $"{Pixels(point.X)} {Pixels(point.Y)}"));

    /// <summary>A position or length, to a tenth of a pixel.</summary>
    public static string Pixels(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A value as hints show it.</summary>
    public static string Number(double value) =>
        double.IsFinite(value) ? value.ToString(Math.Abs(value) >= 1e4 ? "N0" : "G5", CultureInfo.InvariantCulture) : "–";

    /// <summary>A name shortened to fit beside its bar or dot.</summary>
    public static string Short(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)] + "…";

    private static XAttribute At(string name, double value) => new(name, Pixels(value));

    private static XElement? Hint(string? hint) => hint is null ? null : new("title", hint);
}
