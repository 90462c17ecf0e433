using SimLab.Engine.Execution.Recovery;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Markets;
using SimLab.Model.Messages;

namespace SimLab.Engine.Execution.Grains;

/// <summary>A market of a run; its key is (place of the market in <see cref="Market.All"/>, run).</summary>
public interface IMarketGrain : IGrainWithIntegerCompoundKey
{
    /// <param name="start">What is lived.</param>
    /// <param name="saved">What it remembers, by world of the wave it goes on from; null: nothing.</param>
    /// <param name="cancel">Stops the step.</param>
    Task Begin(StartRequest start, byte[][]? saved, CancellationToken cancel = default);

    /// <summary>What it remembers after the month just settled, by world.</summary>
    Task<byte[][]> Save(int batch);

    /// <summary>Puts the same into the vault.</summary>
    Task Store(int batch, CheckpointId at, CancellationToken cancel = default);

    /// <summary>A district's papers of the month. Papers of a month that is settled already are those it was settled with.</summary>
    Task Receive(int batch, Month month, int district, DistrictMessages papers);

    /// <summary>
    /// Settles the month and sends the letters. Asked again, it sends and reports the same. Cancelled, it stops between two worlds
    /// and has to be begun again.
    /// </summary>
    Task<MarketReport> Settle(int batch, MacroState news, CancellationToken cancel = default);

    Task End();
}

/// <summary>Hosts a <see cref="MarketHost"/>: papers in, letters out.</summary>
[ModuloPlacement, CollectionAgeLimit(Days = 1)]
public sealed class MarketGrain(RunCache cache) : Grain, IMarketGrain
{
    private string _run = "";
    private int _index;
    private RunMaterials? _materials;
    private StartRequest _start = null!;
    private IDistrictGrain[] _districts = [];

    private MarketHost _host = null!;
    private Month _opened, _settled;                       // differ only while, or after it failed, a month is being settled
    private MarketReport? _report;
    private Block<Settlement>[] _settlements = [];             // by district, of the month just settled

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

    public async Task<MarketReport> Settle(int batch, MacroState news, CancellationToken cancel = default)
    {
        CheckBatch(batch);
        if (_report is null || news.Month != _settled)
        {
            CheckMonth(news.Month);
            var information = cache.Inform(_run, _materials!, _start, news);
            _opened = news.Month;
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel };
            // Long and all arithmetic: off the scheduler that other grains wait for.
            var (settlements, costs) = await Task.Run(() => _host.Settle(information, parallel), cancel);
            _settlements = [.. settlements.Select(all => new Block<Settlement>(all))];
            _report = new() { Costs = new(costs), InTransit = _host.InTransit(_start.Batch.Worlds), Calls = _districts.Length };
            _settled = news.Month;
        }
        await Task.WhenAll(_districts.Select((district, i) => district.Deliver(batch, news.Month, _index, _settlements[i])));
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
                $"Market {_index} failed in the middle of {_opened} and cannot go on. Begin the wave again, or resume from a checkpoint.");
        if (month != _settled + 1) throw new RestartRequiredException($"Market {_index} was asked to settle {month} but has settled up to {_settled}.");
    }

    private void CheckBatch(int batch)
    {
        if (_materials is null) throw new RestartRequiredException($"Market {_index} has no run: its silo was lost or restarted. Restart the batch, or resume from a checkpoint.");
        if (batch != _start.Batch.Number) throw new RestartRequiredException($"Market {_index} was asked about batch {batch} but settles batch {_start.Batch.Number}.");
    }

    private void Forget()
    {
        if (_materials is null) return;
        (_materials, _host, _report, _settlements) = (null, null!, null, []);
        cache.Release(_run);
    }
}
