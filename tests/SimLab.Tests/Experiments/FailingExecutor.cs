using SimLab.Engine.Execution;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;

namespace SimLab.Tests.Experiments;

/// <summary>A bare loop in which one arm cannot live past its first month.</summary>
internal sealed class FailingExecutor(string arm) : IExecutor
{
    private readonly LoopExecutor _loop = new();
    private RunMaterials? _materials;

    public long GrainCalls => 0;

    public Task Begin(RunMaterials materials, WorldBatch batch, bool watch, Snapshot? from = null, CancellationToken cancel = default)
    {
        _materials = materials;
        return _loop.Begin(materials, batch, watch, from, cancel);
    }

    public Task<Snapshot> Save(MonthOutput output, Macroeconomy economy, CancellationToken cancel = default) =>
        _loop.Save(output, economy, cancel);

    public Task<MonthOutput> Step(MacroState macroState, CancellationToken cancel = default) =>
        _materials!.Plan.Arms.Any(a => a.Name == arm) ? throw new InvalidOperationException("the bank burnt down.")
            : _loop.Step(macroState, cancel);

    public Task<Fingerprint[]> Finish(CancellationToken cancel = default) => _loop.Finish(cancel);

    public Task<Enterprise[]> Inspect(int world, CancellationToken cancel = default) => _loop.Inspect(world, cancel);

    public ValueTask DisposeAsync() => _loop.DisposeAsync();
}
