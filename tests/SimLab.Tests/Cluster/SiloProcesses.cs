using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>Tests that start a silo or two for a few seconds each: together they take as long as one of the longer ones.</summary>
[CollectionDefinition(Name)]
public sealed class SiloProcesses
{
    public const string Name = "Clusters of processes";
}
