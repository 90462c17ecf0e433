using System.Globalization;
using System.Xml.Linq;
using SimLab.Pages.Charts;
using Xunit;

namespace SimLab.Tests.Charts;

/// <summary>Charts, read as a browser reads them.</summary>
[Fast]
public class ChartTests
{
    private const string Awkward = "R&D <in> \"Lanzhou\" 兰州";

    public static TheoryData<Chart> All =>
    [
        new LineChart(Awkward, [new([1, double.NaN, 2], [2, double.NaN, 3], [3, double.NaN, 4])], step => step == 0 ? Awkward : null),
        new BarChart(
            Awkward, [new(Awkward, 3, 2, 4), new("no interval", -1, double.NaN, double.NaN),
            new("no number", double.NaN, double.NaN, double.NaN)]),
        new TornadoChart(Awkward, 5, [new(Awkward, 4, 7), new("no number", double.NaN, double.NaN)]),
        new IntervalChart(Awkward, [new(Awkward, 0.5, 0.8, 1, 1.1, 9)]),
        new Histogram(Awkward, [Awkward, "b"], [1, double.NaN], [2]),
        new ScatterChart(
            Awkward, [new(1, 2, Awkward), new(double.NaN, 1), new(3, 4, IsHollow: true)]) { IsJoined = true, Box = new(1, 2, 2, 3) },
        new ScatterChart(Awkward, []),
        new HeatMap(Awkward, new(Awkward, x => $"{x}"), new("up", y => $"{y}"), [(0, 0, 1), (1, 0, double.NaN)]),
    ];

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public void A_chart_is_well_formed_says_what_it_is_and_has_no_place_that_is_no_number(Chart chart)
    {
        var svg = chart.ToSvg();
        Assert.Equal(Awkward, XElement.Parse(svg).Attribute("aria-label")!.Value);
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("http", svg, StringComparison.Ordinal);
        Assert.Equal(svg, chart.ToSvg());
    }

    [Fact]
    public void Bars_on_one_scale_are_as_long_as_their_values()
    {
        var bars = Elements(
            new BarChart(
            "b", [new("one", 1, double.NaN, double.NaN), new("four", 4, double.NaN, double.NaN),
            new("less", -2, double.NaN, double.NaN)]), "rect");
        double[] widths = [.. bars.Select(bar => Number(bar, "width"))];
        Assert.Equal(4 * widths[0], widths[1], 0.3);
        Assert.Equal(2 * widths[0], widths[2], 0.3);
        Assert.Equal(Number(bars[0], "x"), Number(bars[2], "x") + widths[2], 0.3);      // both begin at zero
    }

    [Fact]
    public void A_column_twice_as_high_stands_for_twice_as_much_and_the_dot_stands_at_its_height()
    {
        var chart = new Histogram("h", ["a", "b"], [2, 4], [4]);
        var columns = Elements(chart, "rect");
        Assert.Equal(2 * Number(columns[0], "height"), Number(columns[1], "height"), 0.2);
        Assert.Equal(Number(columns[1], "y"), Number(Elements(chart, "circle")[0], "cy"), 0.2);
    }

    [Fact]
    public void Of_very_many_dots_evenly_chosen_ones_are_drawn() =>
        Assert.Equal(2_000, Elements(new ScatterChart("s", [.. Enumerable.Range(0, 5_000).Select(i => new Dot(i, i))]), "circle").Length);

    [Fact]
    public void The_darkest_cell_of_a_heat_map_is_the_highest()
    {
        var map = new HeatMap("m", new("across", x => $"{x}"), new("up", y => $"{y}"), [(0, 0, 10), (1, 0, 30), (0, 1, 20)]);
        Assert.Equal(["0.08", "1", "0.54"], Elements(map, "rect").Select(cell => cell.Attribute("fill-opacity")!.Value));
        Assert.Equal("10 (pale) – 30 (dark)", map.Legend);
    }

    [Theory]
    [InlineData(0, 9.3, 0, 10, 5)]
    [InlineData(1_234, 1_777, 1_200, 1_800, 200)]
    [InlineData(-0.02, 0.013, -0.02, 0.02, 0.01)]
    [InlineData(5, 5, 4, 6, 0.5)]
    public void An_axis_goes_out_to_whole_steps(double low, double high, double bottom, double top, double step)
    {
        var scale = ChartScale.Around(low, high);
        Assert.Equal((bottom, top, step), (scale.Bottom, scale.Top, scale.Step));
    }

    private static XElement[] Elements(Chart chart, string name) => [.. XElement.Parse(chart.ToSvg()).Descendants(name)];

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
