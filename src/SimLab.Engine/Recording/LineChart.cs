using System.Globalization;
using System.Text;
using SimLab.Engine.Reporting;
using SimLab.Model;

namespace SimLab.Engine.Recording;

/// <summary>Median and 90 % interval over the replicates, month by month.</summary>
internal sealed record Band(double[] Low, double[] Median, double[] High)
{
    /// <param name="months">How many.</param>
    /// <param name="replicates">How many.</param>
    /// <param name="value">By month and replicate.</param>
    public static Band Over(int months, int replicates, Func<int, int, double> value)
    {
        var band = new Band(new double[months], new double[months], new double[months]);
        var row = new double[replicates];
        for (var month = 0; month < months; month++)
        {
            for (var replicate = 0; replicate < replicates; replicate++) row[replicate] = value(month, replicate);
            var spread = Spread.Of(row)!;
            (band.Low[month], band.Median[month], band.High[month]) = (spread.P05, spread.P50, spread.P95);
        }
        return band;
    }
}

/// <summary>Bands over months as inline SVG; colours come from the page's classes arm0, arm1 …</summary>
internal static class LineChart
{
    public const int Colours = 5;

    private const int Width = 520, Height = 240, Left = 64, Right = 28, Top = 10, Bottom = 24;

    /// <param name="title">For those who cannot see it.</param>
    /// <param name="first">Month of the first point.</param>
    /// <param name="arms">One band for each arm.</param>
    public static string Draw(string title, Month first, IReadOnlyList<Band> arms)
    {
        var scale = ChartScale.Around(arms.Min(arm => arm.Low.Min()), arms.Max(arm => arm.High.Max()));
        var months = arms[0].Median.Length;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" role=\"img\" aria-label=\"{title}\">\n");
        foreach (var tick in scale.Ticks())
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{Left} {Y(tick, scale):0.#}H{Width - Right}\"/><text x=\"{Left - 6}\" y=\"{Y(tick, scale) + 4:0.#}\" text-anchor=\"end\">{scale.Label(tick)}</text>\n");
        for (var month = 0; month < months; month++)
            if (IsMarked(first + month, months)) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(month, months):0.#}\" y=\"{Height - 6}\" text-anchor=\"middle\">{first + month}</text>\n");
        for (var arm = 0; arm < arms.Count; arm++)
            svg.Append(CultureInfo.InvariantCulture, $"<g class=\"arm{arm % Colours}\"><path class=\"band\" d=\"{Area(arms[arm], scale)}\"/><path class=\"line\" d=\"{Line(arms[arm].Median, scale)}\"/></g>\n");
        return svg.Append("</svg>\n").ToString();
    }

    // Year ends, where the document's targets fall; in a short run every third month.
    private static bool IsMarked(Month month, int months) => months > 12 ? month.EndsYear : month.EndsQuarter;

    private static string Area(Band band, ChartScale scale)
    {
        var months = band.Median.Length;
        var back = Enumerable.Range(0, months).Reverse().Select(month => Point(month, months, band.Low[month], scale));
        return $"{Line(band.High, scale)}L{string.Join('L', back)}Z";
    }

    private static string Line(double[] values, ChartScale scale) =>
        "M" + string.Join('L', values.Select((value, month) => Point(month, values.Length, value, scale)));

    private static string Point(int month, int months, double value, ChartScale scale) =>
        string.Create(CultureInfo.InvariantCulture, $"{X(month, months):0.#} {Y(value, scale):0.#}");

    private static double X(int month, int months) => Left + (Width - Left - Right) * (months > 1 ? (double)month / (months - 1) : 0.5);

    private static double Y(double value, ChartScale scale) => Top + (Height - Top - Bottom) * (1 - scale.Place(value));
}
