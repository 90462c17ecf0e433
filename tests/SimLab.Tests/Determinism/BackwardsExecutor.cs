using SimLab.Engine.Execution;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Markets;

namespace SimLab.Tests.Determinism;

/// <summary>Simulates a run on one thread from the last district to the first, and settles the last market first.</summary>
internal sealed class BackwardsExecutor : IExecutor
{
    private static readonly ParallelOptions OneThread = new() { MaxDegreeOfParallelism = 1 };

    private RunMaterials _materials = null!;
    private World[] _worlds = [];
    private Enterprise[][] _states = [];
    private District[] _districts = [];
    private MarketHost[] _markets = [];

    public long GrainCalls => 0;

    public Task Begin(RunMaterials materials, WorldBatch batch, bool watch, Snapshot? from = null, CancellationToken cancel = default)
    {
        _materials = materials;
        _worlds = batch.In(materials.Plan, watch);
        _states = [.. materials.Population.Firms.Select(_ => new Enterprise[batch.Worlds])];
        for (var i = 0; i < _states.Length; i++) materials.FillInitial(i, _worlds, _states[i]);
        _markets = [.. Market.All().Select((market, index) => new MarketHost(market, index, materials, batch.Worlds))];
        _districts = [.. materials.Districts.Select(range => new District(materials, range, batch.Worlds, _markets.Length))];
        return Task.CompletedTask;
    }

    public Task<Snapshot> Save(MonthOutput output, Macroeconomy economy, CancellationToken cancel = default) =>
        throw new NotSupportedException();

    public Task<MonthOutput> Step(MacroState macroState, CancellationToken cancel = default)
    {
        var information = _materials.Inform(_worlds, macroState);
        foreach (var district in _districts.Reverse())
        {
            district.SortSettlements();
            for (var slot = 0; slot < district.Range.Count; slot++) district.Step(slot, _states[district.Range.First + slot], information);
            foreach (var market in _markets.Reverse()) market.Receive(district.Range.Index, market.Collect(district.Outbox));
        }
        var costs = new List<MarketCost>();
        foreach (var market in _markets.Reverse())
        {
            var (settlements, cost) = market.Settle(information, OneThread);
            foreach (var district in _districts.Reverse()) district.Deliver(market.Index, settlements[district.Range.Index]);
            costs.AddRange(cost);
        }
        return Task.FromResult(new MonthOutput(
            macroState,
            [.. _districts.Select(d => d.Outbox.Tally.Cells.ToArray())],
            [.. _districts.Select(d => d.Outbox.Events.All.ToArray())],
            [.. _districts.Select(d => d.Outbox.Ledger.All.ToArray())],
            [.. costs],
            InTransitAccount.Together(_markets.Select(market => market.InTransit()))));
    }

    public Task<Fingerprint[]> Finish(CancellationToken cancel = default)
    {
        var prints = new Fingerprint[_worlds.Length];
        for (var i = _states.Length - 1; i >= 0; i--)
            for (var world = 0; world < prints.Length; world++) prints[world] += Fingerprint.Of(_states[i][world], i);
        return Task.FromResult(prints);
    }

    public Task<Enterprise[]> Inspect(int world, CancellationToken cancel = default) =>
        Task.FromResult(_states.Select(states => states[world]).ToArray());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
