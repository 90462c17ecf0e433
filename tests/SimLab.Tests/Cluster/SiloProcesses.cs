using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>Tests that start a few silo processes each: one after the other, because three silos at their start are enough for two
/// cores.</summary>
[CollectionDefinition(Name)]
public sealed class SiloProcesses
{
    public const string Name = "Clusters of processes";
}
