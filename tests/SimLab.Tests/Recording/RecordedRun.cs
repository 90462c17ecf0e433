using SimLab.Engine.Execution;
using SimLab.Engine.Recording;
using Xunit;

namespace SimLab.Tests.Recording;

/// <summary>One recorded run that several tests read.</summary>
public sealed class RecordedRun : IAsyncLifetime
{
    private readonly RecordedRunCache _cached = new();

    public RunResult Result { get; private set; } = null!;
    public Manifest Manifest { get; private set; } = null!;
    public string Path => _cached.In("run");

    public async ValueTask InitializeAsync()
    {
        using var folder = new RunFolder(Path);
        await using var recorder = new RunRecorder(folder, SmallRun.Materials);
        Result = await SmallRun.Run(recorder, SmallRun.MemoryOfOneReplicate);
        Manifest = await recorder.Complete(SmallRun.RecordOf(Result));
    }

    public ValueTask DisposeAsync()
    {
        _cached.Dispose();
        return ValueTask.CompletedTask;
    }
}
