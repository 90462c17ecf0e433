using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Grains;
using SimLab.Engine.Execution.Recovery;
using SimLab.Engine.Recording;
using SimLab.Engine.Reporting;

namespace SimLab.App.Runs;

/// <summary>How a run lives its months: by Orleans grains, or in the bare loop. The result is the same.</summary>
internal enum ExecutorKind { Grains, Loop }

/// <summary>Where the executor of a run is made; the only file that knows which ones there are.</summary>
internal static class ExecutorFactory
{
    public static async Task<IExecutor> Executor(ExecutorKind kind, CancellationToken cancel) =>
        kind == ExecutorKind.Grains ? await GrainExecutor.Start(cancel: cancel) : new LoopExecutor();
}

/// <summary>Keeps one run in its folder. Disposed without <see cref="Finish"/>, it leaves nothing behind.</summary>
internal sealed class RunPersister(RunFolder place, RunRecorder recorder) : IAsyncDisposable
{
    public IRecorder Recorder => recorder;

    /// <param name="order">What was run.</param>
    /// <param name="result">The finished run.</param>
    /// <param name="summary">For the report page.</param>
    /// <param name="document">Becomes targets.json.</param>
    /// <param name="recovery">What it went through; null: nothing.</param>
    public Task Finish(RunOrder order, RunResult result, RunSummary summary, RunDocument document, RecoveryReport? recovery) => recorder.Complete(new RunRecord(
        order.Scenario, order.PopulationHash, result, document.ToJson(), ReportTexts.Of(order.Scenario, document, summary), recovery));

    public async ValueTask DisposeAsync()
    {
        await recorder.DisposeAsync();
        place.Dispose();
    }
}
