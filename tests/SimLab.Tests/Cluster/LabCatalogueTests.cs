using SimLab.App.Console;
using SimLab.App.Lab.Catalogue;
using SimLab.App.Lab.Scenarios;
using SimLab.App.Texts;
using SimLab.Engine.Execution.Cluster;
using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>The lab of a cluster keeps its catalogue in the cluster's database.</summary>
[Collection(SiloProcesses.Name)]
[Slow]
public sealed class LabCatalogueTests
{
    [Fact]
    public async Task What_waits_and_what_is_done_outlives_the_lab_and_a_restart_of_the_database_and_two_labs_do_not_share_a_queue()
    {
        await using var postgres = await TestPostgres.ForCluster();
        await using var database = ClusterDatabase.At(postgres.Connection);
        var settings = new LabSettings([], "", "", database);
        var done = Entry("done", "ann") with { Name = "'; DROP TABLE runs; --", NameZh = "名称" };
        using (var runs = new LabCatalogue(settings))
        {
            runs.Add(done);
            runs.Add(Entry("halfway", "ann"));
            runs.Add(Entry("study", "bob") with { Kind = "sweep" });
            Assert.Equal(("done", "study"), (runs.Next()!.Id, runs.Next(experiment: true)!.Id));
            runs.End("done", RunState.Done, hash: "h");
            runs.Begin("halfway");
            runs.Reached("halfway", 11);
            runs.Reached("study", 5, 40, 12.5);
            Assert.Equal((5, 40, 12.5), (runs.Find("study")!.MonthsDone, runs.Find("study")!.Months, runs.Find("study")!.SecondsLeft));
            Assert.Contains(
                "Another lab", Assert.Throws<InputException>(() => new LabCatalogue(settings)).Message, StringComparison.Ordinal);
            await postgres.Restart(TimeSpan.FromSeconds(1));
            Assert.Equal(11, runs.Find("halfway")!.MonthsDone);
        }
        using var again = new LabCatalogue(settings);
        Assert.Equal((RunState.Queued, 0), (again.Find("halfway")!.State, again.Find("halfway")!.MonthsDone));
        Assert.Equal(("h", done.Name), (again.Finished("address of done")!.Hash, again.Find("done")!.Name));
        Assert.Equal(["halfway"], again.UnfinishedOf("ann").Select(run => run.Id));
    }

    private static RunEntry Entry(string id, string owner) => new(
        id, owner, id, null, "name: x", $"address of {id}", "build", RunState.Queued, 0, 36,
            new(2026, 1, 1, 0, 0, id.Length, TimeSpan.Zero), null, null, null);
}
