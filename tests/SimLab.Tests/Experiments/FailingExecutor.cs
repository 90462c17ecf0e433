using SimLab.Engine.Execution;
using SimLab.Model.Enterprises;

namespace SimLab.Tests.Experiments;

/// <summary>A bare loop in which one arm cannot live past its first month.</summary>
internal sealed class FailingExecutor(string arm) : IExecutor
{
    private readonly LoopExecutor _loop = new();
    private RunMaterials? _materials;

    public long GrainCalls => 0;

    public Task Begin(RunMaterials materials, WorldBatch batch, bool watch, Snapshot? from = null)
    {
        _materials = materials;
        return _loop.Begin(materials, batch, watch, from);
    }

    public Task<Snapshot> Save(MonthOutput taken, Macroeconomy province) => _loop.Save(taken, province);

    public Task<MonthOutput> Step(MacroState news) =>
        _materials!.Plan.Arms.Any(a => a.Name == arm) ? throw new InvalidOperationException("the bank burnt down.") : _loop.Step(news);

    public Task<Fingerprint[]> Finish() => _loop.Finish();

    public Task<Enterprise[]> Inspect(int world) => _loop.Inspect(world);

    public ValueTask DisposeAsync() => _loop.DisposeAsync();
}
