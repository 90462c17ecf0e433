namespace SimLab.App.Lab.Charts;

/// <summary>A horizontal bar.</summary>
/// <param name="Name">Label beside the bar.</param>
/// <param name="From">Start value: zero, or the end of the bar above.</param>
/// <param name="To">End value.</param>
/// <param name="Tip">Tooltip.</param>
/// <param name="Interval">Drawn as a thin line; null: none.</param>
/// <param name="Ink">Colour; null: that of the policy.</param>
internal sealed record ShownBar(
    string Name, double From, double To, string Tip, (double Low, double High)? Interval = null, string? Ink = null);

/// <summary>
/// Options of horizontal bar charts, first bar on top: tornado, waterfall, shares and differences with intervals.
/// </summary>
internal static class BarOptions
{
    private const int NameWidth = 144, BarHeight = 30, Frame = 56;
    private static readonly string[] NoEnds = ["none", "none"];

    /// <summary>CSS height of a chart with this many bars.</summary>
    public static string HeightOf(int bars) => $"{Frame + bars * BarHeight}px";

    /// <param name="unit">Shown at the end of the axis.</param>
    /// <param name="bars">Values in the unit.</param>
    public static ChartOptions Of(string unit, IReadOnlyList<ShownBar> bars) => Framed(unit, [.. bars.Select(bar => bar.Name)], null,
    [
        .. Pair("bar", "", bars, new
        {
            silent = true,
            symbol = NoEnds,
            lineStyle = new { color = ChartInk.Text, type = "solid", width = 1.5 },
            label = new { show = false },
            data = Intervals(bars).Select(b => new[] { new { coord = new[] { b.Low, b.At } }, new { coord = new[] { b.High, b.At } } }),
        }),
        // Invisible: extends the axis to the ends of the intervals.
        new
        {
            type = "scatter",
            id = "ends",
            silent = true,
            symbolSize = 0,
            data = Intervals(bars).SelectMany(b => new[] { new[] { b.Low, b.At }, [b.High, b.At] }),
        },
    ]);

    private static IEnumerable<(double Low, double High, int At)> Intervals(IReadOnlyList<ShownBar> bars) =>
        bars.Select((bar, i) => (bar.Interval, i)).Where(b => b.Interval is not null)
            .Select(b => (b.Interval!.Value.Low, b.Interval.Value.High, b.i));

    /// <summary>Two bars per name, from a line at zero.</summary>
    /// <param name="low">The low ends: series name and bars.</param>
    /// <param name="high">The high ends: series name and bars.</param>
    public static ChartOptions Tornado(
        string unit, (string Name, IReadOnlyList<ShownBar> Bars) low, (string Name, IReadOnlyList<ShownBar> Bars) high) => Framed(
        unit, [.. low.Bars.Select(bar => bar.Name)], [low.Name, high.Name],
    [
        .. Pair("low", low.Name, low.Bars, null),
        .. Pair("high", high.Name, high.Bars, new
        {
            silent = true,
            symbol = NoEnds,
            lineStyle = new { color = ChartInk.Text, type = "solid", width = 1 },
            label = new { show = false },
            data = new[] { new { xAxis = 0 } },
        }),
    ]);

    /// <summary>A tooltip with encoded text: ECharts reads it as HTML, and users write the names.</summary>
    public static object Hint(string text) =>
        new { formatter = System.Net.WebUtility.HtmlEncode(text).Replace("{", "&#123;", StringComparison.Ordinal) };

    /// <summary>Common settings of a chart's tooltip.</summary>
    public static object Tip(string trigger = "item") => new
    {
        trigger,
        confine = true,
        backgroundColor = ChartInk.Card,
        borderColor = ChartInk.Line,
        textStyle = ChartInk.Letters,
    };

    private static ChartOptions Framed(string unit, string[] names, string[]? legend, object[] series) => new(new
    {
        animation = false,
        textStyle = ChartInk.Letters,
        grid = new { left = 8, right = 26, top = legend is null ? 6 : 28, bottom = 4, outerBoundsMode = "same" },
        tooltip = Tip(),
        legend = legend is null ? null : new { right = 0, top = 0, itemWidth = 14, textStyle = ChartInk.Letters, data = legend },
        xAxis = new
        {
            type = "value",
            name = unit,
            nameLocation = "middle",
            nameGap = 24,
            nameTextStyle = new { color = ChartInk.Quiet },
            axisLabel = new { color = ChartInk.Quiet, hideOverlap = true },
            splitLine = new { lineStyle = new { color = ChartInk.Line } },
            splitNumber = 4,
        },
        yAxis = new
        {
            type = "category",
            inverse = true,
            data = names,
            axisLabel = new { color = ChartInk.Text, width = NameWidth, overflow = "break", fontSize = 11, lineHeight = 13, interval = 0 },
            axisLine = new { lineStyle = new { color = ChartInk.Line } },
            axisTick = new { show = false },
        },
        series,
    });

    // A bar that starts elsewhere than at zero stands on an invisible bar.
    private static IEnumerable<object> Pair(string id, string name, IReadOnlyList<ShownBar> bars, object? marks)
    {
        yield return new
        {
            type = "bar",
            id = $"{id} base",
            stack = id,
            stackStrategy = "all",
            silent = true,
            barMaxWidth = 14,
            itemStyle = new { color = "transparent" },
            tooltip = new { show = false },
            data = bars.Select(bar => (double?)(double.IsFinite(bar.From + bar.To) ? Math.Min(bar.From, bar.To) : null)),
        };
        yield return new
        {
            type = "bar",
            id,
            name,
            stack = id,
            stackStrategy = "all",
            barMaxWidth = 14,
            itemStyle = new { color = bars.Count > 0 ? bars[0].Ink ?? ChartInk.Policy : ChartInk.Policy },
            data = bars.Select(bar => new
            {
                value = double.IsFinite(bar.From + bar.To) ? Math.Abs(bar.To - bar.From) : (double?)null,
                itemStyle = new { color = bar.Ink ?? ChartInk.Policy },
                tooltip = Hint(bar.Tip),
            }),
            markLine = marks,
        };
    }
}
