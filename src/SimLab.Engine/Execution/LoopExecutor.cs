using System.Diagnostics;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Markets;
using SimLab.Model.Messages;

namespace SimLab.Engine.Execution;

/// <summary>
/// Executor without grains: the same pure step over plain arrays, in parallel over districts, then over worlds.
/// Baseline for speed and reference for correctness.
/// </summary>
/// <param name="threads">Threads to use; 0: one per core.</param>
/// <param name="observer">Sees each enterprise before and after its month; null: nobody.</param>
public sealed class LoopExecutor(int threads = 0, IFirmObserver? observer = null) : IExecutor
{
    private RunMaterials _materials = null!;
    private WorldBatch _batch = null!;
    private World[] _worlds = [];
    private District[] _districts = [];
    private Enterprise[] _states = [];                     // by enterprise, then world
    private MarketHost[] _markets = [];
    private bool _halfway;                                 // a month was begun and not completed

    public long GrainCalls => 0;

    /// <summary>
    /// Time spent so far: stepping firms and collecting their messages; settling markets and delivering settlements.
    /// </summary>
    public (TimeSpan Stepping, TimeSpan Settling) Spent { get; private set; }

    public Task Begin(RunMaterials materials, WorldBatch batch, bool watch, Snapshot? from = null, CancellationToken cancel = default)
    {
        _halfway = false;
        _materials = materials;
        _batch = batch;
        _worlds = batch.In(materials.Plan, watch);
        _markets = [.. Market.All().Select((market, index) => new MarketHost(market, index, materials, batch.Worlds))];
        _districts = [.. materials.Districts.Select(range => new District(materials, range, batch.Worlds, _markets.Length))];
        var firms = materials.Population.Firms.Length;
        if (_states.Length != firms * batch.Worlds) _states = new Enterprise[firms * batch.Worlds];
        if (from is null) for (var i = 0; i < firms; i++) materials.FillInitial(i, _worlds, _states.AsSpan(i * batch.Worlds, batch.Worlds));
        else GoOnFrom(from, new(from.Batch, batch), Options(cancel));
        return Task.CompletedTask;
    }

    public Task<Snapshot> Save(MonthOutput output, Macroeconomy economy, CancellationToken cancel = default) =>
        Task.FromResult(new Snapshot(
        _batch,
        [.. _districts.Select(district => new DistrictSnapshot(
            new([.. _states.AsSpan(district.Range.First * _worlds.Length, district.Range.Count * _worlds.Length)]),
            [.. district.Waiting.Select(settlements => new Block<Settlement>(settlements))]))],
        [.. _markets.Select(market => market.Save())],
        economy.Closed,
        output.InTransit));

    public Task<MonthOutput> Step(MacroState macroState, CancellationToken cancel = default)
    {
        if (_halfway) throw new InvalidOperationException(
            $"Bug in SimLab: the month before {macroState.Month} was stopped in its middle; the batch must be started again.");
        var parallel = Options(cancel);
        _halfway = true;
        var begun = Stopwatch.GetTimestamp();
        var information = _materials.Inform(_worlds, macroState);
        var (cells, firmEvents, ledger) = (
            new long[_districts.Length][], new FirmEvent[_districts.Length][], new LedgerLine[_districts.Length][]);
        Parallel.For(0, _districts.Length, parallel, i =>
        {
            StepDistrict(_districts[i], information, cancel);
            var outbox = _districts[i].Outbox;
            foreach (var market in _markets) market.Receive(i, market.Collect(outbox));
            (cells[i], firmEvents[i], ledger[i]) = ([.. outbox.Tally.Cells], [.. outbox.Events.All], [.. outbox.Ledger.All]);
        });
        var handedIn = Stopwatch.GetTimestamp();
        MarketCost[] costs = [.. _markets.SelectMany(market => Settle(market, information, parallel))];
        _halfway = false;
        Spent = (Spent.Stepping + Stopwatch.GetElapsedTime(begun, handedIn), Spent.Settling + Stopwatch.GetElapsedTime(handedIn));
        var inTransit = InTransitAccount.Together(_markets.Select(market => market.InTransit()));
        var output = new MonthOutput(macroState, cells, firmEvents, ledger, costs, inTransit);
        return Task.FromResult(output);
    }

    public Task<Fingerprint[]> Finish(CancellationToken cancel = default)
    {
        var prints = new Fingerprint[_worlds.Length];
        for (var i = 0; i < _materials.Population.Firms.Length; i++)
            for (var world = 0; world < prints.Length; world++) prints[world] += Fingerprint.Of(_states[i * prints.Length + world], i);
        return Task.FromResult(prints);
    }

    public Task<Enterprise[]> Inspect(int world, CancellationToken cancel = default)
    {
        var states = new Enterprise[_materials.Population.Firms.Length];
        for (var i = 0; i < states.Length; i++) states[i] = _states[i * _worlds.Length + world];
        return Task.FromResult(states);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>States of a firm, by world of the batch.</summary>
    internal ReadOnlySpan<Enterprise> StatesOf(int enterprise) => _states.AsSpan(enterprise * _worlds.Length, _worlds.Length);

    /// <summary>District of the firm: its messages of the month, and the settlements it opens next month.</summary>
    internal District DistrictOf(int enterprise) => _districts[_materials.DistrictOf[enterprise]];

    private void GoOnFrom(Snapshot from, WorldMapping mapping, ParallelOptions parallel)
    {
        Parallel.For(0, _districts.Length, parallel, i =>
        {
            var range = _districts[i].Range;
            for (var slot = 0; slot < range.Count; slot++)
                mapping.States(from.Districts[i], slot, _states.AsSpan((range.First + slot) * mapping.Worlds, mapping.Worlds));
            for (var market = 0; market < _markets.Length; market++) _districts[i]
                .Deliver(market, mapping.Settlements(from.Districts[i].Settlements[market].All));
        });
        foreach (var market in _markets) market.Restore(from.Markets[market.Index], mapping);
    }

    private ParallelOptions Options(CancellationToken cancel) =>
        new() { MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount, CancellationToken = cancel };

    private void StepDistrict(District district, PublicInformation information, CancellationToken cancel)
    {
        district.SortSettlements();
        for (var slot = 0; slot < district.Range.Count; slot++)
        {
            cancel.ThrowIfCancellationRequested();
            var states = _states.AsSpan((district.Range.First + slot) * _worlds.Length, _worlds.Length);
            observer?.Stepping(district, slot, states, information);
            district.Step(slot, states, information);
            observer?.Stepped(district, slot, states, information);
        }
    }

    private MarketCost[] Settle(MarketHost market, PublicInformation information, ParallelOptions parallel)
    {
        var (settlements, costs) = market.Settle(information, parallel);
        for (var i = 0; i < _districts.Length; i++) _districts[i].Deliver(market.Index, settlements[i]);
        return costs;
    }
}
