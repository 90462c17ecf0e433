using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>Tests that start processes and time their killing run after all others, one by one: they want the processors for themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SiloProcesses
{
    public const string Name = "Processes that are killed";
}
