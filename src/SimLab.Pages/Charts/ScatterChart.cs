using System.Xml.Linq;

namespace SimLab.Pages.Charts;

/// <summary>A point of the plane. A blank name is not drawn; a hollow dot is of a second kind.</summary>
public sealed record Dot(double X, double Y, string Name = "", bool IsHollow = false);

/// <summary>A rectangle of the plane, in values of the axes.</summary>
public sealed record PlaneBox(double Left, double Right, double Bottom, double Top);

/// <summary>Points in the plane, optionally joined from left to right, optionally with a shaded box.</summary>
/// <param name="title">Text alternative of the chart.</param>
/// <param name="dots">Of many, an even selection is drawn; those without both numbers are not.</param>
public sealed class ScatterChart(string title, IReadOnlyList<Dot> dots) : Chart(title)
{
    private const int MostDots = 2_000;

    /// <summary>Whether a line joins all dots.</summary>
    public bool IsJoined { get; init; }

    /// <summary>Box shaded behind the dots; null: none.</summary>
    public PlaneBox? Box { get; init; }

    private protected override int Width => 520;

    private protected override int Height => 300;

    private protected override IEnumerable<XElement> Draw()
    {
        Dot[] known = [.. dots.Where(dot => double.IsFinite(dot.X) && double.IsFinite(dot.Y))];
        if (known.Length > MostDots) known = [
            .. Enumerable.Range(0, MostDots).Select(i => known[(int)((long)known.Length * i / MostDots)])];
        if (known.Length == 0) yield break;
        var plot = new PlotArea(
            72, 12, Width - 40, Height - 26, ChartScale.Around(known.Select(dot => dot.X)), ChartScale.Around(known.Select(dot => dot.Y)));
        foreach (var tick in plot.TicksAcross().Concat(plot.TicksUp())) yield return tick;
        if (Box is { } box)
            yield return Svg.Rectangle(
                "box", plot.X(box.Left), plot.Y(box.Top), plot.X(box.Right) - plot.X(box.Left),
                plot.Y(box.Bottom) - plot.Y(box.Top), Title);
        if (IsJoined)
            yield return new XElement("g", new XAttribute("class", "arm2"),
                Svg.Path("line", Svg.Through(known.OrderBy(dot => dot.X).Select(dot => (plot.X(dot.X), plot.Y(dot.Y))))));
        foreach (var dot in known)
        {
            yield return Svg.Circle(
                dot.IsHollow ? "whisker" : "dot", plot.X(dot.X), plot.Y(dot.Y),
                $"{dot.Name} {Svg.Number(dot.X)}, {Svg.Number(dot.Y)}".TrimStart());
            if (dot.Name.Length == 0) continue;
            var isRight = 2 * plot.X(dot.X) > Width;               // the name goes to the side with more room
            yield return Svg.Text(plot.X(dot.X) + (isRight ? -5 : 5), plot.Y(dot.Y) - 4, Svg.Short(dot.Name), isRight ? "end" : "start");
        }
    }
}
