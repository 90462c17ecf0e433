using System.Collections.Concurrent;
using System.Diagnostics;
using SimLab.App.Lab.Plan;
using SimLab.Engine.Execution;
using SimLab.Engine.Populations;
using SimLab.Engine.Recording;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Lab.Jobs;

/// <summary>Somebody has as many unfinished runs as one may have.</summary>
internal sealed class TooManyRunsException(string message) : Exception(message);

/// <summary>
/// Runs scenarios in full, one at a time, in fair turns. A run is known by its content address: what was run before is not
/// run again, and what a stop of the lab interrupts is run again from the start, to the same bits.
/// </summary>
internal sealed class RunQueue(RunCatalogue catalogue, LabScenarios scenarios, LabSettings settings) : BackgroundService
{
    /// <summary>Unfinished runs that one user may have.</summary>
    public const int MostOfOne = 3;

    // As the default of `simlab run`.
    private const long Memory = 2L << 30;

    private readonly SemaphoreSlim _waiting = new(0);
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new();

    /// <summary>A run has got further, or ended.</summary>
    public event Action<RunEntry>? Changed;

    private string Runs => Path.Combine(settings.Data, "runs");

    public string FolderOf(RunEntry run) => Path.Combine(Runs, run.Address[..16]);

    /// <param name="yaml">The scenario, as the command line reads it.</param>
    /// <param name="owner">Whose run it is.</param>
    /// <exception cref="ScenarioException">The scenario cannot be read.</exception>
    /// <exception cref="TooManyRunsException">For the user to read.</exception>
    public RunEntry Start(string yaml, string owner)
    {
        var scenario = scenarios.ReadText(yaml);
        var address = scenarios.AddressOf(scenario);
        if (catalogue.Finished(address) is { } done && Directory.Exists(FolderOf(done))) return done;
        var unfinished = catalogue.UnfinishedOf(owner);
        if (unfinished.FirstOrDefault(run => run.Address == address) is { } known) return known;
        if (unfinished.Length >= MostOfOne)
            throw new TooManyRunsException($"{MostOfOne} of your runs are unfinished; wait for one of them, or cancel it.");
        var run = new RunEntry(
            Guid.NewGuid().ToString("N")[..12], owner, scenario.Name, scenario.NameZh, yaml, address, ModelBuild.Hash, RunState.Queued, 0,
            scenario.Months * (AssumesAsDocumented(scenario) ? 1 : 2), DateTimeOffset.UtcNow, null, null, null);
        catalogue.Add(run);
        _waiting.Release();
        return run;
    }

    /// <summary>Nothing of the run is kept.</summary>
    public void Cancel(string id)
    {
        if (catalogue.Find(id) is not { IsOver: false }) return;
        catalogue.End(id, RunState.Cancelled);
        if (_running.TryGetValue(id, out var running)) running.Cancel();
        Tell(id);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ClearRemains();
        if (catalogue.Next() is not null) _waiting.Release();
        while (!stoppingToken.IsCancellationRequested)
        {
            await _waiting.WaitAsync(stoppingToken);
            while (catalogue.Next() is { } run && !stoppingToken.IsCancellationRequested) await Run(run, stoppingToken);
        }
    }

    private async Task Run(RunEntry run, CancellationToken stopping)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _running[run.Id] = cancel;
        catalogue.Begin(run.Id);
        Tell(run.Id);
        try
        {
            var (view, hash) = await Task.Run(() => Live(run, cancel.Token), CancellationToken.None);
            catalogue.End(run.Id, RunState.Done, hash: hash, view: view);
        }
        catch (OperationCanceledException)
        {
            if (stopping.IsCancellationRequested) catalogue.Requeue(run.Id);   // the next lab goes on with it
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

    private async Task<(PlanView View, string Hash)> Live(RunEntry run, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var scenario = scenarios.ReadText(run.Yaml);
        var population = scenarios.PopulationOf(scenario);
        var materials = new RunMaterials(RunPlan.Of(scenario, population.Recipe), population.Generate(scenario.Seed));
        // One core stays free for those who move levers meanwhile; the bits are those of the grains, see README.
        await using var executor = new LoopExecutor(Math.Max(1, Environment.ProcessorCount - 1));
        var folder = FolderOf(run);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);   // of a run that is no longer in the catalogue
        using var place = new RunFolder(folder);
        await using var recorder = new RunRecorder(place, materials);
        var result = await Simulation.Run(materials, executor, Memory, recorder, Progress(0), cancel: cancel);
        var official = AssumesAsDocumented(scenario) ? null : await Official(scenario, population, materials, executor, Progress(scenario.Months), cancel);
        var summary = RunSummary.Of(result, scenario);
        result = result with { Performance = result.Performance with { WallSeconds = clock.Elapsed.TotalSeconds } };
        var document = RunDocument.Of(result, scenario, summary, run.Address);
        await recorder.Complete(new RunRecord(scenario, population.Hash, result, document.ToJson(), ReportWords.Of(scenario, document, summary), null));
        return (PlanView.Of(result.Chronicle, official, scenario.Targets, materials.Population.Firms.Length), result.Hash);

        MonthByMonth Progress(int before) => new(months => Reached(run.Id, before + months));
    }

    // The law in force under the documented assumptions: the line that my own are told apart from.
    private static async Task<Chronicle> Official(
        Scenario scenario, PopulationFile population, RunMaterials mine, LoopExecutor executor, IProgress<RunProgress> progress, CancellationToken cancel)
    {
        var documented = scenario.Under(scenario.Baseline) with { Habits = new(), Macro = new(), Baseline = null };
        var run = await Simulation.Run(new(RunPlan.Of(documented, population.Recipe), mine.Population), executor, Memory, progress: progress, cancel: cancel);
        return run.Chronicle;
    }

    private static bool AssumesAsDocumented(Scenario scenario) => scenario.Habits.Equals(new()) && scenario.Macro.Equals(new());

    private void Reached(string id, int months)
    {
        catalogue.Reached(id, months);
        Tell(id);
    }

    private void Tell(string id)
    {
        if (catalogue.Find(id) is { } run) Changed?.Invoke(run);
    }

    // What a killed lab was writing.
    private void ClearRemains()
    {
        if (!Directory.Exists(Runs)) return;
        foreach (var partial in Directory.EnumerateDirectories(Runs, ".*.partial-*")) Directory.Delete(partial, recursive: true);
    }

    // Told on the thread of the run: months are few, and in order. Waves count as parts of a month.
    private sealed class MonthByMonth(Action<int> reached) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => reached(value.MonthsDone / value.Waves);
    }
}
