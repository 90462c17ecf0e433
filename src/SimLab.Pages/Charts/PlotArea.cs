using System.Xml.Linq;

namespace SimLab.Pages.Charts;

/// <summary>The rectangle inside the axes, by its edges in pixels, with a scale for each axis.</summary>
internal readonly record struct PlotArea(double Left, double Top, double Right, double Bottom, ChartScale Across, ChartScale Up)
{
    private const int NumbersBelow = 16, NumbersBefore = 6, HalfALetter = 4;

    /// <summary>Horizontal position, in pixels, of a value.</summary>
    public double X(double value) => Left + (Right - Left) * Across.Place(value);

    /// <summary>Vertical position, in pixels, of a value.</summary>
    public double Y(double value) => Bottom - (Bottom - Top) * Up.Place(value);

    /// <summary>A vertical line at each tick, its number below.</summary>
    public IEnumerable<XElement> TicksAcross()
    {
        foreach (var tick in Across.Ticks())
        {
            yield return Svg.Path("grid", $"M{Svg.Pixels(X(tick))} {Svg.Pixels(Top)}V{Svg.Pixels(Bottom)}");
            yield return Svg.Text(X(tick), Bottom + NumbersBelow, Across.Label(tick), "middle");
        }
    }

    /// <summary>A horizontal line at each tick, its number before it.</summary>
    public IEnumerable<XElement> TicksUp()
    {
        foreach (var tick in Up.Ticks())
        {
            yield return Svg.Path("grid", $"M{Svg.Pixels(Left)} {Svg.Pixels(Y(tick))}H{Svg.Pixels(Right)}");
            yield return Svg.Text(Left - NumbersBefore, Y(tick) + HalfALetter, Up.Label(tick), "end");
        }
    }
}
