using System.Diagnostics;
using SimLab.App.Lab.Catalogue;
using SimLab.App.Lab.Plan;
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

/// <summary>Lives a scenario in full into its run folder.</summary>
internal sealed class FullRuns(LabScenarios scenarios, LabSettings settings)
{
    /// <summary>Bytes that enterprise state may take, as by default in `simlab run`.</summary>
    public const long Memory = 2L << 30;

    // A scenario that assumes otherwise has two lines, each a run of its own.
    private const string Mine = "", Theirs = "-official";

    private string Runs => Path.Combine(settings.Data, "runs");

    public string FolderOf(RunEntry run) => Path.Combine(Runs, run.Address[..16]);

    /// <summary>Months that will be lived: the official line too, where the scenario assumes otherwise.</summary>
    public static int MonthsOf(Scenario scenario) => scenario.Months * (OfficialAssumptions.Of(scenario).Are(scenario) ? 1 : 2);

    /// <summary>In this process; in a lab of a cluster, by the silos. One that they have already is followed from its first month.</summary>
    /// <param name="run">What to live.</param>
    /// <param name="reached">Told after each month, on the thread of the run.</param>
    /// <param name="driven">Told that no silo drives the run for the time being (false), and that one does again.</param>
    /// <param name="cancel">Nothing of the run is kept then but what the cluster has of it.</param>
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
        return (PlanView.Of(result.Series, official, scenario.Targets, materials.Population.Firms.Length), result.Hash);

        MonthByMonth Progress(int before) => new(months => reached(before + months));
    }

    /// <summary>The run folder stands and the catalogue says so: the cluster may forget what the run told.</summary>
    public async Task Collect(RunEntry run)
    {
        try
        {
            foreach (var line in (string[])[Mine, Theirs])
                if (OnCluster(run, line, _ => { }) is { } there) await there.Collect();
        }
        catch (System.Data.Common.DbException)
        {
            // The run is done all the same; its months lie in the database a little longer than they need.
        }
    }

    /// <summary>Nobody wants the run any more: the cluster stops it.</summary>
    public async Task GiveUp(RunEntry run)
    {
        foreach (var line in (string[])[Mine, Theirs])
            if (OnCluster(run, line, _ => { }) is { } there) await there.Cancel();
    }

    /// <summary>One core stays free for those who look and move levers meanwhile; the bits are those of the grains, see README.</summary>
    public static LoopExecutor Loop() => new(Math.Max(1, Environment.ProcessorCount - 1));

    /// <summary>Writes what the tables do not hold, and the folder is whole.</summary>
    public static async Task Complete(RunRecorder recorder, Scenario scenario, PopulationFile population, RunResult result, string address, RecoveryReport? recovery = null)
    {
        var summary = RunSummary.Of(result, scenario);
        var document = RunDocument.Of(result, scenario, summary, address);
        await recorder.Complete(new RunRecord(scenario, population.Hash, result, document.ToJson(), ReportTexts.Of(scenario, document, summary), recovery is { Anything: true } ? recovery : null));
    }

    /// <summary>Removes what a killed lab was writing.</summary>
    public void ClearRemains()
    {
        if (!Directory.Exists(Runs)) return;
        foreach (var partial in Directory.EnumerateDirectories(Runs, ".*.partial-*")) Directory.Delete(partial, recursive: true);
    }

    // The law in force under the official assumptions: the line that my own are told apart from.
    private static async Task<RunSeries> Official(
        ClusterRun? there, Scenario scenario, PopulationFile population, RunMaterials mine, IProgress<RunProgress> progress, CancellationToken cancel)
    {
        var law = OfficialAssumptions.Of(scenario).In(scenario.Under(scenario.Baseline)) with { Baseline = null };
        return (await Simulate(there, law, population, new(RunPlan.Of(law, population.Recipe), mine.Population), null, progress, cancel)).Series;
    }

    private static async Task<RunResult> Simulate(
        ClusterRun? there, Scenario scenario, PopulationFile population, RunMaterials materials, IRecorder? recorder, IProgress<RunProgress> progress, CancellationToken cancel)
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

    // Named so that the next lab finds it again; another build of the model lives it anew. Null: this process lives it.
    private ClusterRun? OnCluster(RunEntry run, string line, Action<bool> driven)
    {
        if (settings.Cluster is not { } database) return null;
        var isDriven = true;
        return new(database, $"lab-{run.Id}-{ModelBuild.Hash[..8]}{line}", _ => { }) { OnProgress = _ => driven(isDriven = !isDriven) };
    }

    // Told on the thread of the run: months are few, and in order. Waves count as parts of a month.
    private sealed class MonthByMonth(Action<int> reached) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => reached(value.MonthsDone / value.Batches);
    }
}
