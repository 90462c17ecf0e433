using SimLab.App;
using SimLab.Engine.Recording;
using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>Silo processes die, hang, join and lose their database while a run goes on; the run does not notice in any bit.</summary>
[Collection(SiloProcesses.Name)]
public sealed class RecoveryTests : IDisposable
{
    private const int Months = 36, Kills = 30;

    private readonly SmallGansu _gansu = new();

    public void Dispose() => _gansu.Dispose();

    private string[] Run(string folder, int months, params string[] more) =>
        ["run", _gansu.Scenario, "--out", _gansu.In(folder), "--months", $"{months}", "--replicates", "4", "--memory", "6MB", "--checkpoint", "3", .. more];

    [Fact]
    public async Task A_run_on_three_silos_leaves_the_very_files_of_a_run_in_one_process_and_districts_are_dealt_out_evenly()
    {
        await using var field = await SiloField.Start(_gansu, 3);
        var alone = await Undisturbed("alone", Months);
        using var client = field.Client(Run("together", Months));
        var even = false;
        await Chaos.Until(() => client.Ended || (even = IsEvenlyDealt(field)), "districts live on three silos");
        await client.WaitForExit(TimeSpan.FromMinutes(5));
        Assert.True(client.Exit == ExitCode.Done, client.Error);
        Assert.True(even);
        await SameAs(alone, "together");
        Assert.Equal(0, await field.Query<long>("SELECT (SELECT count(*) FROM simlab_told) + (SELECT count(*) FROM simlab_part) + (SELECT count(*) FROM simlab_checkpoint)"));
        var status = await field.Ask("status");
        Assert.Contains($"done, month {2 * Months} of {2 * Months}", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silos_killed_at_random_thirty_times_a_hung_one_that_returns_new_ones_and_a_restarted_database_change_no_bit()
    {
        var chaos = new Chaos();
        await using var field = await SiloField.Start(_gansu, 3);
        var alone = await Undisturbed("alone", Months);
        for (var run = 1; chaos.Kills < Kills; run++)
        {
            using var client = field.Client(Run($"run-{run}", Months));
            var round = 0;
            while (!client.Ended)
            {
                await chaos.Wait(1, 5);
                if (chaos.Kills >= Kills) break;
                round++;
                if (round == 3) await field.Postgres.Restart(TimeSpan.FromSeconds(2));
                else if (round == 5) await HangTheDriver(field, chaos);
                else await KillSome(field, chaos);
            }
            await client.WaitForExit(TimeSpan.FromMinutes(5));
            Assert.True(client.Exit == ExitCode.Done, client.Error);
            Chaos.Say($"run {run}, {chaos.Kills} kills so far: {client.Error.Split('\n').LastOrDefault(line => line.StartsWith("Recovered: ", StringComparison.Ordinal))}");
            await SameAs(alone, $"run-{run}");
        }
        Assert.True(chaos.Kills >= Kills);
    }

    [Fact]
    public async Task A_run_whose_silos_and_client_were_all_killed_is_resumed_to_the_same_files()
    {
        var chaos = new Chaos();
        await using var field = await SiloField.Start(_gansu, 3);
        var alone = await Undisturbed("alone", Months);
        using (var client = field.Client(Run("lost", Months)))
        {
            await Chaos.Until(() => client.Ended || client.Error.Contains("has taken the run", StringComparison.Ordinal), "the cluster has the run");
            await chaos.Wait(2, 6);
            foreach (var process in field.Silos.Append(client)) chaos.Kill(process);
        }
        foreach (var silo in field.Silos.ToArray()) field.Forget(silo);
        for (var i = 0; i < 2; i++) field.Add();

        using var resumed = field.Client("resume", "lost");
        await resumed.WaitForExit(TimeSpan.FromMinutes(5));
        Assert.True(resumed.Exit == ExitCode.Done, resumed.Error);
        var kept = await SameAs(alone, "lost");
        Assert.Equal(1, kept.Manifest.Recovery!.Resumed);
    }

    [Fact]
    public async Task A_run_goes_on_when_its_client_has_gone_and_can_be_cancelled()
    {
        await using var field = await SiloField.Start(_gansu, 1);
        using (var client = field.Client(Run("left", 600)))
        {
            await Chaos.Until(() => client.Ended || client.Error.Contains("has taken the run", StringComparison.Ordinal), "the cluster has the run");
            client.Kill();
        }
        var then = await field.Query<int>("SELECT coalesce(max(months_done), 0) FROM simlab_run");
        await Chaos.Until(() => field.Query<int>("SELECT max(months_done) FROM simlab_run").Result > then + 3, "months are lived without a client");
        var name = await field.Query<string>("SELECT run FROM simlab_run");
        Assert.Equal(ExitCode.Done, (await field.Ask("cluster", "cancel", name)).Exit);
        await Chaos.Until(() => !field.Ask("status").Result.Output.Contains("driven by", StringComparison.Ordinal), "nobody drives it");
        var resumed = await field.Ask("resume", _gansu.In("left"));
        Assert.Equal(ExitCode.RunFailed, resumed.Exit);
        Assert.Contains("The run was cancelled", resumed.Error, StringComparison.Ordinal);
    }

    private async Task<RunReader> Undisturbed(string folder, int months)
    {
        var said = await Said.By(Run(folder, months, "--executor", "loop"));
        Assert.True(said.Exit == ExitCode.Done, said.Error);
        return await RunReader.Open(_gansu.In(folder));
    }

    private async Task<RunReader> SameAs(RunReader alone, string folder)
    {
        var run = await RunReader.Open(_gansu.In(folder));
        Assert.Equal(alone.Manifest.ResultHash, run.Manifest.ResultHash);
        foreach (var name in RunFolder.Contents.Where(name => name != RunFolder.Targets))
            Assert.Equal(alone.Manifest.Files[name].Sha256, run.Manifest.Files[name].Sha256);
        return run;
    }

    // One, or two of three at once; as many come anew, so that districts are also dealt out to silos that joined late.
    private static async Task KillSome(SiloField field, Chaos chaos)
    {
        for (var killed = chaos.Below(3) == 0 ? 2 : 1; killed > 0; killed--)
        {
            var victim = field.Silos[chaos.Below(field.Silos.Count)];
            chaos.Kill(victim);
            field.Forget(victim);
            field.Add();
        }
        await field.Joined();
    }

    // The silo that drives the run, if one does: its return is the most dangerous.
    private static async Task HangTheDriver(SiloField field, Chaos chaos)
    {
        var driver = await field.Query<string>("SELECT coalesce(max(driver), '') FROM simlab_run WHERE state = 'running'");
        var victim = field.Silos.Find(silo => silo.Name == driver) ?? field.Silos[chaos.Below(field.Silos.Count)];
        victim.Signal("STOP");
        await Chaos.Until(() => field.Query<long>($"SELECT count(*) FROM OrleansMembershipTable WHERE SiloName = '{victim.Name}' AND Status = 6").Result == 1, "the silent silo is taken for dead");
        await Chaos.Until(() => field.Query<long>($"SELECT count(*) FROM simlab_run WHERE state = 'running' AND driver = '{victim.Name}'").Result == 0, "another drives the run");
        victim.Signal("CONT");
        // It learns that it was taken for dead and goes; what it still wanted to write is refused.
        await victim.WaitForExit(TimeSpan.FromMinutes(1));
        Assert.Contains("took this one for dead", victim.Error, StringComparison.Ordinal);
        field.Forget(victim);
        field.Add();
        await field.Joined();
    }

    // As status tells it: all silos have districts, and none has two more than another.
    private static bool IsEvenlyDealt(SiloField field)
    {
        int[] districts = [.. field.Ask("status").Result.Output.Split('\n').Where(line => line.Contains("Active", StringComparison.Ordinal))
            .Select(line => int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], System.Globalization.CultureInfo.InvariantCulture))];
        return districts.Length == 3 && districts.Min() > 0 && districts.Max() - districts.Min() <= 1;
    }
}
