using System.Collections.Immutable;
using Vizor.ECharts;

namespace SimLab.App.Lab.Charts;

/// <summary>A number month by month, with the 90 % of its replicates; null where it cannot be known yet.</summary>
public sealed record FanPoint(double P05, double P50, double P95);

/// <summary>One line of a fan chart.</summary>
/// <param name="Name">For legend and table.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="Dash">Lines differ by dash too, not by colour alone.</param>
/// <param name="Points">By month.</param>
/// <param name="Band">Whether its interval is drawn.</param>
public sealed record FanLine(string Name, Color Ink, LineTypeStyle Dash, ImmutableArray<FanPoint?> Points, bool Band = true);

/// <summary>Medians as lines, 90 % intervals as bands, a target as a dotted line.</summary>
internal static class FanOptions
{
    /// <param name="months">Labels of the horizontal axis.</param>
    /// <param name="unit">Stands above the vertical axis.</param>
    /// <param name="lines">Drawn in this order; all over the same months.</param>
    /// <param name="target">Null: none is drawn.</param>
    public static ChartOptions Of(IReadOnlyList<string> months, string unit, IReadOnlyList<FanLine> lines, double? target) => new()
    {
        Animation = false,
        TextStyle = ChartInk.Letters(ChartInk.Text),
        Grid = new() { Left = 8, Right = 14, Top = 26, Bottom = 4, OuterBoundsMode = "same", OuterBoundsContain = null },
        Tooltip = new()
        {
            Trigger = TooltipTrigger.Axis,
            Confine = true,
            BackgroundColor = ChartInk.Card,
            BorderColor = ChartInk.Line,
            TextStyle = ChartInk.Letters(ChartInk.Text),
        },
        XAxis = new()
        {
            Type = AxisType.Category,
            Data = months.ToArray(),
            BoundaryGap = new(false),
            AxisLabel = new() { Color = ChartInk.Quiet, HideOverlap = true },
            AxisLine = new() { LineStyle = new() { Color = ChartInk.Line } },
            AxisTick = new() { Show = false },
        },
        YAxis = new()
        {
            Type = AxisType.Value,
            Scale = true,
            Name = unit,
            NameTextStyle = new() { Color = ChartInk.Quiet, Align = HorizontalAlign.Left },
            AxisLabel = new() { Color = ChartInk.Quiet },
            SplitLine = new() { LineStyle = new() { Color = ChartInk.Line } },
            SplitNumber = 4,
        },
        Series = [.. lines.Where(line => line.Band).SelectMany(Band), .. lines.Select((line, i) => Median(line, i == 0 ? target : null))],
    };

    private static IEnumerable<ISeries> Band(FanLine line)
    {
        LineSeries Edge(string part, Func<FanPoint, double> value, bool filled) => new()
        {
            Id = $"{line.Name} {part}",
            Stack = line.Name,
            Silent = true,
            ShowSymbol = false,
            Data = line.Points.Select(p => p is null ? (double?)null : value(p)).ToArray(),
            LineStyle = new() { Opacity = 0 },
            AreaStyle = filled ? new() { Color = [line.Ink], Opacity = 0.16 } : null,
            Tooltip = new() { Show = false },
            StackStrategy = StackStrategy.All,
        };
        yield return Edge("low", p => p.P05, filled: false);
        yield return Edge("high", p => p.P95 - p.P05, filled: true);
    }

    private static LineSeries Median(FanLine line, double? target) => new()
    {
        Id = $"{line.Name} median",
        Name = line.Name,
        ShowSymbol = false,
        Data = line.Points.Select(p => p?.P50).ToArray(),
        LineStyle = new() { Color = line.Ink, Type = line.Dash, Width = 2 },
        ItemStyle = new() { Color = line.Ink },
        MarkLine = target is not { } wanted ? null : new()
        {
            Silent = true,
            Symbol = new(["none", "none"]),
            Label = new() { Show = false },
            LineStyle = new() { Color = ChartInk.Target, Type = LineTypeStyle.Dotted, Width = 1.5 },
            Data = new[] { new { yAxis = wanted } },
        },
    };
}
