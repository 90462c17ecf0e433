using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using SimLab.App.Runs;
using SimLab.App.Texts;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Recovery;
using SimLab.Engine.Recording;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Model.Enterprises;

namespace SimLab.App.Console.Commands;

/// <summary>
/// `simlab run SCENARIO`: simulates the scenario and its baseline with common random numbers, and evaluates the
/// targets.
/// </summary>
internal sealed class RunCommand(Screen screen)
{
    private const string DefaultMemory = "2GB";

    /// <summary>Default memory budget of a run, bytes.</summary>
    public static long Memory { get; } = MemorySize.Read(DefaultMemory)!.Value;

    private sealed record Order(
        string Scenario, int? Replicates, int? Months, ulong? Seed, string? Out, long Memory, ExecutorKind Executor, bool FullScale,
            bool Record, OutputFormat Format,
        int? CheckpointMonths, bool OnCluster, string? Cluster, ImmutableArray<string> Required);

    public static Command Create(Screen screen)
    {
        var scenario = ScenarioArgument.Create();
        var replicates = Options.Replicates(
            "How often luck is drawn; every draw is simulated in each arm. [default: as in the scenario]", 1);
        var months = Options.Whole("--months", "Months to run. [default: as in the scenario]", 1, ScenarioReader.MostMonths);
        var seed = Options.Seed("--seed", "Same seed, same result. [default: as in the scenario]");
        var folder = new Option<string?>("--out")
        { HelpName = "DIR", Description = "The run folder; it must not exist yet. [default: runs/SCENARIO-ADDRESS]" };
        var memory = Options.Memory(
            "--memory", $"Memory for the state of enterprises; what does not fit is run in turns, with the same result. [default: "
            + $"{DefaultMemory}]");
        var executor = Options.OneOf<ExecutorKind>("--executor", "Orleans grains, or the bare loop; the result is the same.");
        var checkpoint = Options.Whole(
            "--checkpoint",
            "Months from one checkpoint to the next, from which an interrupted run is resumed. [default: as many as take a minute]",
            1, ScenarioReader.MostMonths);
        var cluster = ClusterAddress.Switch();
        var fullScale = Options.FullScale();
        var noRecord = new Option<bool>("--no-record") { Description = "Leave no run folder." };
        var format = Options.OneOf<OutputFormat>("--format", "A table to read, or one JSON document for programs.");
        var require = new Option<string[]>("--require")
        {
            HelpName = "TARGET",
            AllowMultipleArgumentsPerToken = true,
            Arity = ArgumentArity.OneOrMore,
            Description = "Exit with 1 unless the policy meets these targets in at least half of the replicates.",
        };
        var command = new Command("run", "Run a scenario beside its baseline and show what becomes of the targets.")
        {
            scenario, replicates, Options.Worlds(replicates), months, seed, folder, memory, executor, fullScale, checkpoint,
                cluster, noRecord, format, require,
        };
        command.SetAction((parsed, cancel) => new RunCommand(screen).Do(new(
            parsed.GetRequiredValue(scenario), parsed.GetValue(replicates), parsed.GetValue(months), parsed.GetValue(seed),
                parsed.GetValue(folder),
            parsed.GetValue(memory) ?? Memory, parsed.GetValue(executor) ?? default, parsed.GetValue(fullScale), !parsed.GetValue(noRecord),
            parsed.GetValue(format) ?? default, parsed.GetValue(checkpoint), parsed.GetResult(cluster) is not null,
                parsed.GetValue(cluster), [.. parsed.GetValue(require) ?? []]), cancel));
        return command;
    }

    private async Task<int> Do(Order order, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var scenario = Resolve(order);
        var population = PopulationSource.Of(scenario, order.FullScale);
        var path = order.Record ? OutputFolder.Choose(order.Out, scenario.File, ContentAddress.Of(scenario, population.Hash)) : null;
        var materials = new RunMaterials(RunPlan.Of(scenario, population.Recipe), population.Generate(scenario.Seed));
        RequireMemory(order.Memory, materials);

        var told = new RunOrder
        {
            Scenario = scenario,
            PopulationHash = population.Hash,
            Plan = materials.Plan,
            Memory = order.Memory,
            Record = order.Record,
            CheckpointMonths = order.CheckpointMonths,
            Executor = order.Executor.ToString(),
            Format = order.Format.ToString(),
            Required = order.Required,
            OnCluster = order.OnCluster ? RunName(scenario) : null,
        };
        using var folder = path is null ? null : new RunFolder(path);
        if (folder is not null) OrderFile.Write(folder.Journal, told);
        return await new RunSession(screen, told, materials, folder, clock, order.Cluster).Simulate(resumed: false, cancel);
    }

    /// <summary>Runs of many users share a cluster: the name joins the scenario's name with a unique suffix.</summary>
    private static string RunName(Scenario scenario) =>
        $"{Path.GetFileNameWithoutExtension(scenario.File)}-{Guid.NewGuid().ToString("n")[..8]}";

    private Scenario Resolve(Order order)
    {
        var scenario = ScenarioArgument.Read(order.Scenario, screen);
        scenario = scenario with
        {
            Replicates = order.Replicates ?? scenario.Replicates,
            Months = order.Months ?? scenario.Months,
            Seed = order.Seed ?? scenario.Seed,
        };
        if (order is { Record: false, Out: not null }) throw new InputException(
            $"--out names a run folder and --no-record wants none. Give one of them.");
        if (RequiredTargets.Complaint(scenario, order.Required) is { } complaint) throw new InputException(complaint);
        return scenario;
    }

    private static void RequireMemory(long memory, RunMaterials materials)
    {
        var least = (long)materials.Population.Firms.Length * materials.Plan.Arms.Length * Enterprise.Bytes;
        if (memory < least)
            throw new InputException(
                $"--memory {MemorySize.Shown(memory)} is too little: one replicate of {materials.Population.Firms.Length} enterprises in "
                + $"{materials.Plan.Arms.Length} arms takes {MemorySize.Shown(least)}. Give at least --memory {MemorySize.Shown(least)}.");
    }
}
