using SimLab.Engine.Execution.Recovery;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Markets;
using SimLab.Model.Messages;

namespace SimLab.Engine.Execution.Grains;

/// <summary>A shard of a run's enterprises; its key is (district number, run).</summary>
public interface IDistrictGrain : IGrainWithIntegerCompoundKey
{
    /// <summary>Sets its enterprises to month zero, or to the snapshot. Returns the grain calls it made.</summary>
    Task<int> Begin(StartRequest start, DistrictSnapshot? from, CancellationToken cancel = default);

    /// <summary>Snapshot of its enterprises and their waiting settlements after the month just simulated.</summary>
    Task<DistrictSnapshot> Save(int batch, CancellationToken cancel = default);

    /// <summary>Writes that snapshot to the checkpoint store.</summary>
    Task Store(int batch, CheckpointId at, CancellationToken cancel = default);

    /// <summary>
    /// Steps its enterprises through the month and sends their messages to the markets. Repeated, it sends the same.
    /// Returns the grain calls it made. Cancelled, it stops between two enterprises and must begin again.
    /// </summary>
    Task<int> Step(int batch, MacroState macroState, CancellationToken cancel = default);

    /// <summary>Tallies, events and ledger lines of the month just simulated.</summary>
    Task<DistrictReport> Report(int batch, Month month);

    /// <summary>Takes a market's settlements of the month just simulated.</summary>
    Task Deliver(int batch, Month month, int market, Block<Settlement> settlements);

    /// <summary>Fingerprints of its enterprises, summed by world.</summary>
    Task<Block<Fingerprint>> Prints(int batch, CancellationToken cancel = default);

    /// <summary>States of its enterprises in one world, in order of number.</summary>
    Task<Block<Enterprise>> Inspect(int batch, int world, CancellationToken cancel = default);

    /// <summary>Forgets the run and deactivates, with its enterprises.</summary>
    Task End();
}

/// <summary>
/// A month: 1. sort the settlements; 2. step the enterprises one after another, each adding to the outbox; 3. send the
/// messages. Districts do so in parallel; stepping firms has no other parallelism.
/// </summary>
[ModuloPlacement, CollectionAgeLimit(Days = 1)]
public sealed class DistrictGrain(RunCache cache) : Grain, IDistrictGrain
{
    private string _run = "";
    private int _index;
    private RunMaterials? _materials;
    private StartRequest _start = null!;
    private IEnterpriseGrain[] _enterprises = [];
    private IMarketGrain[] _markets = [];

    private District _district = null!;
    private Month _opened, _simulated;                         // differ only while a month is simulated, or after it failed
    private int _delivered;                                // one bit for each market whose settlements of the month have come
    private DistrictReport? _report;
    private DistrictMessages[] _messages = [];                 // by market, of the month just simulated

