using System.Diagnostics;
using SimLab.App.Lab.Plan;
using SimLab.Engine.Execution;
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

    private string Runs => Path.Combine(settings.Data, "runs");

    public string FolderOf(RunEntry run) => Path.Combine(Runs, run.Address[..16]);

    /// <summary>Months that will be lived: the official line too, where the scenario assumes otherwise.</summary>
    public static int MonthsOf(Scenario scenario) => scenario.Months * (OfficialAssumptions.Of(scenario).Are(scenario) ? 1 : 2);

    /// <param name="run">What to live.</param>
    /// <param name="reached">Told after each month, on the thread of the run.</param>
    /// <param name="cancel">Nothing of the run is kept then.</param>
    public async Task<(PlanView View, string Hash)> Live(RunEntry run, Action<int> reached, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var scenario = scenarios.ReadText(run.Yaml);
        var population = scenarios.PopulationOf(scenario);
        var materials = new RunMaterials(RunPlan.Of(scenario, population.Recipe), population.Generate(scenario.Seed));
        await using var executor = Loop();
        var folder = FolderOf(run);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);   // of a run that is no longer in the catalogue
        using var place = new RunFolder(folder);
        await using var recorder = new RunRecorder(place, materials);
        var result = await Simulation.Run(materials, executor, Memory, recorder, Progress(0), cancel: cancel);
        var official = OfficialAssumptions.Of(scenario).Are(scenario) ? null : await Official(scenario, population, materials, executor, Progress(scenario.Months), cancel);
        result = result with { Performance = result.Performance with { WallSeconds = clock.Elapsed.TotalSeconds } };
        await Complete(recorder, scenario, population, result, run.Address);
        return (PlanView.Of(result.Chronicle, official, scenario.Targets, materials.Population.Firms.Length), result.Hash);

        MonthByMonth Progress(int before) => new(months => reached(before + months));
    }

    /// <summary>One core stays free for those who look and move levers meanwhile; the bits are those of the grains, see README.</summary>
    public static LoopExecutor Loop() => new(Math.Max(1, Environment.ProcessorCount - 1));

    /// <summary>Writes what the tables do not hold, and the folder is whole.</summary>
    public static async Task Complete(RunRecorder recorder, Scenario scenario, PopulationFile population, RunResult result, string address)
    {
        var summary = RunSummary.Of(result, scenario);
        var document = RunDocument.Of(result, scenario, summary, address);
        await recorder.Complete(new RunRecord(scenario, population.Hash, result, document.ToJson(), ReportWords.Of(scenario, document, summary)));
    }

    /// <summary>Removes what a killed lab was writing.</summary>
    public void ClearRemains()
    {
        if (!Directory.Exists(Runs)) return;
        foreach (var partial in Directory.EnumerateDirectories(Runs, ".*.partial-*")) Directory.Delete(partial, recursive: true);
    }

    // The law in force under the official assumptions: the line that my own are told apart from.
    private static async Task<Chronicle> Official(
        Scenario scenario, PopulationFile population, RunMaterials mine, LoopExecutor executor, IProgress<RunProgress> progress, CancellationToken cancel)
    {
        var law = OfficialAssumptions.Of(scenario).In(scenario.Under(scenario.Baseline)) with { Baseline = null };
        var run = await Simulation.Run(new(RunPlan.Of(law, population.Recipe), mine.Population), executor, Memory, progress: progress, cancel: cancel);
        return run.Chronicle;
    }

    // Told on the thread of the run: months are few, and in order. Waves count as parts of a month.
    private sealed class MonthByMonth(Action<int> reached) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => reached(value.MonthsDone / value.Waves);
    }
}
