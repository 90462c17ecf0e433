using SimLab.Engine.Execution.Recovery;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Markets;
using SimLab.Model.Messages;

namespace SimLab.Engine.Execution.Grains;

/// <summary>A market of a run; its key is (index of the market in <see cref="Market.All"/>, run).</summary>
public interface IMarketGrain : IGrainWithIntegerCompoundKey
{
    /// <summary>Sets the market to month zero, to the saved state, or to the checkpoint of the request.</summary>
    /// <param name="start">Batch and month to begin from.</param>
    /// <param name="saved">State of the market, by world of the batch it continues from; null: none.</param>
    /// <param name="cancel">Cancels the call.</param>
    Task Begin(StartRequest start, byte[][]? saved, CancellationToken cancel = default);

    /// <summary>State of the market after the month just settled, by world.</summary>
    Task<byte[][]> Save(int batch);

    /// <summary>Writes that state to the checkpoint store.</summary>
    Task Store(int batch, CheckpointId at, CancellationToken cancel = default);

    /// <summary>
    /// Takes a district's messages of the month. Ignores them once the month is settled: it was settled with the same
    /// ones.
    /// </summary>
    Task Receive(int batch, Month month, int district, DistrictMessages papers);

    /// <summary>
    /// Settles the month and delivers the settlements. Repeated, it delivers and reports the same. Cancelled, it stops
    /// between two worlds and must begin again.
    /// </summary>
    Task<MarketReport> Settle(int batch, MacroState macroState, CancellationToken cancel = default);

    /// <summary>Forgets the run and deactivates.</summary>
    Task End();
}

/// <summary>Wraps a <see cref="MarketHost"/>: messages in, settlements out.</summary>
[ModuloPlacement, CollectionAgeLimit(Days = 1)]
public sealed class MarketGrain(RunCache cache) : Grain, IMarketGrain
{
    private string _run = "";
    private int _index;
    private RunMaterials? _materials;
    private StartRequest _start = null!;
    private IDistrictGrain[] _districts = [];

    private MarketHost _host = null!;
    private Month _opened, _settled;                       // differ only while a month is settled, or after it failed
    private MarketReport? _report;
    private Block<Settlement>[] _settlements = [];             // by district, of the month just settled

    /// <summary>All market grains of a run, in the order of <see cref="Market.All"/>.</summary>
    public static IMarketGrain[] All(IGrainFactory grains, string run) =>
        [.. Enumerable.Range(0, Market.All().Length).Select(i => grains.GetGrain<IMarketGrain>(i, run))];

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _index = (int)this.GetPrimaryKeyLong(out _run!);
        return Task.CompletedTask;
    }

    public async Task Begin(StartRequest start, byte[][]? saved, CancellationToken cancel = default)
    {
        _materials ??= await cache.Acquire(_run, start, GrainFactory.GetGrain<IRunGrain>(_run).Plan);
        if (start.Checkpoint is { } at) saved = await cache.Checkpoints.Get<byte[][]>(at, Part);
        _start = start;
        _host = new MarketHost(Market.All()[_index], _index, _materials, start.Batch.Worlds);
        _districts = DistrictGrain.All(GrainFactory, _run, _materials);
        if (saved is not null) _host.Restore(saved, new WorldMapping(start.GoesOnFrom!, start.Batch));
        _settled = _opened = start.SimulatedTo;
        _report = null;
        _settlements = [];
    }

    public Task<byte[][]> Save(int batch)
    {
        CheckBatch(batch);
        return Task.FromResult(_host.Save());
    }

    public async Task Store(int batch, CheckpointId at, CancellationToken cancel = default) =>
        await cache.Checkpoints.Put(at, Part, await Save(batch), cancel);

    public Task Receive(int batch, Month month, int district, DistrictMessages papers)
    {
        CheckBatch(batch);
        if (month == _settled) return Task.CompletedTask;
        CheckMonth(month);
        _host.Receive(district, papers.Buffers);
        return Task.CompletedTask;
    }

    public async Task<MarketReport> Settle(int batch, MacroState macroState, CancellationToken cancel = default)
    {
        CheckBatch(batch);
        if (_report is null || macroState.Month != _settled)
        {
            CheckMonth(macroState.Month);
            var information = cache.Inform(_run, _materials!, _start, macroState);
            _opened = macroState.Month;
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel };
            // Long and CPU-bound: kept off the grain scheduler.
            var (settlements, costs) = await Task.Run(() => _host.Settle(information, parallel), cancel);
            _settlements = [.. settlements.Select(all => new Block<Settlement>(all))];
            _report = new() { Costs = new(costs), InTransit = _host.InTransit(), Calls = _districts.Length };
            _settled = macroState.Month;
        }
        await Task.WhenAll(_districts.Select((district, i) => district.Deliver(batch, macroState.Month, _index, _settlements[i])));
        return _report;
    }

    public Task End()
    {
        Forget();
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Forget();
        return Task.CompletedTask;
    }

    private string Part => $"market {_index}";

    private void CheckMonth(Month month)
    {
        if (_opened != _settled)
            throw new RestartRequiredException(
                $"Market {_index} failed in the middle of {_opened} and cannot go on. Restart the batch, or resume from a checkpoint.");
        if (month != _settled + 1) throw new RestartRequiredException(
            $"Market {_index} was asked to settle {month} but has settled up to {_settled}.");
    }

    private void CheckBatch(int batch)
    {
        if (_materials is null) throw new RestartRequiredException(
            $"Market {_index} has no run: its silo was lost or restarted. Restart the batch, or resume from a checkpoint.");
        if (batch != _start.Batch.Number) throw new RestartRequiredException(
            $"Market {_index} was asked about batch {batch} but settles batch {_start.Batch.Number}.");
    }

    private void Forget()
    {
        if (_materials is null) return;
        (_materials, _host, _report, _settlements) = (null, null!, null, []);
        cache.Release(_run);
    }
}