    /// <summary>All district grains of a run, by district index.</summary>
    public static IDistrictGrain[] All(IGrainFactory grains, string run, RunMaterials materials) =>
        [.. materials.Districts.Select(range => grains.GetGrain<IDistrictGrain>(range.Index, run))];

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _index = (int)this.GetPrimaryKeyLong(out _run!);
        return Task.CompletedTask;
    }

    public async Task<int> Begin(StartRequest start, DistrictSnapshot? from, CancellationToken cancel = default)
    {
        _materials ??= await cache.Acquire(_run, start, GrainFactory.GetGrain<IRunGrain>(_run).Plan);
        if (start.Checkpoint is { } at) from = await cache.Checkpoints.Get<DistrictSnapshot>(at, Part);
        _start = start;
        var range = _materials.Districts[_index];
        _markets = MarketGrain.All(GrainFactory, _run);
        if (_enterprises.Length == 0)
            _enterprises = [.. Enumerable.Range(range.First, range.Count).Select(i => GrainFactory.GetGrain<IEnterpriseGrain>(i, _run))];
        _district = new District(_materials, range, start.Batch.Worlds, _markets.Length);
        _simulated = _opened = start.SimulatedTo;
        _report = null;
        _messages = [];

        _delivered = 0;
        var mapping = from is null ? default(WorldMapping?) : new WorldMapping(start.GoesOnFrom!, start.Batch);
        if (mapping is { } goesOn)
            for (var market = 0; market < _markets.Length; market++) _district.Deliver(
                market, goesOn.Settlements(from!.Settlements[market].All));
        var round = MonthContext.ToBegin(_materials, _district, start, from, mapping);
        await InTurns(enterprise => enterprise.Begin(round), cancel);
        return _enterprises.Length;
    }

    public async Task<int> Step(int batch, MacroState macroState, CancellationToken cancel = default)
    {
        CheckBatch(batch);
        if (_report is null || macroState.Month != _simulated)
        {
            await Visit(macroState, cancel);
            _messages = [.. Market.All().Select(market => new DistrictMessages { Buffers = market.Collect(_district.Outbox) })];
            _report = Report();
        }
        await Task.WhenAll(_markets.Select((market, i) => market.Receive(batch, macroState.Month, _index, _messages[i])));
        return _enterprises.Length + _markets.Length;
    }

    public Task<DistrictReport> Report(int batch, Month month)
    {
        CheckBatch(batch);
        return Task.FromResult(_report is { } report && month == _simulated
            ? report
            : throw new RestartRequiredException($"District {_index} was asked to report {month} but is at {_simulated}."));
    }

    public async Task Store(int batch, CheckpointId at, CancellationToken cancel = default) =>
        await cache.Checkpoints.Put(at, Part, await Save(batch, cancel), cancel);

    public Task Deliver(int batch, Month month, int market, Block<Settlement> settlements)
    {
        CheckBatch(batch);
        if (month != _simulated)
            throw new RestartRequiredException($"District {_index} was sent settlements of {month} but is at {_simulated}.");
        _district.Deliver(market, settlements.All);
        _delivered |= 1 << market;
        return Task.CompletedTask;
    }

    public async Task<DistrictSnapshot> Save(int batch, CancellationToken cancel = default)
    {
        CheckBatch(batch);
        if (_report is not null && _delivered != (1 << _markets.Length) - 1)
            throw new RestartRequiredException($"District {_index} cannot be checkpointed: settlements for {_simulated} are incomplete.");
        var states = new Enterprise[_enterprises.Length * _start.Batch.Worlds];
        var inspection = new StateInspection(_district, _simulated, _start.Batch.Worlds, states);
        await Show(inspection, cancel);
        return new(new(states), [.. _district.Waiting.Select(settlements => new Block<Settlement>(settlements))]);
    }

    public async Task<Block<Fingerprint>> Prints(int batch, CancellationToken cancel = default) =>
        new((await InspectAll(batch, null, cancel)).Prints);

    public async Task<Block<Enterprise>> Inspect(int batch, int world, CancellationToken cancel = default) =>
        new((await InspectAll(batch, world, cancel)).States);

    public async Task End()
    {
        await InTurns(enterprise => enterprise.End(), CancellationToken.None);
        Forget();
        DeactivateOnIdle();
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Forget();
        return Task.CompletedTask;
    }

    private string Part => $"district {_index}";

    private async Task Visit(MacroState macroState, CancellationToken cancel)
    {
        var month = macroState.Month;
        if (_opened != _simulated) throw new RestartRequiredException(
            $"District {_index} failed in the middle of {_opened} and cannot go on. Restart the batch, or resume from a checkpoint.");
        if (month != _simulated + 1)
            throw new RestartRequiredException($"District {_index} was asked to simulate {month} but is at {_simulated}.");
        if (_report is not null && _delivered != (1 << _markets.Length) - 1)
            throw new RestartRequiredException(
                $"District {_index} was asked to simulate {month}, but settlements for {_simulated} are incomplete.");

        var information = cache.Inform(_run, _materials!, _start, macroState);
        _opened = month;
        _delivered = 0;
        _district.SortSettlements();
        var round = new MonthContext(_materials!, _district, information.Worlds, month, information);
        var outbox = _district.Outbox;
        for (var slot = 0; slot < _enterprises.Length; slot++)
        {
            // Checked here and not passed on: a call to an enterprise takes 2 µs, and a token would add to it.
            cancel.ThrowIfCancellationRequested();
            await _enterprises[slot].Step(round);
            if (outbox.Stepped != slot + 1)
                throw new InvalidOperationException(
                    $"Bug in SimLab: enterprise {_district.Range.First + slot} was visited in {month} and produced no output for "
                    + $"district {_index}.");
        }
        _simulated = month;
    }

    private DistrictReport Report()
    {
        var outbox = _district.Outbox;
        return new()
        {
            Cells = [.. outbox.Tally.Cells],
            Events = new([.. outbox.Events.All]),
            Ledger = new([.. outbox.Ledger.All]),
        };
    }

    // 100 calls at once hide the latency of the grain directory; all 670,000 of a full-scale run would fill memory.
    private async Task InTurns(Func<IEnterpriseGrain, ValueTask> visit, CancellationToken cancel)
    {
        foreach (var some in _enterprises.Chunk(100))
        {
            cancel.ThrowIfCancellationRequested();
            await Task.WhenAll(some.Select(enterprise => visit(enterprise).AsTask()));
        }
    }

    private async Task<StateInspection> InspectAll(int batch, int? world, CancellationToken cancel)
    {
        CheckBatch(batch);
        var inspection = new StateInspection(_district, _simulated, _start.Batch.Worlds, world);
        await Show(inspection, cancel);
        return inspection;
    }

    private async Task Show(StateInspection inspection, CancellationToken cancel)
    {
        foreach (var enterprise in _enterprises)
        {
            cancel.ThrowIfCancellationRequested();
            await enterprise.Show(inspection);
        }
    }

    private void CheckBatch(int batch)
    {
        if (_materials is null) throw new RestartRequiredException(
            $"District {_index} has no run: its silo was lost or restarted. Restart the batch, or resume from a checkpoint.");
        if (batch != _start.Batch.Number) throw new RestartRequiredException(
            $"District {_index} was asked about batch {batch} but belongs to batch {_start.Batch.Number}.");
    }

    private void Forget()
    {
        if (_materials is null) return;
        (_materials, _district, _report) = (null, null!, null);
        (_enterprises, _messages) = ([], []);
        cache.Release(_run);
    }
}
