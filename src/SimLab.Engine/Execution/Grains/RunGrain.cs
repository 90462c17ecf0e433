using System.Diagnostics;
using Orleans.Placement;
using SimLab.Engine.Execution.Recovery;
using SimLab.Model;
using SimLab.Model.Economy;

namespace SimLab.Engine.Execution.Grains;

/// <summary>
/// One run; its key is the run's name. It sequences districts and markets. Their reports do not pass through it: the
/// driver asks each of them, so that no message grows with the province.
/// </summary>
public interface IRunGrain : IGrainWithStringKey
{
    /// <summary>Prepares to drive the batch; the caller begins districts and markets itself.</summary>
    /// <param name="start">Batch and month to begin from.</param>
    /// <param name="plan">See <see cref="RunPlan.ToJson"/>.</param>
    /// <param name="cancel">Cancels the call.</param>
    Task Begin(StartRequest start, string plan, CancellationToken cancel = default);

    /// <summary>The plan the run began with, as JSON; each silo asks once.</summary>
    Task<string> Plan();

    /// <summary>
    /// Has districts and markets write their snapshots to the checkpoint store. Returns the number of parts.
    /// </summary>
    Task<int> Store(int batch, CheckpointId at, CancellationToken cancel = default);

    /// <summary>
    /// Simulates the month and settles its markets. Repeated for the month just simulated, it reports the same.
    /// </summary>
    Task<MonthReport> Step(int batch, MacroState macroState, CancellationToken cancel = default);

    /// <summary>Fingerprint of all enterprises, by world of the batch.</summary>
    Task<Block<Fingerprint>> Prints(int batch, CancellationToken cancel = default);

    /// <summary>Makes all grains of the run forget it and deactivate.</summary>
    Task End();
}

/// <summary>
/// Drives a run. In a month, districts step their firms and send messages; then markets settle and deliver settlements.
/// </summary>
[PreferLocalPlacement, CollectionAgeLimit(Days = 1)]
public sealed class RunGrain(RunCache cache) : Grain, IRunGrain
{
    private const int DistrictsStoredAtOnce = 32;

    private RunMaterials? _materials;
    private string? _plan;
    private StartRequest _start = null!;
    private IDistrictGrain[] _districts = [];
    private IMarketGrain[] _markets = [];
    private Month _simulated;
    private MonthReport? _report;

    private string Run => this.GetPrimaryKeyString();

    public async Task Begin(StartRequest start, string plan, CancellationToken cancel = default)
    {
        _materials ??= await cache.Acquire(Run, start, () => Task.FromResult(plan));
        (_start, _plan) = (start, plan);
        _markets = MarketGrain.All(GrainFactory, Run);
        _districts = DistrictGrain.All(GrainFactory, Run, _materials);
        _simulated = start.SimulatedTo;
        _report = null;
    }

    public Task<string> Plan() => Task.FromResult(_plan ?? throw NotUnderWay());

    public async Task<MonthReport> Step(int batch, MacroState macroState, CancellationToken cancel = default)
    {
        CheckBatch(batch);
        if (_report is not null && macroState.Month == _simulated) return _report;
        if (macroState.Month != _simulated + 1) throw new RestartRequiredException(
            $"Run {Run} was asked to simulate {macroState.Month} but is at {_simulated}.");

        var begun = Stopwatch.GetTimestamp();
        var calls = await Task.WhenAll(_districts.Select(district => district.Step(batch, macroState, cancel)));
        var handedIn = Stopwatch.GetTimestamp();
        var markets = await Task.WhenAll(_markets.Select(market => market.Settle(batch, macroState, cancel)));
        _report = new()
        {
            Markets = markets,
            Stepping = Stopwatch.GetElapsedTime(begun, handedIn),
            Settling = Stopwatch.GetElapsedTime(handedIn),
            Calls = _districts.Length + _markets.Length + calls.Sum(n => (long)n) + markets.Sum(m => (long)m.Calls),
        };
        _simulated = macroState.Month;
        return _report;
    }

    public async Task<int> Store(int batch, CheckpointId at, CancellationToken cancel = default)
    {
        CheckBatch(batch);
        await Task.WhenAll(_markets.Select(market => market.Store(batch, at, cancel)));
        // In chunks: all snapshots of a full-scale run at once would be a second run in memory.
        foreach (var some in _districts.Chunk(DistrictsStoredAtOnce))
            await Task.WhenAll(some.Select(district => district.Store(batch, at, cancel)));
        return _markets.Length + _districts.Length;
    }

    public async Task<Block<Fingerprint>> Prints(int batch, CancellationToken cancel = default)
    {
        CheckBatch(batch);
        var sum = new Fingerprint[_start.Batch.Worlds];
        foreach (var prints in await Task.WhenAll(_districts.Select(district => district.Prints(batch, cancel))))
            for (var world = 0; world < sum.Length; world++) sum[world] += prints.All[world];
        return new(sum);
    }

    public async Task End()
    {
        await Task.WhenAll([.. _districts.Select(district => district.End()), .. _markets.Select(market => market.End())]);
        Forget();
        DeactivateOnIdle();
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Forget();
        return Task.CompletedTask;
    }

    private void CheckBatch(int batch)
    {
        if (_materials is null) throw NotUnderWay();
        if (batch != _start.Batch.Number) throw new RestartRequiredException(
            $"Run {Run} was asked about batch {batch} but is in batch {_start.Batch.Number}.");
    }

    private RestartRequiredException NotUnderWay() =>
        new($"Run {Run} is not under way here: its silo was lost or restarted. Restart the batch, or resume from a checkpoint.");

    private void Forget()
    {
        if (_materials is null) return;
        (_materials, _plan, _report) = (null, null, null);
        (_districts, _markets) = ([], []);
        cache.Release(Run);
    }
}
