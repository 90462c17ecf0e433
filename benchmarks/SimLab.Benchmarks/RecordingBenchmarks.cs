using BenchmarkDotNet.Attributes;
using SimLab.Engine.Execution;
using SimLab.Engine.Recording;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Pages;

namespace SimLab.Benchmarks;

/// <summary>
/// A month of 2 arms × 4 replicates: simulated in the plain loop without recording, and recorded without simulation;
/// the mean over two years, including opening and finishing the folder.
/// </summary>
public class RecordingBenchmarks
{
    private const int Replicates = 4;

    private readonly RecordedMonth _told = new();
    private RunMaterials _materials = null!;
    private RunRecord _record = null!;

    [GlobalSetup]
    public async Task Prepare()
    {
        _materials = new(Gansu.Plan with { Replicates = Replicates, Months = Rehearsal.Months }, Gansu.Population);
        await using var loop = new LoopExecutor();
        var result = await Simulation.Run(_materials, loop, long.MaxValue, _told);
        _record = new(Gansu.Scenario, Gansu.PopulationFile.Hash, result, "{}", new ReportInput(Gansu.Scenario.Name, [], [], []));
    }

    /// <summary>Simulation without recording.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Rehearsal.Months)]
    public async Task<string> Live()
    {
        await using var loop = new LoopExecutor();
        return (await Simulation.Run(_materials, loop, long.MaxValue)).Hash;
    }

    /// <summary>Recording without simulation.</summary>
    [Benchmark(OperationsPerInvoke = Rehearsal.Months)]
    public async Task<Manifest> Keep()
    {
        var path = Path.Combine(Path.GetTempPath(), $"simlab-benchmark-{Guid.NewGuid():N}");
        try
        {
            using var folder = new RunFolder(path);
            await using var recorder = new RunRecorder(folder, _materials);
            await _told.Tell(recorder);
            return await recorder.Complete(_record);
        }
        finally
        {
            Directory.Delete(path, recursive: true);
        }
    }

    /// <summary>Buffers the input of a recorder, and replays it to another.</summary>
    private sealed class RecordedMonth : IRecorder
    {
        private readonly List<Func<IRecorder, Task>> _all = [];

        public async Task Tell(IRecorder recorder)
        {
            foreach (var told in _all) await told(recorder);
        }

        public Task Record(RunMaterials materials, WorldBatch batch, MonthOutput output) =>
            Remember(recorder => recorder.Record(materials, batch, output));

        public Task RecordPanel(RunMaterials materials, Month month, int arm, int replicate, Enterprise[] states) =>
            Remember(recorder => recorder.RecordPanel(materials, month, arm, replicate, states));

        private Task Remember(Func<IRecorder, Task> told)
        {
            _all.Add(told);
            return Task.CompletedTask;
        }
    }
}
