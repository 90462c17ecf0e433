namespace SimLab.App.Lab.Charts;

/// <summary>An axis: words beside it, and whether it counts months as years and parts of them.</summary>
internal sealed record ShownAxis(string Words, bool IsTime = false);

/// <summary>A point in the plane.</summary>
/// <param name="Label">Written beside it; blank: nothing is.</param>
/// <param name="Tip">What it says when pointed at.</param>
/// <param name="Link">Where a click leads; null: nowhere.</param>
/// <param name="Ink">Its colour; null: that of the policy.</param>
/// <param name="Opacity">Of its colour.</param>
internal sealed record ShownDot(double X, double Y, string Label, string Tip, string? Link = null, string? Ink = null, double Opacity = 0.85);

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
        .. joined ? [Line(dots)] : Array.Empty<object>(),
        new
        {
            type = "scatter",
            id = "dots",
            symbolSize = dots.Any(dot => dot.Link is not null) ? 14 : 7,
            label = new { show = true, position = "right", formatter = "{b}", color = ChartInk.Text, fontSize = 11 },
            data = dots.Where(dot => double.IsFinite(dot.X) && double.IsFinite(dot.Y)).Select(dot => new
            {
                value = new[] { dot.X, dot.Y },
                name = dot.Label,
                label = new { position = dot.X > middle ? "left" : "right" },
                link = dot.Link,
                itemStyle = new { color = dot.Ink ?? ChartInk.Policy, opacity = dot.Opacity },
                tooltip = BarOptions.Hint(dot.Tip),
            }),
            markArea = box is not { } b ? null : new
            {
                silent = true,
                itemStyle = new { color = ChartInk.Policy, opacity = 0.14 },
                data = new[] { new[] { Corner(b.Left, b.Bottom), Corner(b.Right, b.Top) } },
            },
        },
    ]);
    }

    /// <summary>Cells of a grid, the darker, the higher.</summary>
    /// <param name="columns">Words for the values across.</param>
    /// <param name="rows">Words for the values upwards.</param>
    /// <param name="cells">Column, row, shade from 0 to 1, and what the cell says.</param>
    public static ChartOptions Grid(string across, string up, string[] columns, string[] rows, IReadOnlyList<(int Column, int Row, double Shade, string Tip)> cells) => Framed(
        Axis(new(across), columns), UpAxis(new(up), rows),
    [
        new
        {
            type = "scatter",
            id = "cells",
            symbol = "rect",
            symbolSize = 32,
            data = cells.Select(cell => new
            {
                value = new[] { cell.Column, cell.Row },
                itemStyle = new { color = ChartInk.Policy, opacity = cell.Shade },
                tooltip = BarOptions.Hint(cell.Tip),
            }),
        },
    ]);

    private static ChartOptions Framed(object across, object up, object[] series) => new(new
    {
        animation = false,
        textStyle = ChartInk.Letters,
        grid = new { left = 8, right = 26, top = 8, bottom = 4, outerBoundsMode = "same" },
        tooltip = BarOptions.Tip(),
        xAxis = across,
        yAxis = up,
        series,
    });

    // 2022.5 is 2022-07, which is no template of ECharts; charts.js knows the name.
    private static string? Months(ShownAxis axis) => axis.IsTime ? "yearMonth" : null;

    // On an axis of categories a value is the number of one.
    private static object Axis(ShownAxis axis, string[]? categories = null) => new
    {
        type = categories is null ? "value" : "category",
        data = categories,
        scale = true,
        name = axis.Words,
        nameLocation = "middle",
        nameGap = 26,
        nameTextStyle = new { color = ChartInk.Quiet },
        axisLabel = new { color = ChartInk.Quiet, hideOverlap = true, formatter = Months(axis) },
        axisLine = new { lineStyle = new { color = ChartInk.Line } },
        splitLine = new { lineStyle = new { color = ChartInk.Line } },
        splitNumber = 5,
    };

    private static object UpAxis(ShownAxis axis, string[]? categories = null) => new
    {
        type = categories is null ? "value" : "category",
        data = categories,
        scale = true,
        name = axis.Words,
        nameTextStyle = new { color = ChartInk.Quiet, align = "left" },
        axisLabel = new { color = ChartInk.Quiet, formatter = Months(axis) },
        splitLine = new { lineStyle = new { color = ChartInk.Line } },
        splitNumber = 5,
    };

    private static object Line(IReadOnlyList<ShownDot> dots) => new
    {
        type = "line",
        id = "line",
        silent = true,
        showSymbol = false,
        lineStyle = new { color = ChartInk.Policy, width = 1.5 },
        data = dots.Where(dot => double.IsFinite(dot.X) && double.IsFinite(dot.Y)).OrderBy(dot => dot.X)
            .Select(dot => new[] { dot.X, dot.Y }),
    };

    // An open end of the box is the end of the picture.
    private static object Corner(double? x, double? y) => new { xAxis = x, yAxis = y };
}
