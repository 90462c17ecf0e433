namespace SimLab.App.Lab.Charts;

/// <summary>An axis: its label, and whether it shows months as fractional years.</summary>
internal sealed record ShownAxis(string Words, bool IsTime = false);

/// <summary>A point of a scatter chart.</summary>
/// <param name="Label">Label beside it; empty: none.</param>
/// <param name="Tip">Tooltip.</param>
/// <param name="Link">Address that a click opens; null: none.</param>
/// <param name="Ink">Colour; null: that of the policy.</param>
/// <param name="Opacity">Opacity of its colour, 0–1.</param>
internal sealed record ShownDot(
    double X, double Y, string Label, string Tip, string? Link = null, string? Ink = null, double Opacity = 0.85);

/// <summary>Options of scatter charts: a front, a curve, a cloud with a box, a heat map.</summary>
internal static class DotOptions
{
    /// <param name="across">Horizontal axis.</param>
    /// <param name="up">Vertical axis.</param>
    /// <param name="dots">Points, in the units of the axes.</param>
    /// <param name="joined">Whether a line joins them from left to right.</param>
    /// <param name="box">A shaded box; null ends are open. Null: none.</param>
    public static ChartOptions Of(
        ShownAxis across, ShownAxis up, IReadOnlyList<ShownDot> dots, bool joined = false,
        (double? Left, double? Right, double? Bottom, double? Top)? box = null)
    {
        // Labels of points on the right must stay within the picture.
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

    /// <summary>A heat map: darker cells are higher.</summary>
    /// <param name="columns">Labels of the horizontal values.</param>
    /// <param name="rows">Labels of the vertical values.</param>
    /// <param name="cells">Column, row, shade from 0 to 1, and text of the cell.</param>
    public static ChartOptions Grid(
        string across, string up, string[] columns, string[] rows,
        IReadOnlyList<(int Column, int Row, double Shade, string Tip)> cells) => Framed(
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

    // 2022.5 is 2022-07, for which ECharts has no template; charts.js knows the name.
    private static string? Months(ShownAxis axis) => axis.IsTime ? "yearMonth" : null;

    // On an axis of categories a value is a category's index.
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

    // An open end of the box reaches the edge of the chart.
    private static object Corner(double? x, double? y) => new { xAxis = x, yAxis = y };
}
