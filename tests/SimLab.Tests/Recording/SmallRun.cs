using SimLab.Engine.Execution;
using SimLab.Engine.Populations;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using SimLab.Model.Populations;
using SimLab.Pages;

namespace SimLab.Tests.Recording;

/// <summary>Gansu with fewer ordinary firms, three months and two replicates; the notice is in force from the first month.</summary>
internal static class SmallRun
{
    public static Scenario Scenario { get; } = Read();

    public static PopulationFile Population { get; } = PopulationFile.Read(Scenario.Population);

    public static PopulationRecipe Recipe { get; } = Fewer(Population.Recipe);

    public static RunMaterials Materials { get; } = new(RunPlan.Of(Scenario, Recipe));

    public static async Task<RunResult> Run(IRecorder? recorder, long memory = 4L << 30)
    {
        await using var loop = new LoopExecutor();
        return await Simulation.Run(Materials, loop, memory, recorder);
    }

    /// <summary>A user presses Ctrl-C in the second month.</summary>
    public static async Task Interrupt(IRecorder recorder)
    {
        using var stop = new CancellationTokenSource();
        await using var loop = new LoopExecutor();
        await Simulation.Run(Materials, loop, 4L << 30, recorder, new StopAfter(2, stop), cancel: stop.Token);
    }

    /// <summary>As much as fits one replicate of both arms, so that the two replicates go in two waves.</summary>
    public static long MemoryOfOneReplicate => (long)Materials.Population.Firms.Length * 2 * Model.Enterprises.Enterprise.Bytes;

    public static async Task<Manifest> Record(string path, long memory = 4L << 30)
    {
        using var folder = new RunFolder(path);
        await using var recorder = new RunRecorder(folder, Materials);
        return await recorder.Complete(RecordOf(await Run(recorder, memory)));
    }

    public static RunRecord RecordOf(RunResult result) => new(Scenario, Population.Hash, result, "{ \"scenario\": \"small\" }\n", Report);

    public static ReportInput Report { get; } = new(
        "高奖励 & <higher> rewards", ["36 months, 2 arms × 2 replicates"],
        [new("High-tech enterprises", "≥ 2,000 firms by 2023-12",
            [new("baseline", "1,934", "1,900 – 1,950", 0.02), new("policy", "2,010", "1,980 – 2,040", 0.71)], "+76 (61 to 90)")],
        [new("CultivateSpecialisedSmes", "policy", "0.35 亿元")]);

    private static Scenario Read()
    {
        var scenario = ScenarioFile.Read(Repository.File("scenarios", "gansu-2023.yaml"), MeasureCatalog.Default);
        return scenario
            with
        { Months = 3, Replicates = 2, Measures = [.. scenario.Measures.Select(measure => measure with { From = null })] };
    }

    private static PopulationRecipe Fewer(PopulationRecipe recipe) => recipe with
    {
        Firms = recipe.Firms with
        {
            OrdinaryAgents = recipe.Firms.OrdinaryAgents with { Value = 1_000 },
            VacantSlots = recipe.Firms.VacantSlots with { Value = 300 },
        },
    };

    private sealed class StopAfter(int months, CancellationTokenSource stop) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            if (value.MonthsDone == months) stop.Cancel();
        }
    }
}

/// <summary>A folder for runs that is gone after the test.</summary>
public sealed class RecordedRunCache : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("simlab-runs-").FullName;

    public string In(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    /// <summary>Everything on the shelf, hidden folders included.</summary>
    public string[] Found =>
        [.. Directory.EnumerateFileSystemEntries(Path).Select(entry => System.IO.Path.GetFileName(entry)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
