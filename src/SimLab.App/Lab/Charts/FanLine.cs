using System.Collections.Immutable;

namespace SimLab.App.Lab.Charts;

/// <summary>Median and 90 % interval over the replicates in one month.</summary>
public sealed record FanPoint(double P05, double P50, double P95);

/// <summary>One line of a fan chart.</summary>
/// <param name="Name">Name for legend and table.</param>
/// <param name="Ink">Colour.</param>
/// <param name="Dash">solid, dashed or dotted: lines differ by dash too, not by colour alone.</param>
/// <param name="Points">By month; null: unknown.</param>
/// <param name="Band">Whether to draw its interval.</param>
public sealed record FanLine(string Name, string Ink, string Dash, ImmutableArray<FanPoint?> Points, bool Band = true);

/// <summary>Options of fan charts: medians as lines, 90 % intervals as bands, a target as a dotted line.</summary>
internal static class FanOptions
{
    /// <param name="months">Labels of the horizontal axis.</param>
    /// <param name="unit">Shown above the vertical axis.</param>
    /// <param name="lines">In drawing order; all over the same months.</param>
    /// <param name="target">Target value; null: none.</param>
    public static ChartOptions Of(IReadOnlyList<string> months, string unit, IReadOnlyList<FanLine> lines, double? target) => new(new
    {
        animation = false,
        textStyle = ChartInk.Letters,
        grid = new { left = 8, right = 14, top = 26, bottom = 4, outerBoundsMode = "same" },
        tooltip = BarOptions.Tip(trigger: "axis"),
        xAxis = new
        {
            type = "category",
            data = months,
            boundaryGap = false,
            axisLabel = new { color = ChartInk.Quiet, hideOverlap = true },
            axisLine = new { lineStyle = new { color = ChartInk.Line } },
            axisTick = new { show = false },
        },
        yAxis = new
        {
            type = "value",
            scale = true,
            name = unit,
            nameTextStyle = new { color = ChartInk.Quiet, align = "left" },
            axisLabel = new { color = ChartInk.Quiet },
            splitLine = new { lineStyle = new { color = ChartInk.Line } },
            splitNumber = 4,
        },
        series = lines.Where(line => line.Band).SelectMany(Band).Concat(lines.Select((line, i) => Median(line, i == 0 ? target : null))),
    });

    private static IEnumerable<object> Band(FanLine line)
    {
        object Edge(string part, Func<FanPoint, double> value, bool filled) => new
        {
            type = "line",
            id = $"{line.Name} {part}",
            stack = line.Name,
            stackStrategy = "all",
            silent = true,
            showSymbol = false,
            data = line.Points.Select(p => p is null ? (double?)null : value(p)),
            lineStyle = new { opacity = 0 },
            areaStyle = filled ? new { color = line.Ink, opacity = 0.16 } : null,
            tooltip = new { show = false },
        };
        yield return Edge("low", p => p.P05, filled: false);
        yield return Edge("high", p => p.P95 - p.P05, filled: true);
    }

    private static object Median(FanLine line, double? target) => new
    {
        type = "line",
        id = $"{line.Name} median",
        name = line.Name,
        showSymbol = false,
        data = line.Points.Select(p => p?.P50),
        lineStyle = new { color = line.Ink, type = line.Dash, width = 2 },
        itemStyle = new { color = line.Ink },
        markLine = target is not { } wanted ? null : new
        {
            silent = true,
            symbol = (string[])["none", "none"],
            label = new { show = false },
            lineStyle = new { color = ChartInk.Target, type = "dotted", width = 1.5 },
            data = new[] { new { yAxis = wanted } },
        },
    };
}
