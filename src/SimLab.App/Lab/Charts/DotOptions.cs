using Vizor.ECharts;

namespace SimLab.App.Lab.Charts;

/// <summary>An axis: words beside it, and whether it counts months as years and parts of them.</summary>
internal sealed record ShownAxis(string Words, bool IsTime = false);

/// <summary>A point in the plane.</summary>
/// <param name="Label">Written beside it; blank: nothing is.</param>
/// <param name="Tip">What it says when pointed at.</param>
/// <param name="Link">Where a click leads; null: nowhere.</param>
/// <param name="Ink">Its colour; null: that of the policy.</param>
/// <param name="Opacity">Of its colour.</param>
internal sealed record ShownDot(double X, double Y, string Label, string Tip, string? Link = null, Color? Ink = null, double Opacity = 0.85);

/// <summary>Points over two amounts: a front, a curve, a cloud with a box in it, a grid of shades.</summary>
internal static class DotOptions
{
    /// <param name="across">Words under the horizontal axis.</param>
    /// <param name="up">Words over the vertical axis.</param>
    /// <param name="dots">In the units of the axes.</param>
    /// <param name="joined">From left to right, by a line.</param>
    /// <param name="box">A shaded box; an open end is null. Null: none.</param>
    public static ChartOptions Of(ShownAxis across, ShownAxis up, IReadOnlyList<ShownDot> dots, bool joined = false, (double? Left, double? Right, double? Bottom, double? Top)? box = null)
    {
        // Words of a point to the right must not run out of the picture.
        var known = dots.Select(dot => dot.X).Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var middle = (known.Min() + known.Max()) / 2;
        return Framed(Axis(across), UpAxis(up),
    [
        .. joined ? [Line(dots)] : Array.Empty<ISeries>(),
        new ScatterSeries
        {
            Id = "dots",
            SymbolSize = new(dots.Any(dot => dot.Link is not null) ? 14 : 7),
            Label = new() { Show = true, Position = LabelPosition.Right, Formatter = "{b}", Color = ChartInk.Text, FontSize = 11 },
            Data = dots.Where(dot => double.IsFinite(dot.X) && double.IsFinite(dot.Y)).Select(dot => new
            {
                value = new[] { dot.X, dot.Y },
                name = dot.Label,
                label = new { position = dot.X > middle ? "left" : "right" },
                link = dot.Link,
                itemStyle = new { color = (dot.Ink ?? ChartInk.Policy).Value, opacity = dot.Opacity },
                tooltip = BarOptions.Hint(dot.Tip),
            }).ToArray(),
            MarkArea = box is not { } b ? null : new()
            {
                Silent = true,
                ItemStyle = new() { Color = ChartInk.Policy, Opacity = 0.14 },
                Data = new[] { new[] { Corner(b.Left, b.Bottom), Corner(b.Right, b.Top) } },
            },
        },
    ]);
    }

    /// <summary>Cells of a grid, the darker, the higher.</summary>
    /// <param name="columns">Words for the values across.</param>
    /// <param name="rows">Words for the values upwards.</param>
    /// <param name="cells">Column, row, shade from 0 to 1, and what the cell says.</param>
    public static ChartOptions Grid(string across, string up, string[] columns, string[] rows, IReadOnlyList<(int Column, int Row, double Shade, string Tip)> cells)
    {
        var (x, y) = (Axis(new(across)), UpAxis(new(up)));
        (x.Type, x.Data, y.Type, y.Data) = (AxisType.Category, columns, AxisType.Category, rows);
        return Framed(x, y,
        [
            new ScatterSeries
            {
                Id = "cells",
                Symbol = "rect",
                SymbolSize = new(32),
                Data = cells.Select(cell => new
                {
                    value = new[] { cell.Column, cell.Row },
                    itemStyle = new { color = ChartInk.Policy.Value, opacity = cell.Shade },
                    tooltip = BarOptions.Hint(cell.Tip),
                }).ToArray(),
            },
        ]);
    }

    private static ChartOptions Framed(XAxis across, YAxis up, List<ISeries> series) => new()
    {
        Animation = false,
        TextStyle = ChartInk.Letters(ChartInk.Text),
        Grid = new() { Left = 8, Right = 26, Top = 8, Bottom = 4, OuterBoundsMode = "same", OuterBoundsContain = null },
        Tooltip = BarOptions.Tip(),
        XAxis = across,
        YAxis = up,
        Series = series,
    };

    // 2022.5 is 2022-07.
    private static StringOrFunction? Months(ShownAxis axis) => !axis.IsTime ? (StringOrFunction?)null
        : (StringOrFunction)new JavascriptFunction("function (v) { return Math.floor(v) + '-' + String(Math.round((v - Math.floor(v)) * 12) + 1).padStart(2, '0'); }");

    private static XAxis Axis(ShownAxis axis) => new()
    {
        Type = AxisType.Value,
        Scale = true,
        Name = axis.Words,
        NameLocation = NameLocation.Middle,
        NameGap = 26,
        NameTextStyle = new() { Color = ChartInk.Quiet },
        AxisLabel = new() { Color = ChartInk.Quiet, HideOverlap = true, Formatter = Months(axis) },
        AxisLine = new() { LineStyle = new() { Color = ChartInk.Line } },
        SplitLine = new() { LineStyle = new() { Color = ChartInk.Line } },
        SplitNumber = 5,
    };

    private static YAxis UpAxis(ShownAxis axis) => new()
    {
        Type = AxisType.Value,
        Scale = true,
        Name = axis.Words,
        NameTextStyle = new() { Color = ChartInk.Quiet, Align = HorizontalAlign.Left },
        AxisLabel = new() { Color = ChartInk.Quiet, Formatter = Months(axis) },
        SplitLine = new() { LineStyle = new() { Color = ChartInk.Line } },
        SplitNumber = 5,
    };

    private static LineSeries Line(IReadOnlyList<ShownDot> dots) => new()
    {
        Id = "line",
        Silent = true,
        ShowSymbol = false,
        LineStyle = new() { Color = ChartInk.Policy, Width = 1.5 },
        Data = dots.Where(dot => double.IsFinite(dot.X) && double.IsFinite(dot.Y)).OrderBy(dot => dot.X).Select(dot => new[] { dot.X, dot.Y }).ToArray(),
    };

    // An open end of the box is the end of the picture.
    private static Dictionary<string, object> Corner(double? x, double? y)
    {
        var corner = new Dictionary<string, object>();
        if (x is { } across) corner["xAxis"] = across;
        if (y is { } up) corner["yAxis"] = up;
        return corner;
    }
}
