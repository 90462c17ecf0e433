using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>
/// Tests that start a cluster of processes: one after the other, and beside no other test. Three silos at their start are enough for
/// two cores, and what waits for a processor too long is taken for dead.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SiloProcesses
{
    public const string Name = "Clusters of processes";
}
