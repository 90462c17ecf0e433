using System.CommandLine;
using System.Globalization;
using SimLab.App.Runs;
using SimLab.App.Texts;
using SimLab.Engine.Execution.Cluster;
using SimLab.Engine.Execution.Grains;
using SimLab.Model;

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
            screen.Write($"The cluster's database is set up. Start silos with: simlab silo --cluster …");
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
            screen.Write($"{name} is cancelled.");
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task Silos(Screen screen, ClusterDatabase database, CancellationToken cancel)
    {
        var silos = await new RunCatalogue(database).Silos();
        var hosted = silos.Any(silo => silo.Status == "Active") ? await Hosted(database, cancel) : [];
        screen.Write(silos.Count == 0 ? Sentence.Of($"No silo has joined yet.")
            : $"silo                 address                state       districts   enterprises   last sign, s");
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

    // The word of the run's row in the database.
    private static Sentence State(string state) => state switch
    {
        "waiting" => Sentence.Of($"waiting"),
        "running" => $"running",
        "done" => $"done",
        "failed" => $"failed",
        "cancelled" => $"cancelled",
        _ => Sentence.Verbatim(state),
    };

    private static async Task Runs(Screen screen, ClusterDatabase database)
    {
        foreach (var run in await new RunCatalogue(database).All())
        {
            List<Sentence> facts = [run is { State: "running", Held: false } ? $"waits for a driver" : State(run.State)];
            if (run.MonthsInAll > 0) facts.Add($"month {run.MonthsDone} of {run.MonthsInAll} ({run.Month})");
            if (run.Driver is not null && !run.IsOver) facts.Add($"driven by {run.Driver}");
            if (run.ResultHash is { } hash) facts.Add($"hash {hash[..16]}");
            screen.Write(run.Failure is { } why ? Sentence.Of($"run {run.Run}: {WordList.Listed(facts)}: {why}")
                : $"run {run.Run}: {WordList.Listed(facts)}");
            if (run.Recovery.Anything) screen.Write($"    {run.Recovery.InWords()}");
        }
    }
}
