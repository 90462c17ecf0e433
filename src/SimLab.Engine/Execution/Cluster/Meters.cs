using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SimLab.Engine.Execution.Cluster;

/// <summary>OpenTelemetry measurements of a silo: a meter and an activity source, both named SimLab.</summary>
public sealed class Meters : IDisposable
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "SimLab";

    /// <summary>Activities, one for each simulated month.</summary>
    public static readonly ActivitySource Activities = new(Name);

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _simulated, _months;
    private readonly Histogram<double> _month, _checkpoint;
    private long _lastMonth = Stopwatch.GetTimestamp();
    private bool _driving;

    public Meters()
    {
        _simulated = _meter.CreateCounter<long>(
            "simlab.enterprise_worlds", "{enterprise-month}",
            "Enterprises × worlds simulated for a month; its rate is the speed of a run.");
        _months = _meter.CreateCounter<long>("simlab.months", "{month}", "Months simulated by runs driven here, without replayed ones.");
        _month = _meter.CreateHistogram<double>("simlab.month.duration", "s", "From one month of a run to the next, losses included.");
        _checkpoint = _meter.CreateHistogram<double>("simlab.checkpoint.duration", "s", "Time to save a checkpoint of a whole batch.");
        // Shows a run that stands still: while a driven run advances, its lag is at most the time of one month.
        _meter.CreateObservableGauge("simlab.lag", () =>
            _driving ? Stopwatch.GetElapsedTime(_lastMonth).TotalSeconds : 0, "s",
            "Time since the run driven here recorded its last month.");
    }

    /// <summary>Records the time to save a checkpoint.</summary>
    public void Checkpoint(TimeSpan cost) => _checkpoint.Record(cost.TotalSeconds);

    /// <summary>Forwards progress and counts it.</summary>
    public IProgress<RunProgress> Watch(IProgress<RunProgress> progress, RunMaterials materials)
    {
        (_driving, _lastMonth) = (true, Stopwatch.GetTimestamp());
        return new Counting(this, progress, materials);
    }

    public void Dispose() => _meter.Dispose();

    private sealed class Counting(Meters meters, IProgress<RunProgress> progress, RunMaterials materials) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            var took = Stopwatch.GetElapsedTime(meters._lastMonth);
            meters._lastMonth = Stopwatch.GetTimestamp();
            meters._month.Record(took.TotalSeconds);
            meters._months.Add(1);
            meters._simulated.Add(
                (long)materials.Population.Firms.Length * materials.Plan.Arms.Length * materials.Plan.Replicates / value.Batches);
            meters._driving = value.MonthsDone < value.MonthsInAll;
            using var month = Activities.StartActivity(
                "month", ActivityKind.Internal, default(ActivityContext), startTime: DateTimeOffset.UtcNow - took);
            month?.SetTag("simlab.month", $"{value.Month}").SetTag("simlab.batch", value.Batch);
            progress.Report(value);
        }
    }
}
