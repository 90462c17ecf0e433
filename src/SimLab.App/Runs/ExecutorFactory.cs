using SimLab.Engine.Distribution;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Grains;
using SimLab.Engine.Execution.Recovery;
using SimLab.Engine.Recording;
using SimLab.Engine.Reporting;

namespace SimLab.App.Runs;

/// <summary>The executor of a run: Orleans grains, or the plain loop. The result is the same.</summary>
internal enum ExecutorKind { Grains, Loop }

/// <summary>Creates the executor of a run; the only file that knows the implementations.</summary>
internal static class ExecutorFactory
{
    public static async Task<IExecutor> Executor(ExecutorKind kind, CancellationToken cancel) =>
        kind == ExecutorKind.Grains ? await GrainExecutor.Start(cancel: cancel) : new LoopExecutor();
}

/// <summary>Records one run in its folder. If disposed without <see cref="Finish"/>, it removes its output.</summary>
internal sealed class RunPersister(RunFolder place, RunRecorder recorder) : IAsyncDisposable
{
    /// <summary>The recorder to pass to the run.</summary>
    public IRecorder Recorder => recorder;

    /// <summary>Who got the money, who won and who lost; ends the recording of months.</summary>
    public Task<Incidence> Incidence() => recorder.Incidence();

    /// <param name="order">The settings of the run.</param>
    /// <param name="result">The finished run.</param>
    /// <param name="summary">Content of the report page.</param>
    /// <param name="document">Content of targets.json.</param>
    /// <param name="recovery">The recovery of the run; null: none.</param>
    public Task Finish(RunOrder order, RunResult result, RunSummary summary, RunDocument document, RecoveryReport? recovery) =>
        recorder.Complete(new RunRecord(
        order.Scenario, order.PopulationHash, result, document.ToJson(), ReportTexts.Of(order.Scenario, document, summary), recovery));

    public async ValueTask DisposeAsync()
    {
        await recorder.DisposeAsync();
        place.Dispose();
    }
}
