using SimLab.Engine.Recording;
using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.App.Lab.Runs;

/// <summary>One indicator by arm, month, place and industry: the mean over all replicates, money in yuan.</summary>
public sealed class PlaceSeries
{
    private readonly Month _zero;
    private readonly int _months, _regions;
    private readonly double[] _sums;
    private readonly double _divisor;

    private PlaceSeries(Indicator indicator, RunReader run)
    {
        Indicator = indicator;
        _zero = Month.Parse(run.Manifest.Start) - 1;
        _months = run.Manifest.Months + 1;
        _regions = run.Province.Regions.Length;
        _sums = new double[run.Manifest.Arms.Count * _months * _regions * Places.Industries];
        _divisor = run.Manifest.Replicates * Indicators.PerShownUnit(indicator);
    }

    /// <summary>The indicator.</summary>
    public Indicator Indicator { get; }

    /// <param name="run">Its series.parquet has a row per replicate.</param>
    /// <param name="indicator">The column to read.</param>
    public static async Task<PlaceSeries> Read(RunReader run, Indicator indicator)
    {
        var series = new PlaceSeries(indicator, run);
        var arms = run.Manifest.Arms.Select((arm, i) => (arm.Name, i)).ToDictionary(arm => arm.Name, arm => arm.i);
        var regions = run.Province.AllRegions().ToDictionary(region => run.Province.Of(region).Name, region => (int)region);
        var industries = Enum.GetValues<Industry>().ToDictionary(industry => $"{industry}", industry => (int)industry);
        await foreach (var part in run.Read(RunFolder.Series))
        {
            var (months, values) = (await part.Numbers<int>("month"), await part.Numbers<long>(Names.ColumnOf(indicator)));
            var (arm, region, industry) = (await part.Texts("arm"), await part.Texts("region"), await part.Texts("industry"));
            for (var row = 0; row < values.Length; row++)
                if (values[row] != 0 && regions.TryGetValue(region[row], out var place))    // cost without a place is in no indicator
                    series._sums[
                        series.At(arms[arm[row]], Names.MonthOf(months[row]) - series._zero, place,
                        industries[industry[row]])] += values[row];
        }
        return series;
    }

    /// <summary>
    /// A stock at the end of the month; for a flow, the sum of the calendar year to date, as far as the run has it.
    /// </summary>
    /// <param name="arm">Index of the arm.</param>
    /// <param name="month">A month of the run, or the month before the first.</param>
    /// <param name="region">Null: all.</param>
    /// <param name="industry">Null: all.</param>
    public double Value(int arm, Month month, Region? region = null, Industry? industry = null)
    {
        var last = month - _zero;
        var first = Indicators.IsFlow(Indicator) ? Math.Max(1, last - month.OfYear + 1) : last;
        var sum = 0.0;
        for (var each = first; each <= last; each++)
            for (var place = (int?)region ?? 0; place <= ((int?)region ?? _regions - 1); place++)
                for (var trade = (int?)industry ?? 0; trade <= ((int?)industry ?? Places.Industries - 1); trade++)
                    sum += _sums[At(arm, each, place, trade)];
        return sum / _divisor;
    }

    private int At(int arm, int month, int region, int industry) =>
        ((arm * _months + month) * _regions + region) * Places.Industries + industry;
}
