using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Grains;
using SimLab.Engine.Recording;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;

namespace SimLab.App;

/// <summary>How a run lives its months: by Orleans grains, or in the bare loop. The result is the same.</summary>
internal enum ExecutorKind { Grains, Loop }

/// <summary>Where the executor and the recorder of a run are made; the only file that knows which ones there are.</summary>
internal static class Composition
{
    public static async Task<IExecutor> Executor(ExecutorKind kind, CancellationToken cancel) =>
        kind == ExecutorKind.Grains ? await GrainExecutor.Start(cancel: cancel) : new LoopExecutor();

    /// <param name="folder">The run folder to be; nothing stands there yet.</param>
    /// <param name="materials">The run.</param>
    public static RunKeeper Keeper(string folder, RunMaterials materials)
    {
        var place = new RunFolder(folder);
        return new(folder, place, new RunRecorder(place, materials));
    }
}

/// <summary>Keeps one run in its folder. Disposed without <see cref="Finish"/>, it leaves nothing behind.</summary>
internal sealed class RunKeeper(string folder, RunFolder place, RunRecorder recorder) : IAsyncDisposable
{
    public string Folder => folder;

    public IRecorder Recorder => recorder;

    /// <param name="scenario">As it was run.</param>
    /// <param name="populationHash">Of the population file.</param>
    /// <param name="result">The finished run.</param>
    /// <param name="summary">For the report page.</param>
    /// <param name="document">Becomes targets.json.</param>
    public Task Finish(Scenario scenario, string populationHash, RunResult result, RunSummary summary, RunDocument document) =>
        recorder.Complete(new RunRecord(scenario, populationHash, result, document.ToJson(), ReportWords.Of(scenario, document, summary)));

    public async ValueTask DisposeAsync()
    {
        await recorder.DisposeAsync();
        place.Dispose();
    }
}
