using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using SimLab.Engine.Execution;
using SimLab.Engine.Populations;
using SimLab.Engine.Recording;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Model.Enterprises;

namespace SimLab.App.Commands;

internal enum OutputFormat { Table, Json }

/// <summary>`simlab run SCENARIO`: the scenario and its baseline, side by side with the same luck, and what becomes of the targets.</summary>
internal sealed class RunCommand(Screen screen)
{
    private const string DefaultMemory = "2GB";

    private sealed record Order(
        string Scenario, int? Replicates, int? Months, ulong? Seed, string? Out, long Memory, ExecutorKind Executor, bool FullScale, bool Record, OutputFormat Format,
        ImmutableArray<string> Required);

    public static Command Create(Screen screen)
    {
        var scenario = ScenarioArgument.Create();
        var worlds = Options.Whole("--worlds", "Replicates of each arm: how often luck is drawn. [default: as in the scenario]", 1, ScenarioReader.MostReplicates);
        var months = Options.Whole("--months", "Months to run. [default: as in the scenario]", 1, ScenarioReader.MostMonths);
        var seed = Options.Seed("--seed", "Same seed, same result. [default: as in the scenario]");
        var folder = new Option<string?>("--out") { HelpName = "DIR", Description = "The run folder; it must not exist yet. [default: runs/SCENARIO-ADDRESS]" };
        var memory = Options.Memory("--memory", $"Memory for the state of enterprises; what does not fit is run in turns, with the same result. [default: {DefaultMemory}]");
        var executor = Options.OneOf<ExecutorKind>("--executor", "Orleans grains, or the bare loop; the result is the same.");
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
            scenario, worlds, months, seed, folder, memory, executor, fullScale, noRecord, format, require,
        };
        command.SetAction((parsed, cancel) => new RunCommand(screen).Do(new(
            parsed.GetRequiredValue(scenario), parsed.GetValue(worlds), parsed.GetValue(months), parsed.GetValue(seed), parsed.GetValue(folder),
            parsed.GetValue(memory) ?? MemorySize.Read(DefaultMemory)!.Value, parsed.GetValue(executor) ?? default, parsed.GetValue(fullScale), !parsed.GetValue(noRecord),
            parsed.GetValue(format) ?? default, [.. parsed.GetValue(require) ?? []]), cancel));
        return command;
    }

    private async Task<int> Do(Order order, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var scenario = Resolve(order);
        var population = PopulationFile.Of(scenario, order.FullScale);
        var address = ContentAddress.Of(scenario, population.Hash);
        var folder = order.Record ? OutputFolder.Choose(order.Out, scenario.File, address) : null;
        var materials = new RunMaterials(RunPlan.Of(scenario, population.Recipe), population.Generate(scenario.Seed));
        RequireMemory(order.Memory, materials);

        await using var keeper = folder is null ? null : Composition.Keeper(folder, materials);
        var result = await Live(order, materials, keeper?.Recorder, clock, cancel);
        var summary = RunSummary.Of(result, scenario);
        var document = RunDocument.Of(result, scenario, summary, address);
        if (keeper is not null) await keeper.Finish(scenario, population.Hash, result, summary, document);

        if (order.Format == OutputFormat.Json) await screen.Output.WriteAsync(document.ToJson());
        else new RunTable(screen.Tables, scenario, document, summary).Write(keeper?.Folder);
        var missed = RequiredTargets.Missed(summary, order.Required);
        foreach (var sentence in missed) await screen.Error.WriteLineAsync(sentence);
        return missed.IsEmpty ? ExitCode.Done : ExitCode.TargetMissed;
    }

    private static Scenario Resolve(Order order)
    {
        var scenario = ScenarioArgument.Read(order.Scenario);
        scenario = scenario with
        {
            Replicates = order.Replicates ?? scenario.Replicates,
            Months = order.Months ?? scenario.Months,
            Seed = order.Seed ?? scenario.Seed,
        };
        if (order is { Record: false, Out: not null }) throw new InputException("--out names a run folder and --no-record wants none. Give one of them.");
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

    private async Task<RunResult> Live(Order order, RunMaterials materials, IRecorder? recorder, Stopwatch clock, CancellationToken cancel)
    {
        var plan = materials.Plan;
        await screen.Error.WriteLineAsync(
            $"{materials.Population.Firms.Length} enterprises, {plan.Months} months from {plan.Start}, {plan.Arms.Length} {(plan.Arms.Length == 1 ? "arm" : "arms")}, "
            + $"{plan.Replicates} {(plan.Replicates == 1 ? "replicate" : "replicates")} each.");
        cancel.ThrowIfCancellationRequested();
        await using var executor = await Composition.Executor(order.Executor, cancel);
        var before = clock.Elapsed.TotalSeconds;                             // reading, population, executor: part of the wait
        var result = await ProgressOnError.Show(screen, plan.Months, progress => Simulation.Run(materials, executor, order.Memory, recorder, progress, cancel: cancel));
        var own = result.Performance;
        return result with { Performance = own with { WallSeconds = before + own.WallSeconds, StartupSeconds = before + own.StartupSeconds } };
    }
}
