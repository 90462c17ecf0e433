using SimLab.Engine.Execution;
using SimLab.Model.Enterprises;
using SimLab.Model.Markets;

namespace SimLab.Tests.Determinism;

/// <summary>Lives a run on one thread from the last district to the first, and settles the last market first.</summary>
internal sealed class BackwardsExecutor : IExecutor
{
    private static readonly ParallelOptions OneThread = new() { MaxDegreeOfParallelism = 1 };

    private RunMaterials _materials = null!;
    private World[] _worlds = [];
    private Enterprise[][] _states = [];
    private District[] _districts = [];
    private MarketHall[] _markets = [];

    public long GrainCalls => 0;

    public Task Begin(RunMaterials materials, Wave wave, bool watch, Snapshot? from = null)
    {
        _materials = materials;
        _worlds = wave.In(materials.Plan, watch);
        _states = [.. materials.Population.Initial.Select(initial => Enumerable.Repeat(initial, wave.Worlds).ToArray())];
        _markets = [.. Market.All().Select((market, index) => new MarketHall(market, index, materials, wave.Worlds))];
        _districts = [.. materials.Districts.Select(range => new District(materials, range, wave.Worlds, _markets.Length))];
        return Task.CompletedTask;
    }

    public Task<Snapshot> Save(MonthTaken taken, Province province) => throw new NotSupportedException();

    public Task<MonthTaken> Live(NewsSheet news)
    {
        var briefing = Province.Brief(_materials, _worlds, news);
        foreach (var district in _districts.Reverse())
        {
            district.Open();
            for (var slot = 0; slot < district.Range.Count; slot++) district.Live(slot, _states[district.Range.First + slot], briefing);
            foreach (var market in _markets.Reverse()) market.HandIn(district.Range.Index, market.Collect(district.Tray));
        }
        var costs = new List<MarketCost>();
        foreach (var market in _markets.Reverse())
        {
            var (letters, cost) = market.Settle(briefing, OneThread);
            foreach (var district in _districts.Reverse()) district.Deliver(market.Index, letters[district.Range.Index]);
            costs.AddRange(cost);
        }
        return Task.FromResult(new MonthTaken(
            news,
            [.. _districts.Select(d => d.Tray.Tally.Cells.ToArray())],
            [.. _districts.Select(d => d.Tray.Happenings.All.ToArray())],
            [.. _districts.Select(d => d.Tray.Ledger.All.ToArray())],
            [.. costs],
            ChainTill.Of(_markets, _worlds.Length)));
    }

    public Task<Fingerprint[]> Finish()
    {
        var prints = new Fingerprint[_worlds.Length];
        for (var i = _states.Length - 1; i >= 0; i--)
            for (var world = 0; world < prints.Length; world++) prints[world] += Fingerprint.Of(_states[i][world], i);
        return Task.FromResult(prints);
    }

    public Task<Enterprise[]> Look(int world) => Task.FromResult(_states.Select(states => states[world]).ToArray());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
