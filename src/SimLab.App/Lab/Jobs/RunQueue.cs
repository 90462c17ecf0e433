using System.Collections.Concurrent;
using System.Diagnostics;
using SimLab.App.Lab.Catalogue;
using SimLab.App.Lab.Experiments;
using SimLab.App.Lab.Scenarios;
using SimLab.Engine;
using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Running;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Lab.Jobs;

/// <summary>The user has reached the limit of unfinished runs.</summary>
internal sealed class TooManyRunsException(string message) : Exception(message);

/// <summary>
/// Simulates full runs and, beside them, experiments, one of each at a time, in fair turns. Content addresses identify
/// both: a known result is not simulated again. If the lab stops, a run restarts from the beginning (on a cluster it
/// has continued meanwhile) and an experiment continues from its simulated worlds, with bitwise equal results.
/// </summary>
internal sealed class RunQueue(LabCatalogue catalogue, LabScenarios scenarios, FullRuns runs, LabExperiments experiments)
    : BackgroundService
{
    /// <summary>Unfinished runs and experiments allowed per user.</summary>
    public const int MostOfOne = 3;

    // After a turn this long, an experiment yields to another user's, and continues afterwards.
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(5), BetweenUpdates = TimeSpan.FromSeconds(0.5);

    private readonly SemaphoreSlim _runsWait = new(0), _experimentsWait = new(0);
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new();

    /// <summary>A run or experiment has progressed or ended.</summary>
    public event Action<RunEntry>? Changed;

    /// <summary>Path of the folder of a run or experiment.</summary>
    public string FolderOf(RunEntry run) => run.IsExperiment ? experiments.FolderOf(run) : runs.FolderOf(run);

    /// <param name="yaml">The scenario, as the command line reads it.</param>
    /// <param name="owner">The visitor who starts it.</param>
    /// <exception cref="ScenarioException">The scenario cannot be read.</exception>
    /// <exception cref="TooManyRunsException">The message is for the user.</exception>
    public RunEntry Start(string yaml, string owner)
    {
        var scenario = scenarios.ReadText(yaml);
        return Begin(
            New(owner, scenario.Name, scenario.NameZh, yaml, scenarios.AddressOf(scenario), FullRuns.MonthsOf(scenario), RunEntry.FullRun));
    }

    /// <param name="yaml">The experiment, as the command line reads it.</param>
    /// <param name="owner">The visitor who starts it.</param>
    /// <exception cref="ScenarioException">The experiment cannot be read.</exception>
    /// <exception cref="ExperimentException">More worlds than can be simulated.</exception>
    /// <exception cref="TooManyRunsException">The message is for the user.</exception>
    public RunEntry StartExperiment(string yaml, string owner)
    {
        var experiment = experiments.ReadText(yaml);
        return Begin(
            New(owner, experiment.Name, experiment.NameZh, yaml, experiments.AddressOf(experiment),
            LabExperiments.WorldsOf(experiment), experiment.Kind.Name));
    }

    /// <summary>Cancels it: a run is discarded, an experiment keeps its simulated worlds.</summary>
    public void Cancel(string id)
    {
        if (catalogue.Find(id) is not { IsOver: false } run) return;
        catalogue.End(id, RunState.Cancelled);
        if (_running.TryGetValue(id, out var running)) running.Cancel();
        // A killed lab may have submitted it. Off the page's thread, which must not wait for itself.
        else if (!run.IsExperiment) Task.Run(() => runs.GiveUp(run)).GetAwaiter().GetResult();
        Notify(id);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        runs.ClearRemains();
        return Task.WhenAll(Turns(experiment: false, _runsWait, stoppingToken), Turns(experiment: true, _experimentsWait, stoppingToken));
    }

    private static RunEntry New(string owner, string name, string? nameZh, string yaml, string address, int length, string kind) => new(
        Guid.NewGuid().ToString("N")[..12], owner, name, nameZh, yaml, address, ModelBuild.Hash, RunState.Queued, 0, length,
            DateTimeOffset.UtcNow, null, null, null)
    { Kind = kind };

    private RunEntry Begin(RunEntry wanted)
    {
        if (catalogue.Finished(wanted.Address) is { } done && Directory.Exists(FolderOf(done))) return done;
        var unfinished = catalogue.UnfinishedOf(wanted.Owner);
        if (unfinished.FirstOrDefault(run => run.Address == wanted.Address) is { } known) return known;
        if (unfinished.Length >= MostOfOne)
            throw new TooManyRunsException($"{MostOfOne} of your runs are unfinished; wait for one of them, or cancel it.");
        catalogue.Add(wanted);
        (wanted.IsExperiment ? _experimentsWait : _runsWait).Release();
        return wanted;
    }

    private async Task Turns(bool experiment, SemaphoreSlim waiting, CancellationToken stopping)
    {
        if (catalogue.Next(experiment) is not null) waiting.Release();
        while (!stopping.IsCancellationRequested)
        {
            await waiting.WaitAsync(stopping);
            while (catalogue.Next(experiment) is { } run && !stopping.IsCancellationRequested) await Run(run, stopping);
        }
    }

    private async Task Run(RunEntry run, CancellationToken stopping)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _running[run.Id] = cancel;
        catalogue.Begin(run.Id);
        Notify(run.Id);
        var news = run.IsExperiment ? new ExperimentProgress(this, run, cancel) : null;
        try
        {
            await Task.Run(() =>
                news is null ? RunScenario(run, cancel.Token, stopping) : RunExperiment(run, news, cancel.Token), CancellationToken.None);
        }
        catch (Exception stop) when (cancel.IsCancellationRequested && stop is OperationCanceledException)
        {
            // The next lab continues it, or this one after another user's turn; otherwise it was cancelled, as the
            // catalogue records.
            if (stopping.IsCancellationRequested || news is { MadeWay: true }) catalogue.Requeue(run.Id);
        }
        catch (Exception failure)
        {
            catalogue.End(run.Id, RunState.Failed, problem: failure.Message);
        }
        finally
        {
            _running.TryRemove(run.Id, out _);
            Notify(run.Id);
        }
    }

    private async Task RunScenario(RunEntry run, CancellationToken cancel, CancellationToken stopping)
    {
        try
        {
            var (view, hash) = await runs.Run(run, months => Reached(run.Id, months), driven => Waits(run.Id, !driven), cancel);
            catalogue.End(run.Id, RunState.Done, hash: hash, view: view);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            await runs.GiveUp(run);
            throw;
        }
        await runs.Collect(run);
    }

    private void Waits(string id, bool waits)
    {
        catalogue.Waits(
            id, waits ? "No silo of the cluster drives the run at the moment; it goes on when one is there. Start one with: simlab silo "
            + "--cluster …" : null);
        Notify(id);
    }

    private async Task RunExperiment(RunEntry run, ExperimentProgress news, CancellationToken cancel) =>
        catalogue.EndExperiment(run.Id, await experiments.Run(run, news, cancel));

    private void Reached(string id, int months)
    {
        catalogue.Reached(id, months);
        Notify(id);
    }

    private void Reached(string id, WorldsProgress worlds)
    {
        catalogue.Reached(id, (int)worlds.Done, (int)Math.Min(worlds.InAll, int.MaxValue), worlds.Left.TotalSeconds);
        Notify(id);
    }

    private bool OthersWait(RunEntry experiment) => catalogue.OthersWait(experiment);

    private void Notify(string id)
    {
        if (catalogue.Find(id) is { } run) Changed?.Invoke(run);
    }

    /// <summary>Records an experiment's progress now and then, and ends its turn.</summary>
    private sealed class ExperimentProgress(RunQueue queue, RunEntry experiment, CancellationTokenSource cancel) : IProgress<WorldsProgress>
    {
        private readonly Stopwatch _turn = Stopwatch.StartNew();
        private TimeSpan _told;

        /// <summary>It was stopped for another user's experiment.</summary>
        public bool MadeWay { get; private set; }

        public void Report(WorldsProgress value)
        {
            if (_turn.Elapsed - _told < BetweenUpdates || cancel.IsCancellationRequested) return;
            _told = _turn.Elapsed;
            queue.Reached(experiment.Id, value);
            if (_turn.Elapsed < Turn || !queue.OthersWait(experiment)) return;
            MadeWay = true;
            cancel.Cancel();
        }
    }
}
