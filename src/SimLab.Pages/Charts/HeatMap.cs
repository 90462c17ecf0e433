using System.Globalization;
using System.Xml.Linq;

namespace SimLab.Pages.Charts;

/// <summary>An axis of a heat map: its name and the format of its values.</summary>
public sealed record HeatMapAxis(string Name, Func<double, string> Label);

/// <summary>A value over a grid of two others: the darker, the higher.</summary>
/// <param name="title">Text alternative of the chart.</param>
/// <param name="across">The axis to the right.</param>
/// <param name="up">The axis upwards.</param>
/// <param name="cells">Values of both axes and the value of the cell; NaN: none.</param>
public sealed class HeatMap(
    string title, HeatMapAxis across, HeatMapAxis up, IReadOnlyList<(double Across, double Up, double Value)> cells) : Chart(title)
{
    private const int Left = 84, Top = 6, Right = 6, Bottom = 26, MostLabels = 8;

    private readonly double _low = cells.Select(cell => cell.Value).Where(double.IsFinite).DefaultIfEmpty(0).Min();
    private readonly double _high = cells.Select(cell => cell.Value).Where(double.IsFinite).DefaultIfEmpty(0).Max();

    /// <inheritdoc/>
    public override string Legend => $"{Svg.Number(_low)} (pale) – {Svg.Number(_high)} (dark)";

    private protected override int Width => 520;

    private protected override int Height => 360;

    private protected override IEnumerable<XElement> Draw()
    {
        double[] columns = [.. cells.Select(cell => cell.Across).Distinct().Order()],
            rows = [.. cells.Select(cell => cell.Up).Distinct().Order()];
        var (wide, tall) = ((Width - Left - Right) / (double)columns.Length, (Height - Top - Bottom) / (double)rows.Length);
        foreach (var (x, y, value) in cells)
        {
            var (left, top) = (Left + Array.IndexOf(columns, x) * wide, Top + (rows.Length - 1 - Array.IndexOf(rows, y)) * tall);
            var cell = Svg.Rectangle(
                "cell", left, top, wide, tall, $"{across.Name} {across.Label(x)}, {up.Name} {up.Label(y)}: {Svg.Number(value)}");
            cell.SetAttributeValue("fill-opacity", Shade(value).ToString("0.##", CultureInfo.InvariantCulture));
            yield return cell;
        }
        for (var i = 0; i < columns.Length; i += Math.Max(1, columns.Length / MostLabels))
            yield return Svg.Text(Left + (i + 0.5) * wide, Height - 8, across.Label(columns[i]), "middle");
        for (var i = 0; i < rows.Length; i += Math.Max(1, rows.Length / MostLabels))
            yield return Svg.Text(Left - 6, Top + (rows.Length - 0.5 - i) * tall + 4, up.Label(rows[i]), "end");
    }

    // The lowest value remains distinguishable from an empty cell.
    private double Shade(double value) => !double.IsFinite(value) ? 0 : _high > _low ? 0.08 + 0.92 * (value - _low) / (_high - _low) : 0.5;
}
