using SimLab.App.Lab.Catalogue;
using SimLab.App.Lab.Scenarios;
using Xunit;

namespace SimLab.Tests.Lab;

[Fast]
public sealed class RunCatalogueTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("simlab-catalogue-").FullName;
    private DateTimeOffset _time = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Users_are_served_in_turns_however_many_runs_one_of_them_has_waiting()
    {
        using var runs = Open();
        foreach (var (id, owner) in new[] { ("a1", "ann"), ("a2", "ann"), ("a3", "ann"), ("b1", "bob") }) runs.Add(Run(id, owner));
        var served = new List<string>();
        while (runs.Next() is { } next)
        {
            served.Add(next.Id);
            runs.Begin(next.Id);
            runs.End(next.Id, RunState.Done);
        }
        Assert.Equal(["a1", "b1", "a2", "a3"], served);
    }

    [Fact]
    public void What_ran_when_the_lab_was_killed_waits_again_and_what_was_done_is_still_done()
    {
        using (var runs = Open())
        {
            runs.Add(Run("done", "ann"));
            runs.Add(Run("halfway", "ann"));
            runs.End("done", RunState.Done, hash: "h");
            runs.Begin("halfway");
            runs.Reached("halfway", 11);
        }
        using var again = Open();
        Assert.Equal((RunState.Queued, 0), (again.Find("halfway")!.State, again.Find("halfway")!.MonthsDone));
        Assert.Equal("h", again.Finished("address of done")!.Hash);
    }

    [Fact]
    public void Studies_have_turns_of_their_own_and_stand_in_a_list_of_their_own()
    {
        using var runs = Open();
        runs.Add(Run("run", "ann"));
        runs.Add(Run("study", "ann") with { Kind = "sweep" });
        runs.Add(Run("other", "bob") with { Kind = "compare" });
        Assert.Equal(("run", "study"), (runs.Next()!.Id, runs.Next(experiment: true)!.Id));
        Assert.Equal(["run"], runs.Latest(9).Select(run => run.Id));
        Assert.Equal(["other", "study"], runs.LatestExperiments(9).Select(run => run.Id));

        runs.Begin("study");
        Assert.True(runs.OthersWait(runs.Find("study")!));
        runs.Reached("study", 5, 40, 12.5);
        Assert.Equal((5, 40, 12.5), (runs.Find("study")!.MonthsDone, runs.Find("study")!.Months, runs.Find("study")!.SecondsLeft));
        runs.Requeue("study");
        Assert.Equal("other", runs.Next(experiment: true)!.Id);                     // ann was served last
    }

    [Fact]
    public void What_was_cancelled_is_not_put_back_in_the_queue()
    {
        using var runs = Open();
        runs.Add(Run("x", "ann"));
        runs.Begin("x");
        runs.End("x", RunState.Cancelled);
        runs.Requeue("x");
        Assert.Equal(RunState.Cancelled, runs.Find("x")!.State);
    }

    [Fact]
    public void Words_of_a_user_stay_words()
    {
        using var runs = Open();
        var run = Run("x", "ann") with { Name = "'; DROP TABLE runs; --", NameZh = "名称" };
        runs.Add(run);
        Assert.Equal(run, runs.Find("x"));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private LabCatalogue Open() => new(new LabSettings([], "", _folder));

    private RunEntry Run(string id, string owner) => new(
        id, owner, id, null, "name: x", $"address of {id}", "build", RunState.Queued, 0, 36, _time = _time.AddSeconds(1), null, null, null);
}
