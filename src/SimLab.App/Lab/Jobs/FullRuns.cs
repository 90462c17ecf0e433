using System.Diagnostics;
using SimLab.App.Lab.Catalogue;
using SimLab.App.Lab.Scenarios;
using SimLab.App.Runs;
using SimLab.Engine;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Cluster;
using SimLab.Engine.Execution.Recovery;
using SimLab.Engine.Populations;
using SimLab.Engine.Recording;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;

namespace SimLab.App.Lab.Jobs;

/// <summary>Simulates a scenario in full into its run folder.</summary>
internal sealed class FullRuns(LabScenarios scenarios, LabSettings settings)
{
    /// <summary>Memory budget for enterprise state, bytes; the default of `simlab run`.</summary>
    public const long Memory = 2L << 30;

    // A scenario with other assumptions has two lines, each a separate run.
    private const string Mine = "", Theirs = "-official";

    private string Runs => Path.Combine(settings.Data, "runs");

    /// <summary>Path of a run's folder.</summary>
    public string FolderOf(RunEntry run) => Path.Combine(Runs, run.Address[..16]);

    /// <summary>Number of months to simulate, with the official line if the scenario has other assumptions.</summary>
    public static int MonthsOf(Scenario scenario) => scenario.Months * (OfficialAssumptions.Of(scenario).Are(scenario) ? 1 : 2);

    /// <summary>
    /// Simulates in this process or, in a lab of a cluster, on the silos. A run that they already have is followed from
    /// its first month.
    /// </summary>
    /// <param name="run">The run to simulate.</param>
    /// <param name="reached">Called after each month, on the thread of the run.</param>
    /// <param name="driven">Called with false when no silo drives the run, and with true when one does again.</param>
    /// <param name="cancel">Discards the run, except for what the cluster has of it.</param>
    /// <exception cref="ClusterException">No silo answers.</exception>
    public async Task<(PlanView View, string Hash)> Run(RunEntry run, Action<int> reached, Action<bool> driven, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var scenario = scenarios.ReadText(run.Yaml);
        var population = scenarios.PopulationOf(scenario);
        var materials = new RunMaterials(RunPlan.Of(scenario, population.Recipe), population.Generate(scenario.Seed));
        var folder = FolderOf(run);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);   // of a run that is no longer in the catalogue
        using var place = new RunFolder(folder);
        await using var recorder = new RunRecorder(place, materials);
        var own = OnCluster(run, Mine, driven);
        var result = await Simulate(own, scenario, population, materials, recorder, Progress(0), cancel);
        var official = OfficialAssumptions.Of(scenario).Are(scenario) ? null
            : await Official(OnCluster(run, Theirs, driven), scenario, population, materials, Progress(scenario.Months), cancel);
        result = result with { Performance = result.Performance with { WallSeconds = clock.Elapsed.TotalSeconds } };
        await Complete(recorder, scenario, population, result, run.Address, own?.Recovery);
        var incidence = await recorder.Incidence();
        return (PlanView.Of(result.Series, official, scenario.Targets, materials.Population.Firms.Length, incidence), result.Hash);

        MonthByMonth Progress(int before) => new(months => reached(before + months));
    }

    /// <summary>After the run folder and catalogue are complete, lets the cluster delete the run's output.</summary>
    public async Task Collect(RunEntry run)
    {
        try
        {
            foreach (var line in (string[])[Mine, Theirs])
                if (OnCluster(run, line, _ => { }) is { } there) await there.Collect();
        }
        catch (System.Data.Common.DbException)
        {
            // The run is done nevertheless; its months only stay longer in the database.
        }
    }

    /// <summary>Cancels the run on the cluster.</summary>
    public async Task GiveUp(RunEntry run)
    {
        foreach (var line in (string[])[Mine, Theirs])
            if (OnCluster(run, line, _ => { }) is { } there) await there.Cancel();
    }

    /// <summary>
    /// Keeps one core free for users of the lab; the result is bitwise that of the grains, see README.
    /// </summary>
    public static LoopExecutor Loop() => new(Math.Max(1, Environment.ProcessorCount - 1));

    /// <summary>Writes the remaining files, which completes the folder.</summary>
    public static async Task Complete(
        RunRecorder recorder, Scenario scenario, PopulationFile population, RunResult result, string address,
        RecoveryReport? recovery = null)
    {
        var summary = RunSummary.Of(result, scenario, await recorder.Incidence());
        var document = RunDocument.Of(result, scenario, summary, address);
        await recorder.Complete(
            new RunRecord(
            scenario, population.Hash, result, document.ToJson(), ReportTexts.Of(scenario, document, summary),
            recovery is { Anything: true } ? recovery : null));
    }

    /// <summary>Removes partial output of a killed lab.</summary>
    public void ClearRemains()
    {
        if (!Directory.Exists(Runs)) return;
        foreach (var partial in Directory.EnumerateDirectories(Runs, ".*.partial-*")) Directory.Delete(partial, recursive: true);
    }

    // The law in force under the official assumptions: the line beside the user's own assumptions.
    private static async Task<RunSeries> Official(
        ClusterRun? there, Scenario scenario, PopulationFile population, RunMaterials mine, IProgress<RunProgress> progress,
            CancellationToken cancel)
    {
        var law = OfficialAssumptions.Of(scenario).In(scenario.Under(scenario.Baseline)) with { Baseline = null };
        return (await Simulate(
            there, law, population, new(RunPlan.Of(law, population.Recipe), mine.Population), null, progress, cancel)).Series;
    }

    private static async Task<RunResult> Simulate(
        ClusterRun? there, Scenario scenario, PopulationFile population, RunMaterials materials, IRecorder? recorder,
            IProgress<RunProgress> progress, CancellationToken cancel)
    {
        if (there is not null) return await there.Follow(Order(scenario, population, materials, recorder is not null), With, cancel);
        await using var loop = Loop();
        return await With(loop);

        Task<RunResult> With(IExecutor executor) => Simulation.Run(materials, executor, Memory, recorder, progress, cancel: cancel);
    }

    private static RunOrder Order(Scenario scenario, PopulationFile population, RunMaterials materials, bool record) => new()
    {
        Scenario = scenario,
        PopulationHash = population.Hash,
        Plan = materials.Plan,
        Memory = Memory,
        Record = record,
        Executor = nameof(ExecutorKind.Grains),
        Format = nameof(OutputFormat.Json),
    };

    // Named so that the next lab finds it again; another model build simulates it anew. Null: simulated by this
    // process.
    private ClusterRun? OnCluster(RunEntry run, string line, Action<bool> driven)
    {
        if (settings.Cluster is not { } database) return null;
        var isDriven = true;
        return new(database, $"lab-{run.Id}-{ModelBuild.Hash[..8]}{line}", _ => { }) { OnProgress = _ => driven(isDriven = !isDriven) };
    }

    // Called on the thread of the run: months are few, and in order. Batches count as parts of a month.
    private sealed class MonthByMonth(Action<int> reached) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => reached(value.MonthsDone / value.Batches);
    }
}
