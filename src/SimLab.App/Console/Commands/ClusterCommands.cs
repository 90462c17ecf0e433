using System.CommandLine;
using System.Globalization;
using SimLab.App.Runs;
using SimLab.App.Texts;
using SimLab.Engine.Execution.Cluster;
using SimLab.Engine.Execution.Grains;

namespace SimLab.App.Console.Commands;

/// <summary>`simlab cluster …` and `simlab status`: administer a cluster.</summary>
internal static class ClusterCommands
{
    public static Command CreateCluster(Screen screen) => new("cluster", "Set up the database of a cluster, and look after its runs.")
    {
        Init(screen), Cancel(screen),
    };

    public static Command CreateStatus(Screen screen)
    {
        var cluster = ClusterAddress.Option();
        var command = new Command("status", "Silos of a cluster, its runs and how far they are.") { cluster };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var database = ClusterAddress.Database(parsed.GetValue(cluster));
            await database.RequireSetUp();
            await Silos(screen, database, cancel);
            await Runs(screen, database);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Init(Screen screen)
    {
        var cluster = ClusterAddress.Option();
        var command = new Command("init", "Make the tables a cluster needs; where they are already, nothing changes.") { cluster };
        command.SetAction(async (parsed, _) =>
        {
            await using var database = ClusterAddress.Database(parsed.GetValue(cluster));
            await database.Init();
            await screen.Output.WriteLineAsync("The cluster's database is set up. Start silos with: simlab silo --cluster …");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Cancel(Screen screen)
    {
        var cluster = ClusterAddress.Option();
        var run = new Argument<string>("RUN") { Description = "Its name, as simlab status shows it." };
        var command = new Command("cancel", "Stop a run for good.") { run, cluster };
        command.SetAction(async (parsed, _) =>
        {
            await using var database = ClusterAddress.Database(parsed.GetValue(cluster));
            await database.RequireSetUp();
            var name = parsed.GetRequiredValue(run);
            if (!await new RunCatalogue(database).Cancel(name)) throw new InputException(
                $"There is no run {name} that waits or is under way. simlab status lists the runs.");
            await screen.Output.WriteLineAsync($"{name} is cancelled.");
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task Silos(Screen screen, ClusterDatabase database, CancellationToken cancel)
    {
        var silos = await new RunCatalogue(database).Silos();
        var hosted = silos.Any(silo => silo.Status == "Active") ? await Hosted(database, cancel) : [];
        await screen.Output.WriteLineAsync(
            silos.Count == 0 ? "No silo has joined yet."
            : "silo                 address                state       districts   enterprises   last sign, s");
        foreach (var (name, address, status, silent) in silos)
        {
            var (districts, enterprises) = hosted.GetValueOrDefault(address);
            await screen.Output.WriteLineAsync(
                string.Create(
                CultureInfo.InvariantCulture, $"{name,-20} {address,-22} {status,-11} {districts,9}   {enterprises,11}   {silent,12:0.0}"));
        }
    }

    // Asks the silos themselves; if none answers, the membership table still lists them.
    private static async Task<Dictionary<string,
        (int Districts, int Enterprises)>> Hosted(ClusterDatabase database, CancellationToken cancel)
    {
        try
        {
            SimpleGrainStatistic[] statistics = [];
            await ClusterSilo.Ask(database, ClusterAddress.Tls(), async grains =>
                statistics = await grains.GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics(cancel), cancel);
            return statistics.GroupBy(s => $"{s.SiloAddress.Endpoint.Address}:{s.SiloAddress.Endpoint.Port}").ToDictionary(
                silo => silo.Key,
                silo => (Count(silo, nameof(DistrictGrain)), Count(silo, nameof(EnterpriseGrain))));
        }
        catch (Exception e) when (e is ClusterException or TimeoutException or OrleansException)
        {
            return [];
        }

        static int Count(IEnumerable<SimpleGrainStatistic> silo, string grain) =>
            silo.Where(s => s.GrainType.Contains(grain, StringComparison.Ordinal)).Sum(s => s.ActivationCount);
    }

    private static async Task Runs(Screen screen, ClusterDatabase database)
    {
        foreach (var run in await new RunCatalogue(database).All())
        {
            var state = run is { State: "running", Held: false } ? "waits for a driver" : run.State;
            var where = run.MonthsInAll > 0 ? $", month {run.MonthsDone} of {run.MonthsInAll} ({run.Month})" : "";
            var by = run.Driver is not null && !run.IsOver ? $", driven by {run.Driver}" : "";
            var result = run.ResultHash is { } hash ? $", hash {hash[..16]}" : "";
            var failure = run.Failure is { } why ? $": {why}" : "";
            await screen.Output.WriteLineAsync($"run {run.Run}: {state}{where}{by}{result}{failure}");
            if (run.Recovery.Anything) await screen.Output.WriteLineAsync($"    {run.Recovery.InWords()}");
        }
    }
}
