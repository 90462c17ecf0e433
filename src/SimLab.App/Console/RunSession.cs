using System.Diagnostics;
using SimLab.App.Runs;
using SimLab.Engine.Branching;
using SimLab.Engine.Distribution;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Recovery;
using SimLab.Engine.Recording;
using SimLab.Engine.Reporting;
using SimLab.Model;

namespace SimLab.App.Console;

/// <summary>The run did not finish, but its completed work is stored. The message explains how to resume.</summary>
internal sealed class ResumableException(Sentence message, Exception cause) : SentenceException(message, cause);

/// <summary>One run from its order to its table, new or resumed: simulates, records and prints it.</summary>
/// <param name="screen">Receives the output.</param>
/// <param name="order">The settings of the run.</param>
/// <param name="materials">Generated from the order's plan.</param>
/// <param name="folder">The run folder; null: the run is not recorded.</param>
/// <param name="clock">Started with the command.</param>
/// <param name="cluster">Connection string of the cluster, for an order that runs on one.</param>
internal sealed class RunSession(Screen screen, RunOrder order, RunMaterials materials, RunFolder? folder, Stopwatch clock, string? cluster)
{
    private RecoveryReport _recovery = new();

    /// <summary>The first months of a branch, stored with its parent; null: the branch simulates them itself.</summary>
    public PersistedPrefix? Prefix { get; init; }

    private ClusterRun? _onCluster;

    /// <returns>An <see cref="ExitCode"/>.</returns>
    public async Task<int> Simulate(bool resumed, CancellationToken cancel)
    {
        if (resumed) _recovery.Resumed++;
        await using var keeper = folder is null ? null : new RunPersister(folder, new RunRecorder(folder, materials));
        var alone = new IncidenceRecorder(materials);      // for a run without a folder
        var result = await SimulateOrSayHowToResume(keeper?.Recorder ?? alone, cancel);
        var (scenario, address) = (order.Scenario, ContentAddress.Of(order.Scenario, order.PopulationHash));
        var summary = RunSummary.Of(result, scenario, keeper is null ? alone.Result() : await keeper.Incidence());
        var document = RunDocument.Of(result, scenario, summary, address);
        if (keeper is not null) await keeper.Finish(order, result, summary, document, _recovery.Anything ? _recovery : null);

        // Only once the folder is complete: until then the cluster has the only copy.
        if (order.OnCluster is { } run) await Collect(run);

        if (_recovery.Anything) screen.Report(_recovery.InWords());
        if (Enum.Parse<OutputFormat>(order.Format) == OutputFormat.Json) await screen.Output.WriteAsync(document.ToJson());
        else new RunTable(screen.Tables, scenario, document, summary).Write(Shown);
        var missed = RequiredTargets.Missed(summary, order.Required);
        foreach (var sentence in missed) screen.Report(sentence);
        return missed.IsEmpty ? ExitCode.Done : ExitCode.TargetMissed;
    }

    private async Task<RunResult> SimulateOrSayHowToResume(IRecorder recorder, CancellationToken cancel)
    {
        try
        {
            return await SimulateHere(recorder, cancel);
        }
        catch (Exception e)
            when (folder is not null && (_recovery.Checkpoints > 0 || _recovery.Resumed > 0 || _onCluster is { IsHandedIn: true }))
        {
            folder.CanBeResumed = true;
            throw new ResumableException(Sentence.Join(
                e is OperationCanceledException ? Sentence.Of($"Stopped.") : $"The run failed: {SentenceException.Of(e)}.",
                _onCluster is { IsHandedIn: true } ? Sentence.Of($"The cluster has the run and continues it as long as it can.")
                : $"What is done so far is saved.",
                Sentence.Of($"Go on with: simlab resume {Shown}")), e);
        }
    }

    private async Task<RunResult> SimulateHere(IRecorder recorder, CancellationToken cancel)
    {
        var plan = materials.Plan;
        var arms = plan.Arms.Length == 1 ? Sentence.Of($"1 arm") : $"{plan.Arms.Length} arms";
        var replicates = plan.Replicates == 1 ? Sentence.Of($"1 replicate") : $"{plan.Replicates} replicates";
        screen.Report(
            $"{materials.Population.Firms.Length} enterprises, {plan.Months} months from {plan.Start}, {arms}, {replicates} each.");
        cancel.ThrowIfCancellationRequested();
        var result = order.OnCluster is null ? await Here(recorder, cancel) : await OnCluster(order.OnCluster, recorder, cancel);
        // reading, population and executor are part of the wait
        var (before, own) = (clock.Elapsed.TotalSeconds - result.Performance.WallSeconds, result.Performance);
        return result
            with
        { Performance = own with { WallSeconds = before + own.WallSeconds, StartupSeconds = before + own.StartupSeconds } };
    }

    private async Task<RunResult> Here(IRecorder recorder, CancellationToken cancel)
    {
        await using var executor = await Executor(cancel);
        return await Follow(executor, recorder, cancel);
    }

    private async Task<RunResult> OnCluster(string run, IRecorder recorder, CancellationToken cancel)
    {
        await using var database = ClusterAddress.Database(cluster);
        await database.RequireSetUp();
        database.OnOutage = Say;
        _onCluster = new(database, run, Say) { OnProgress = Say };
        var result = await _onCluster.Follow(order, executor => Follow(executor, recorder, cancel), cancel);
        _recovery = _onCluster.Recovery;
        return result;
    }

    private async Task Collect(string run)
    {
        await using var database = ClusterAddress.Database(cluster);
        await new ClusterRun(database, run, Say).Collect();
    }

    private Task<RunResult> Follow(IExecutor executor, IRecorder recorder, CancellationToken cancel) =>
        ProgressOnError.Show(screen, materials.Plan.Months, progress =>
            Simulation.Run(materials, executor, order.Memory, recorder, progress, cancel: cancel));

    private async Task<IExecutor> Executor(CancellationToken cancel)
    {
        var inner = await ExecutorFactory.Executor(Enum.Parse<ExecutorKind>(order.Executor), cancel);
        // A run without a folder has no journal either.
        if (folder is null) return inner;
        var policy = new CheckpointPolicy(order.CheckpointMonths);
        if (Prefix is { } prefix && order.Scenario.Branch is { } branch) return prefix.Under(
            inner, branch.At, folder.Journal, policy, _recovery, Say);
        return new RecoveringExecutor(
            inner, new FileJournal(folder.Journal, Say), new FileCheckpoints(inner, folder.Journal, Say), policy, _recovery);
    }

    /// <summary>The run folder as a user would type it.</summary>
    private string? Shown => folder is null ? null : Path.GetRelativePath(Environment.CurrentDirectory, folder.Path);

    private void Say(Sentence sentence) => screen.Report(sentence);
}
