using SimLab.Engine.Execution;
using SimLab.Engine.Recording;
using SimLab.Tests.Determinism;
using SimLab.Tests.Recording;
using Xunit;

namespace SimLab.Tests.Explaining;

/// <summary>One recorded run of the small province, two replicates of both arms, that several tests explain.</summary>
public sealed class ExplainedRun : IAsyncLifetime
{
    private readonly RecordedRunCache _cached = new();

    public RunMaterials Materials { get; } = SmallProvince.Materials(plan => plan with { Replicates = 2 });
    public RunReader Reader { get; private set; } = null!;
    public string Path => _cached.In("run");

    public async ValueTask InitializeAsync()
    {
        using (var folder = new RunFolder(Path))
        {
            await using var recorder = new RunRecorder(folder, Materials);
            await recorder.Complete(SmallRun.RecordOf(await SmallProvince.Simulate(Materials, new LoopExecutor(), recorder: recorder)));
        }
        Reader = await RunReader.Open(Path);
    }

    public ValueTask DisposeAsync()
    {
        _cached.Dispose();
        return ValueTask.CompletedTask;
    }
}
