using SimLab.Engine.Execution;
using SimLab.Engine.Statistics;

namespace SimLab.Engine.Effects;

/// <summary>Reads one number of one world; null where it cannot be known.</summary>
public delegate double? Gauge(RunSeries series, int arm, int replicate);

/// <summary>
/// An arm that has been lived. Arms of different runs compare replicate by replicate as long as the runs share seed,
/// firms and start: luck is drawn from seed and replicate, not from what else was run.
/// </summary>
/// <param name="Series">Of the run.</param>
/// <param name="Arm">Its number there.</param>
public readonly record struct SimulatedArm(RunSeries Series, int Arm)
{
    public int Replicates => Series.Plan.Replicates;

    public double?[] Read(Gauge gauge)
    {
        var (series, arm) = this;
        return [.. Enumerable.Range(0, Replicates).Select(replicate => gauge(series, arm, replicate))];
    }

    public double? Mean(Gauge gauge) => Read(gauge).Average();

    /// <summary>This arm less the other, in the replicates both have.</summary>
    public PairedDifference? Less(SimulatedArm other, Gauge gauge)
    {
        var both = Math.Min(Replicates, other.Replicates);
        return PairedDifference.Of(Read(gauge)[..both], other.Read(gauge)[..both]);
    }
}
