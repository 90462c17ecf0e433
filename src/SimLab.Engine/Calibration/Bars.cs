using System.Globalization;
using System.Net;
using System.Text;
using SimLab.Engine.Calibration.Stylised;

namespace SimLab.Engine.Calibration;

/// <summary>Bars and intervals as inline SVG, in the colours of the report page.</summary>
internal static class Bars
{
    private const int Width = 520, Height = 200, Left = 8, Foot = 28;

    /// <summary>One bar a value; a dot where something was published.</summary>
    public static string Of(Shape shape)
    {
        var most = shape.Values.Concat(shape.Published).Where(double.IsFinite).DefaultIfEmpty(1).Max() is > 0 and var max ? max : 1;
        var bar = (Width - Left) / (double)Math.Max(1, shape.Values.Length);
        var every = Math.Max(1, (shape.Values.Length + 9) / 10);
        double Y(double value) => Height - Foot - (Height - Foot - 12) * (double.IsFinite(value) ? value : 0) / most;
        var svg = Open(shape.Title, Width, Height);
        for (var i = 0; i < shape.Values.Length; i++)
        {
            var (x, y) = (Left + i * bar, Y(shape.Values[i]));
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x + 1:0.#}\" y=\"{y:0.#}\" width=\"{Math.Max(1, bar - 2):0.#}\" height=\"{Height - Foot - y:0.#}\" fill=\"currentColor\" opacity=\"0.5\"><title>{Text(shape.Labels[i])}: {shape.Values[i]:0.####}</title></rect>\n");
            if (i < shape.Published.Length) svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"arm1\" cx=\"{x + bar / 2:0.#}\" cy=\"{Y(shape.Published[i]):0.#}\" r=\"3\" fill=\"var(--arm1)\"/>\n");
            if (i % every == 0) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{Height - 10}\">{Text(shape.Labels[i])}</text>\n");
        }
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>Predicted over observed, one line a fact, from 0 to 2.</summary>
    public static string Intervals(IReadOnlyList<(string Name, Prediction Prediction, double Observed)> facts)
    {
        const int Line = 20, Names = 220, Wide = 760;
        var svg = Open("Predicted over observed", Wide, facts.Count * Line + 24);
        double X(double ratio) => Names + (Wide - Names - 10) * Math.Clamp(ratio, 0, 2) / 2;
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{X(1):0.#} 0V{facts.Count * Line}\"/>\n");
        foreach (var (i, (name, p, observed)) in facts.Index())
        {
            var y = i * Line + 4;
            double[] at = [.. new[] { p.P05, p.P25, p.Median, p.P75, p.P95 }.Select(value => X(value / observed)).Order()];
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{y + 10}\">{Text(name)}</text>")
                .Append(CultureInfo.InvariantCulture, $"<rect x=\"{at[0]:0.#}\" y=\"{y + 3}\" width=\"{Math.Max(1, at[4] - at[0]):0.#}\" height=\"6\" fill=\"currentColor\" opacity=\"0.25\"/>")
                .Append(CultureInfo.InvariantCulture, $"<rect x=\"{at[1]:0.#}\" y=\"{y}\" width=\"{Math.Max(1, at[3] - at[1]):0.#}\" height=\"12\" fill=\"currentColor\" opacity=\"0.45\"/>")
                .Append(CultureInfo.InvariantCulture, $"<circle cx=\"{at[2]:0.#}\" cy=\"{y + 6}\" r=\"3\" fill=\"var(--arm1)\"/>\n");
        }
        foreach (var tick in (double[])[0, 0.5, 1, 1.5, 2])
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(tick):0.#}\" y=\"{facts.Count * Line + 16}\" text-anchor=\"middle\">{tick:0.0}</text>");
        return svg.Append("</svg>\n").ToString();
    }

    private static StringBuilder Open(string title, int width, int height) => new StringBuilder().Append(CultureInfo.InvariantCulture,
        $"<svg viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"{Text(title)}\">\n");

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
