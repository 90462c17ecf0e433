using System.Collections.Concurrent;
using System.Diagnostics;
using SimLab.App.Lab.Catalogue;
using SimLab.App.Lab.Experiments;
using SimLab.App.Lab.Scenarios;
using SimLab.Engine;
using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Experiments.Running;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Lab.Jobs;

/// <summary>Somebody has as many unfinished runs as one may have.</summary>
internal sealed class TooManyRunsException(string message) : Exception(message);

/// <summary>
/// Runs scenarios in full, and studies beside them, one of each at a time, in fair turns. Both are known by their content address:
/// what was run before is not run again. A run that a stop of the lab interrupts is run again from the start (on a cluster it has gone
/// on meanwhile), a study goes on from the worlds it has lived, all to the same bits.
/// </summary>
internal sealed class RunQueue(LabCatalogue catalogue, LabScenarios scenarios, FullRuns runs, LabExperiments experiments) : BackgroundService
{
    /// <summary>Unfinished runs and studies that one user may have.</summary>
    public const int MostOfOne = 3;

    // A study that has had so long a turn makes way for one of somebody else, and goes on after it.
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(5), BetweenUpdates = TimeSpan.FromSeconds(0.5);

    private readonly SemaphoreSlim _runsWait = new(0), _experimentsWait = new(0);
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new();

    /// <summary>A run or study has got further, or ended.</summary>
    public event Action<RunEntry>? Changed;

    public string FolderOf(RunEntry run) => run.IsExperiment ? experiments.FolderOf(run) : runs.FolderOf(run);

    /// <param name="yaml">The scenario, as the command line reads it.</param>
    /// <param name="owner">Whose run it is.</param>
    /// <exception cref="ScenarioException">The scenario cannot be read.</exception>
    /// <exception cref="TooManyRunsException">For the user to read.</exception>
    public RunEntry Start(string yaml, string owner)
    {
        var scenario = scenarios.ReadText(yaml);
        return Begin(New(owner, scenario.Name, scenario.NameZh, yaml, scenarios.AddressOf(scenario), FullRuns.MonthsOf(scenario), RunEntry.FullRun));
    }

    /// <param name="yaml">The experiment, as the command line reads it.</param>
    /// <param name="owner">Whose study it is.</param>
    /// <exception cref="ScenarioException">The experiment cannot be read.</exception>
    /// <exception cref="ExperimentException">There are more worlds than can be lived.</exception>
    /// <exception cref="TooManyRunsException">For the user to read.</exception>
    public RunEntry StartExperiment(string yaml, string owner)
    {
        var experiment = experiments.ReadText(yaml);
        return Begin(New(owner, experiment.Name, experiment.NameZh, yaml, experiments.AddressOf(experiment), LabExperiments.WorldsOf(experiment), experiment.Kind.Name));
    }

    /// <summary>Nothing of a run is kept; of a study, the worlds it has lived.</summary>
    public void Cancel(string id)
    {
        if (catalogue.Find(id) is not { IsOver: false } run) return;
        catalogue.End(id, RunState.Cancelled);
        if (_running.TryGetValue(id, out var running)) running.Cancel();
        // A lab that was killed may have handed it in. Away from the page, which must not wait for itself.
        else if (!run.IsExperiment) Task.Run(() => runs.GiveUp(run)).GetAwaiter().GetResult();
        Tell(id);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        runs.ClearRemains();
        return Task.WhenAll(Turns(experiment: false, _runsWait, stoppingToken), Turns(experiment: true, _experimentsWait, stoppingToken));
    }

    private static RunEntry New(string owner, string name, string? nameZh, string yaml, string address, int length, string kind) => new(
        Guid.NewGuid().ToString("N")[..12], owner, name, nameZh, yaml, address, ModelBuild.Hash, RunState.Queued, 0, length, DateTimeOffset.UtcNow, null, null, null)
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
        Tell(run.Id);
        var news = run.IsExperiment ? new ExperimentProgress(this, run, cancel) : null;
        try
        {
            await Task.Run(() => news is null ? RunScenario(run, cancel.Token, stopping) : RunExperiment(run, news, cancel.Token), CancellationToken.None);
        }
        catch (Exception stop) when (cancel.IsCancellationRequested && stop is OperationCanceledException)
        {
            // The next lab goes on with it, or this one after somebody else's turn; else it was cancelled, which the catalogue knows.
            if (stopping.IsCancellationRequested || news is { MadeWay: true }) catalogue.Requeue(run.Id);
        }
        catch (Exception failure)
        {
            catalogue.End(run.Id, RunState.Failed, problem: failure.Message);
        }
        finally
        {
            _running.TryRemove(run.Id, out _);
            Tell(run.Id);
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
        catalogue.Waits(id, waits ? "No silo of the cluster drives the run at the moment; it goes on when one is there. Start one with: simlab silo --cluster …" : null);
        Tell(id);
    }

    private async Task RunExperiment(RunEntry run, ExperimentProgress news, CancellationToken cancel) =>
        catalogue.EndExperiment(run.Id, await experiments.Run(run, news, cancel));

    private void Reached(string id, int months)
    {
        catalogue.Reached(id, months);
        Tell(id);
    }

    private void Reached(string id, WorldsProgress worlds)
    {
        catalogue.Reached(id, (int)worlds.Done, (int)Math.Min(worlds.InAll, int.MaxValue), worlds.Left.TotalSeconds);
        Tell(id);
    }

    private bool OthersWait(RunEntry experiment) => catalogue.OthersWait(experiment);

    private void Tell(string id)
    {
        if (catalogue.Find(id) is { } run) Changed?.Invoke(run);
    }

    /// <summary>How far a study is, now and then; and whether its turn is over.</summary>
    private sealed class ExperimentProgress(RunQueue queue, RunEntry experiment, CancellationTokenSource cancel) : IProgress<WorldsProgress>
    {
        private readonly Stopwatch _turn = Stopwatch.StartNew();
        private TimeSpan _told;

        /// <summary>It was stopped for somebody else's study.</summary>
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
