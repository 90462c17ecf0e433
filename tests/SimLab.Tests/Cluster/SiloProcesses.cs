using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>Tests that start a cluster of processes: one cluster after the other, beside tests of other kinds. Three
/// silos at their start are enough for two cores.</summary>
[CollectionDefinition(Name)]
public sealed class SiloProcesses
{
    public const string Name = "Clusters of processes";
}
