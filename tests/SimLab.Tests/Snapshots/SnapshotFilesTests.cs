using Xunit;

namespace SimLab.Tests.Snapshots;

[Fast]
public sealed class SnapshotFilesTests
{
    [Fact]
    public void Every_file_is_of_a_snapshot_that_is_taken()
    {
        var taken = HelpTests.Commands.Select(row => HelpTests.NameOf(row.Data))
            .Concat(HelpTests.Commands.Select(row => HelpTests.ChineseNameOf(row.Data)))
            .Concat(ListingTests.Listings.Select(row => row.Data.Item1))
            .Concat(ListingTests.ChineseListings.Select(row => row.Data.Item1))
            .Concat(MistakeTests.Mistakes.Select(row => row.Data.Item1))
            .Concat(MistakeTests.ChineseMistakes.Select(row => row.Data.Item1))
            .Concat(RecordedTests.Commands.Select(row => row.Data.Item1))
            .ToHashSet();
        var left = Snapshot.Kept().Where(name => !taken.Contains(name)).ToList();
        if (Snapshot.Accepting) left.ForEach(Snapshot.Forget);
        else Assert.True(left.Count == 0, $"No test prints {string.Join(", ", left)} any more; SIMLAB_ACCEPT_SNAPSHOTS=1 deletes them.");
    }
}
