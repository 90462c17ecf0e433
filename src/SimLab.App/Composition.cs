using SimLab.Engine.Execution;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;

namespace SimLab.App;

/// <summary>How a run lives its months: by Orleans grains, or in the bare loop. The result is the same.</summary>
internal enum ExecutorKind { Grains, Loop }

/// <summary>Where the executor and the recorder of a run are made; the only file that knows which ones there are.</summary>
internal static class Composition
{
    // Until GrainExecutor lands, both words mean the loop.
    public static Task<IExecutor> Executor(ExecutorKind kind, RunMaterials materials, CancellationToken cancel)
    {
        _ = (kind, materials, cancel);
        return Task.FromResult<IExecutor>(new LoopExecutor());
    }

    // Until RunRecorder lands, nothing is recorded.
    /// <param name="folder">The run folder to be; nothing stands there yet.</param>
    /// <param name="materials">The run.</param>
    public static RunKeeper Keeper(string folder, RunMaterials materials)
    {
        _ = (folder, materials);
        return new(null, null);
    }
}

/// <summary>Keeps one run in its folder. Disposed without <see cref="Finish"/>, it leaves nothing behind.</summary>
internal sealed class RunKeeper(string? folder, IRecorder? recorder) : IAsyncDisposable
{
    /// <summary>Null: nothing is kept.</summary>
    public string? Folder => folder;

    public IRecorder? Recorder => recorder;

    /// <param name="scenario">As it was run.</param>
    /// <param name="populationHash">Of the population file.</param>
    /// <param name="result">The finished run.</param>
    /// <param name="summary">For the report page.</param>
    /// <param name="document">Becomes targets.json.</param>
    public Task Finish(Scenario scenario, string populationHash, RunResult result, RunSummary summary, RunDocument document)
    {
        _ = (recorder, scenario, populationHash, result, summary, document);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
