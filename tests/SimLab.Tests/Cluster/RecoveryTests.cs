using SimLab.App.Console;
using SimLab.Engine.Execution.Cluster;
using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>Silos and clients go while a run goes on; the run does not notice in any bit.</summary>
[Slow]
public sealed class RecoveryTests : IDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private readonly RepeatedRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task A_run_on_three_silos_leaves_the_very_files_of_a_run_in_one_process_and_districts_are_dealt_out_evenly()
    {
        await using var field = await SiloField.Start(_run.Gansu, 3);
        var alone = await _run.Undisturbed("alone");
        using var client = field.Client(_run.Order("together"));
        var even = false;
        await Chaos.Until(() => client.Ended || (even = IsEvenlyDealt(field)), "districts live on three silos");
        await client.WaitForExit(TimeSpan.FromMinutes(5));
        Assert.True(client.Exit == ExitCode.Done, client.Error);
        Assert.True(even);
        await _run.SameAs(alone, "together");
        Assert.Equal(
            0, await field.Query<long>(
            "SELECT (SELECT count(*) FROM simlab_journal) + (SELECT count(*) FROM simlab_part)"
            + " + (SELECT count(*) FROM simlab_checkpoint)"));
        var status = await field.Ask("status");
        Assert.Contains($"done, month {2 * RepeatedRun.Months} of {2 * RepeatedRun.Months}", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_whose_silos_and_client_were_all_killed_is_resumed_to_the_same_files()
    {
        var chaos = new Chaos();
        await using var field = await SiloField.Start(_run.Gansu, 3);
        var alone = await _run.Undisturbed("alone");
        using (var client = field.Client(_run.Order("lost")))
        {
            await Chaos.Until(() =>
                client.Ended || client.Error.Contains("has taken the run", StringComparison.Ordinal), "the cluster has the run");
            await chaos.Wait(2, 6);
            foreach (var process in field.Silos.Append(client)) chaos.Kill(process);
        }
        foreach (var silo in field.Silos.ToArray()) field.Forget(silo);
        for (var i = 0; i < 2; i++) field.Add();

        using var resumed = field.Client("resume", "lost");
        await resumed.WaitForExit(TimeSpan.FromMinutes(5));
        Assert.True(resumed.Exit == ExitCode.Done, resumed.Error);
        var kept = await _run.SameAs(alone, "lost");
        Assert.Equal(1, kept.Manifest.Recovery!.Resumed);
    }

    [Fact]
    public async Task A_run_goes_on_when_its_client_has_gone_and_can_be_cancelled()
    {
        await using var field = await SiloField.Start(_run.Gansu, 1);
        using (var client = field.Client(_run.Order("left", months: 600)))
        {
            await Chaos.Until(() =>
                client.Ended || client.Error.Contains("has taken the run", StringComparison.Ordinal), "the cluster has the run");
            client.Kill();
        }
        var then = await field.Query<int>("SELECT coalesce(max(months_done), 0) FROM simlab_run");
        await Chaos.Until(() =>
            field.Query<int>("SELECT max(months_done) FROM simlab_run").Result > then + 3, "months are lived without a client");
        var name = await field.Query<string>("SELECT run FROM simlab_run");
        Assert.Equal(ExitCode.Done, (await field.Ask("cluster", "cancel", name)).Exit);
        await Chaos.Until(() => !field.Ask("status").Result.Output.Contains("driven by", StringComparison.Ordinal), "nobody drives it");
        var resumed = await field.Ask("resume", _run.Gansu.In("left"));
        Assert.Equal(ExitCode.RunFailed, resumed.Exit);
        Assert.Contains("The run was cancelled", resumed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_whose_connections_a_restarted_database_has_dropped_still_finds_the_silo()
    {
        await using var field = await SiloField.Start(_run.Gansu, 1);
        await using var database = ClusterDatabase.At(field.Postgres.Connection);
        for (var restarts = 0; restarts < 3; restarts++)
        {
            var connected = false;
            await ClusterSilo.Ask(database, null, _ => Task.FromResult(connected = true), Cancel);
            Assert.True(connected);
            await field.Postgres.Restart(TimeSpan.Zero);
        }
    }

    // As status tells it: all silos have districts, and none has two more than another.
    private static bool IsEvenlyDealt(SiloField field)
    {
        int[] districts = [.. field.Ask("status").Result.Output.Split('\n').Where(line => line.Contains("Active", StringComparison.Ordinal))
            .Select(line =>
                int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], System.Globalization.CultureInfo.InvariantCulture))];
        return districts.Length == 3 && districts.Min() > 0 && districts.Max() - districts.Min() <= 1;
    }
}
