using SimLab.Engine.Execution;
using SimLab.Engine.Reporting;

namespace SimLab.Engine.Studies;

/// <summary>Reads one number of one world; null where it cannot be known.</summary>
public delegate double? Gauge(Chronicle chronicle, int arm, int replicate);

/// <summary>
/// An arm that has been lived. Arms of different runs compare replicate by replicate as long as the runs share seed,
/// firms and start: luck is drawn from seed and replicate, not from what else was run.
/// </summary>
/// <param name="Chronicle">Of the run.</param>
/// <param name="Arm">Its number there.</param>
public readonly record struct Lived(Chronicle Chronicle, int Arm)
{
    public int Replicates => Chronicle.Plan.Replicates;

    public double?[] Read(Gauge gauge)
    {
        var (chronicle, arm) = this;
        return [.. Enumerable.Range(0, Replicates).Select(replicate => gauge(chronicle, arm, replicate))];
    }

    public double? Mean(Gauge gauge) => Read(gauge).Average();

    /// <summary>This arm less the other, in the replicates both have.</summary>
    public PairedDifference? Less(Lived other, Gauge gauge)
    {
        var both = Math.Min(Replicates, other.Replicates);
        return PairedDifference.Of(Read(gauge)[..both], other.Read(gauge)[..both]);
    }
}
