using SimLab.Engine.Statistics;
using SimLab.Model;
using SimLab.Pages.Charts;

namespace SimLab.Engine.Recording;

/// <summary>Charts of monthly values in many replicates.</summary>
internal static class MonthlyChart
{
    /// <summary>Median and 90 % interval over the replicates in each month.</summary>
    /// <param name="months">Number of months.</param>
    /// <param name="replicates">Number of replicates.</param>
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

    /// <param name="title">Text alternative of the chart.</param>
    /// <param name="first">Month of the first point.</param>
    /// <param name="bands">By arm.</param>
    public static LineChart Of(string title, Month first, IReadOnlyList<Band> bands)
    {
        var months = bands[0].Median.Length;
        return new(title, bands, month => IsMarked(first + month, months) ? $"{first + month}" : null);
    }

    // Year ends, the deadlines of the document's targets; in a short run every third month.
    private static bool IsMarked(Month month, int months) => months > 12 ? month.EndsYear : month.EndsQuarter;
}
