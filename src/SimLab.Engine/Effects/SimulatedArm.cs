using SimLab.Engine.Execution;
using SimLab.Engine.Statistics;

namespace SimLab.Engine.Effects;

/// <summary>Reads one number of one world; null where it is unknown.</summary>
public delegate double? Gauge(RunSeries series, int arm, int replicate);

/// <summary>
/// A simulated arm. Arms of different runs compare by replicate as long as the runs share seed, firms and start: draws
/// depend on seed and replicate, not on other runs.
/// </summary>
/// <param name="Series">Series of its run.</param>
/// <param name="Arm">Its number there.</param>
public readonly record struct SimulatedArm(RunSeries Series, int Arm)
{
    /// <summary>Number of replicates.</summary>
    public int Replicates => Series.Plan.Replicates;

    /// <summary>The gauge's value by replicate.</summary>
    public double?[] Read(Gauge gauge)
    {
        var (series, arm) = this;
        return [.. Enumerable.Range(0, Replicates).Select(replicate => gauge(series, arm, replicate))];
    }

    /// <summary>Mean over the replicates with a number; null: none has one.</summary>
    public double? Mean(Gauge gauge) => Read(gauge).Average();

    /// <summary>This arm less the other, in the replicates both have; null: none has both.</summary>
    public PairedDifference? Less(SimulatedArm other, Gauge gauge)
    {
        var both = Math.Min(Replicates, other.Replicates);
        return PairedDifference.Of(Read(gauge)[..both], other.Read(gauge)[..both]);
    }
}
