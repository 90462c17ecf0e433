using System.CommandLine;
using System.Diagnostics;
using SimLab.App.Runs;
using SimLab.App.Texts;
using SimLab.Engine.Branching;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Recovery;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.App.Console.Commands;

/// <summary>
/// `simlab branch RUN`: stops a recorded run at a month, changes levers, and simulates on; the branch is a separate
/// run.
/// </summary>
internal sealed class BranchCommand(Screen screen)
{
    private sealed record Order(
        string Run, string? At, string[] Settings, string? Name, string? NameZh, int? Replicates, string? Out, bool Prepare,
        ExecutorKind Executor, OutputFormat Format);

    public static Command Create(Screen screen)
    {
        var run = RecordedRunArgument.Create();
        var at = new Option<string?>("--at") { HelpName = "MONTH", Description = "The first month that differs, such as 2023-07." };
        var set = new Option<string[]>("--set")
        {
            HelpName = "MEASURE.LEVER=VALUE",
            AllowMultipleArgumentsPerToken = true,
            Description = "What changes from that month on: Measure.lever=value, Measure=off or Measure=on.",
        };
        var name = new Option<string?>("--name")
        { HelpName = "NAME", Description = "What a minister would call it. [default: the parent's name and what changes]" };
        var nameZh = new Option<string?>("--name-zh") { HelpName = "NAME", Description = "The name in Chinese." };
        var replicates = Options.Replicates("How often luck is drawn: the first of the parent's draws. [default: all of them]", 1);
        var folder = new Option<string?>("--out")
        { HelpName = "DIR", Description = "The run folder; it must not exist yet. [default: runs/PARENT-MONTH-ADDRESS]" };
        var prepare = new Option<bool>("--prepare")
        {
            Description = "Only simulate the months before and store them with the run: later branches start there. Takes about 4 MB a "
            + "world."
        };
        var executor = Options.OneOf<ExecutorKind>("--executor", "Orleans grains, or the bare loop; the result is the same.");
        var format = Options.OneOf<OutputFormat>("--format", "A table to read, or one JSON document for programs.");
        var command = new Command(
            "branch", "Stop a recorded run at a month, move levers, and go on: a run of its own with its parent on record.")
        {
            run, at, set, name, nameZh, replicates, Options.Worlds(replicates), folder, prepare, executor, format,
        };
        command.SetAction((parsed, cancel) => new BranchCommand(screen).Do(new(
            parsed.GetRequiredValue(run), parsed.GetValue(at), parsed.GetValue(set) ?? [], parsed.GetValue(name),
                parsed.GetValue(nameZh), parsed.GetValue(replicates),
            parsed.GetValue(folder), parsed.GetValue(prepare), parsed.GetValue(executor) ?? default,
                parsed.GetValue(format) ?? default), cancel));
        return command;
    }

    private async Task<int> Do(Order order, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        if (order.At is null) throw new InputException(
            $"simlab branch needs --at MONTH, the first month that differs, such as --at 2023-07.");
        if (!Month.TryParse(order.At, out var at)) throw new InputException(
            $"--at is {NearestWord.Quoted(order.At)}. Write a month, such as 2023-07.");
        if (order is { Prepare: true, Settings.Length: > 0 }) throw new InputException(
            $"--prepare only stores the months before the branch, whatever changes then. Remove --set or --prepare.");
        var run = await RecordedRunArgument.Open(order.Run);
        return order.Prepare ? await Prepare(run, order, at, cancel) : await BranchOff(run, order, at, clock, cancel);
    }

    private async Task<int> Prepare(RunReader run, Order order, Month at, CancellationToken cancel)
    {
        var start = Month.Parse(run.Manifest.Start);
        if (at <= start || at > start + (run.Manifest.Months - 1))
            throw new InputException(
                $"--at is {at}. The run goes from {start} to {start + (run.Manifest.Months - 1)}; it can be left from {start + 1} on.");
        await ProgressOnError.Show(screen, run.Manifest.Months, async progress => await PersistedPrefix.Persist(
            run, at - 1, await ExecutorFactory.Executor(order.Executor, cancel), RunCommand.Memory, progress, cancel));
        screen.Write($"{order.Run} is stored as of the end of {at - 1}. Branches from {at} on start there.");
        return ExitCode.Done;
    }

    private async Task<int> BranchOff(RunReader run, Order order, Month at, Stopwatch clock, CancellationToken cancel)
    {
        var scenario = Branch.Of(run, at, order.Settings, order.Name, order.NameZh, order.Replicates);
        var population = PopulationSource.Of(scenario);
        var path = OutputFolder.Choose(
            order.Out, $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(order.Run)))}-{at}.yaml",
            ContentAddress.Of(scenario, population.Hash));
        var materials = new RunMaterials(RunPlan.Of(scenario, population.Recipe), population.Generate(scenario.Seed));
        var prefix = scenario.Replicates == run.Manifest.Replicates ? PersistedPrefix.Find(run, screen.Report) : null;
        var told = new RunOrder
        {
            Scenario = scenario,
            PopulationHash = population.Hash,
            Plan = materials.Plan,
            Memory = prefix?.Memory ?? RunCommand.Memory,
            Record = true,
            Executor = order.Executor.ToString(),
            Format = order.Format.ToString(),
        };
        screen.Report(Sentence.Join(
            Sentence.Of($"A branch of {order.Run} from {at} on."),
            prefix is null ? Sentence.Of($"It is simulated from the first month.")
                : $"The months before are stored with the run and replayed from there."));
        foreach (var sentence in ScenarioText.OnTheWay(scenario)) screen.Report($"  {sentence}");
        using var folder = new RunFolder(path);
        OrderFile.Write(folder.Journal, told);
        return await new RunSession(screen, told, materials, folder, clock, cluster: null) { Prefix = prefix }
            .Simulate(resumed: false, cancel);
    }
}
