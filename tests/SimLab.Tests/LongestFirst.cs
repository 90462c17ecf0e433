using SimLab.Tests.Browser;
using SimLab.Tests.Calibration;
using SimLab.Tests.Cluster;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(SimLab.Tests.LongestFirst))]

namespace SimLab.Tests;

/// <summary>What takes longest, or waits most, begins first, so that at the end no core is idle while one class goes on.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
    [
        typeof(ThirtyKillsTests).FullName!, typeof(RecoveryTests).FullName!, typeof(ResumeTests).FullName!,
        typeof(TlsTests).FullName!, typeof(LabOnClusterTests).FullName!, typeof(PlanPageTests).FullName!,
        typeof(PresentPageTests).FullName!, typeof(ExperimentPageTests).FullName!, typeof(FullRunTests).FullName!,
        typeof(CalibratorTests).FullName!, SiloProcesses.Name,
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(Rank)];

    private static int Rank<TTestCollection>(TTestCollection collection) where TTestCollection : ITestCollection
    {
        var rank = Array.FindIndex(Longest, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal));
        return rank < 0 ? Longest.Length : rank;
    }
}
