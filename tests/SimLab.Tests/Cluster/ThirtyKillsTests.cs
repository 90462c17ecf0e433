using SimLab.App.Console;
using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>Silo processes die, hang, join and lose their database while a run goes on; the run does not notice in any bit.</summary>
[Slow]
public sealed class ThirtyKillsTests : IDisposable
{
    private const int Kills = 30;

    private readonly RepeatedRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Silos_killed_at_random_thirty_times_a_hung_one_that_returns_new_ones_and_a_restarted_database_change_no_bit()
    {
        var chaos = new Chaos();
        await using var field = await SiloField.Start(_run.Gansu, 3);
        var alone = await _run.Undisturbed("alone");
        for (var run = 1; chaos.Kills < Kills; run++)
        {
            using var client = field.Client(_run.Order($"run-{run}"));
            var round = 0;
            while (!client.Ended)
            {
                await chaos.Wait(0.3, 2);
                if (chaos.Kills >= Kills) break;
                round++;
                if (round == 3) await field.Postgres.Restart(TimeSpan.FromSeconds(2));
                else if (round == 5) await HangTheDriver(field, chaos);
                else await KillSome(field, chaos);
            }
            await client.WaitForExit(TimeSpan.FromMinutes(5));
            Assert.True(client.Exit == ExitCode.Done, client.Error);
            Chaos.Say($"run {run}, {chaos.Kills} kills so far: "
                + $"{client.Error.Split('\n').LastOrDefault(line => line.StartsWith("What it went through", StringComparison.Ordinal))}");
            await _run.SameAs(alone, $"run-{run}");
        }
        Assert.True(chaos.Kills >= Kills);
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
        await Chaos.Until(() =>
            field.Query<long>(
            $"SELECT count(*) FROM OrleansMembershipTable WHERE SiloName = '{victim.Name}' AND Status = 6").Result == 1,
            "the silent silo is taken for dead", seconds: 300);
        await Chaos.Until(() =>
            field.Query<long>($"SELECT count(*) FROM simlab_run WHERE state = 'running' AND driver = '{victim.Name}'").Result == 0,
            "another drives the run");
        victim.Signal("CONT");
        // It learns that it was taken for dead and goes; what it still wanted to write is refused.
        await victim.WaitForExit(TimeSpan.FromMinutes(1));
        Assert.Contains("took this one for dead", victim.Error, StringComparison.Ordinal);
        field.Forget(victim);
        field.Add();
        await field.Joined();
    }
}
