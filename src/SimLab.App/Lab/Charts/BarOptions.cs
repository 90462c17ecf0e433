using Vizor.ECharts;

namespace SimLab.App.Lab.Charts;

/// <summary>A horizontal bar.</summary>
/// <param name="Name">Stands beside it.</param>
/// <param name="From">Where it begins: zero, or where the bar above it ended.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Tip">What it says when pointed at.</param>
/// <param name="Interval">Drawn as a thin line; null: it has none.</param>
/// <param name="Ink">Its colour; null: that of the policy.</param>
internal sealed record ShownBar(string Name, double From, double To, string Tip, (double Low, double High)? Interval = null, Color? Ink = null);

/// <summary>Horizontal bars, the first on top: a tornado, a waterfall, shares and differences with their intervals.</summary>
internal static class BarOptions
{
    private const int NameWidth = 132, BarHeight = 30, Frame = 56;

    /// <summary>How high such a chart is.</summary>
    public static string HeightOf(int bars) => $"{Frame + bars * BarHeight}px";

    /// <param name="unit">Stands at the end of the axis.</param>
    /// <param name="bars">In the unit.</param>
    public static ChartOptions Of(string unit, IReadOnlyList<ShownBar> bars) => Framed(unit, [.. bars.Select(bar => bar.Name)], null,
    [
        .. Pair("bar", "", bars, new()
        {
            Silent = true,
            Symbol = new(["none", "none"]),
            LineStyle = new() { Color = ChartInk.Text, Type = LineTypeStyle.Solid, Width = 1.5 },
            Label = new() { Show = false },
            Data = Intervals(bars).Select(b => new object[] { new { coord = new[] { b.Low, b.At } }, new { coord = new[] { b.High, b.At } } }).ToArray(),
        }),
        // Not seen: they make the axis as long as the intervals.
        new ScatterSeries { Id = "ends", Silent = true, SymbolSize = new(0), Data = Intervals(bars).SelectMany(b => new[] { new[] { b.Low, b.At }, [b.High, b.At] }).ToArray() },
    ]);

    private static IEnumerable<(double Low, double High, int At)> Intervals(IReadOnlyList<ShownBar> bars) =>
        bars.Select((bar, i) => (bar.Interval, i)).Where(b => b.Interval is not null).Select(b => (b.Interval!.Value.Low, b.Interval.Value.High, b.i));

    /// <summary>Two bars for each name, from a line at zero.</summary>
    /// <param name="low">At the low ends: what they are called, and the bars.</param>
    /// <param name="high">At the high ends.</param>
    public static ChartOptions Tornado(string unit, (string Name, IReadOnlyList<ShownBar> Bars) low, (string Name, IReadOnlyList<ShownBar> Bars) high) => Framed(
        unit, [.. low.Bars.Select(bar => bar.Name)], [low.Name, high.Name],
    [
        .. Pair("low", low.Name, low.Bars, null),
        .. Pair("high", high.Name, high.Bars, new()
        {
            Silent = true,
            Symbol = new(["none", "none"]),
            LineStyle = new() { Color = ChartInk.Text, Type = LineTypeStyle.Solid, Width = 1 },
            Label = new() { Show = false },
            Data = new[] { new { xAxis = 0 } },
        }),
    ]);

    /// <summary>A tooltip's text is read as HTML, and names are what users write.</summary>
    public static object Hint(string text) => new { formatter = System.Net.WebUtility.HtmlEncode(text).Replace("{", "&#123;", StringComparison.Ordinal) };

    public static Tooltip Tip() => new()
    {
        Trigger = TooltipTrigger.Item,
        Confine = true,
        BackgroundColor = ChartInk.Card,
        BorderColor = ChartInk.Line,
        TextStyle = ChartInk.Letters(ChartInk.Text),
    };

    private static ChartOptions Framed(string unit, string[] names, string[]? legend, List<ISeries> series) => new()
    {
        Animation = false,
        TextStyle = ChartInk.Letters(ChartInk.Text),
        Grid = new() { Left = 8, Right = 26, Top = legend is null ? 6 : 28, Bottom = 4, OuterBoundsMode = "same", OuterBoundsContain = null },
        Tooltip = Tip(),
        Legend = legend is null ? new() { Show = false } : new() { Right = "0", Top = "0", ItemWidth = 14, TextStyle = ChartInk.Letters(ChartInk.Text), Data = legend },
        XAxis = new()
        {
            Type = AxisType.Value,
            Name = unit,
            NameLocation = NameLocation.Middle,
            NameGap = 24,
            NameTextStyle = new() { Color = ChartInk.Quiet },
            AxisLabel = new() { Color = ChartInk.Quiet, HideOverlap = true },
            SplitLine = new() { LineStyle = new() { Color = ChartInk.Line } },
            SplitNumber = 4,
        },
        YAxis = new()
        {
            Type = AxisType.Category,
            Inverse = true,
            Data = names,
            AxisLabel = new() { Color = ChartInk.Text, Width = NameWidth, Overflow = Overflow.Break, FontSize = 11, LineHeight = 13, Interval = new(0) },
            AxisLine = new() { LineStyle = new() { Color = ChartInk.Line } },
            AxisTick = new() { Show = false },
        },
        Series = series,
    };

    // A bar that begins elsewhere than at zero stands on one that is not seen.
    private static IEnumerable<ISeries> Pair(string id, string name, IReadOnlyList<ShownBar> bars, MarkLine? marks)
    {
        yield return new BarSeries
        {
            Id = $"{id} base",
            Stack = id,
            StackStrategy = StackStrategy.All,
            Silent = true,
            BarMaxWidth = 14,
            ItemStyle = new() { Color = new("transparent") },
            Tooltip = new() { Show = false },
            Data = bars.Select(bar => (double?)(double.IsFinite(bar.From + bar.To) ? Math.Min(bar.From, bar.To) : null)).ToArray(),
        };
        yield return new BarSeries
        {
            Id = id,
            Name = name,
            Stack = id,
            StackStrategy = StackStrategy.All,
            BarMaxWidth = 14,
            ItemStyle = new() { Color = bars.Count > 0 ? bars[0].Ink ?? ChartInk.Policy : ChartInk.Policy },
            Data = bars.Select(bar => new { value = double.IsFinite(bar.From + bar.To) ? Math.Abs(bar.To - bar.From) : (double?)null, itemStyle = new { color = (bar.Ink ?? ChartInk.Policy).Value }, tooltip = Hint(bar.Tip) }).ToArray(),
            MarkLine = marks,
        };
    }
}
