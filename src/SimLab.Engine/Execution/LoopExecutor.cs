using System.Diagnostics;
using SimLab.Engine.Execution.Grains;
using SimLab.Model.Enterprises;
using SimLab.Model.Markets;
using SimLab.Model.Papers;

namespace SimLab.Engine.Execution;

/// <summary>
/// The bare executor: the same pure step over plain arrays, in parallel over districts and then over worlds. The yardstick
/// for speed and the reference for correctness.
/// </summary>
public sealed class LoopExecutor(int threads = 0) : IExecutor
{
    private readonly ParallelOptions _parallel = new() { MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount };

    private RunMaterials _materials = null!;
    private Wave _wave = null!;
    private World[] _worlds = [];
    private District[] _districts = [];
    private Enterprise[] _states = [];                     // by enterprise, then world
    private MarketHall[] _markets = [];

    public long GrainCalls => 0;

    /// <summary>Time the months took so far: firms living and handing in; markets settling and sending letters.</summary>
    public (TimeSpan Living, TimeSpan Settling) Spent { get; private set; }

    public Task Begin(RunMaterials materials, Wave wave, bool watch, Snapshot? from = null)
    {
        _materials = materials;
        _wave = wave;
        _worlds = wave.In(materials.Plan, watch);
        _markets = [.. Market.All().Select((market, index) => new MarketHall(market, index, materials, wave.Worlds))];
        _districts = [.. materials.Districts.Select(range => new District(materials, range, wave.Worlds, _markets.Length))];
        var initial = materials.Population.Initial;
        if (_states.Length != initial.Length * wave.Worlds) _states = new Enterprise[initial.Length * wave.Worlds];
        if (from is null) for (var i = 0; i < initial.Length; i++) _states.AsSpan(i * wave.Worlds, wave.Worlds).Fill(initial[i]);
        else GoOnFrom(from, new(from.Wave, wave));
        return Task.CompletedTask;
    }

    public Task<Snapshot> Save(MonthTaken taken, Province province) => Task.FromResult(new Snapshot(
        _wave,
        [.. _districts.Select(district => new DistrictSnapshot(
            new([.. _states.AsSpan(district.Range.First * _worlds.Length, district.Range.Count * _worlds.Length)]),
            [.. district.Waiting.Select(letters => new Sheaf<Settlement>(letters))]))],
        [.. _markets.Select(market => market.Save())],
        province.Closed,
        taken.Tills));

    public Task<MonthTaken> Live(NewsSheet news)
    {
        var begun = Stopwatch.GetTimestamp();
        var briefing = Province.Brief(_materials, _worlds, news);
        var (cells, happenings, ledger) = (new long[_districts.Length][], new Happening[_districts.Length][], new LedgerLine[_districts.Length][]);
        Parallel.For(0, _districts.Length, _parallel, i =>
        {
            LiveDistrict(_districts[i], briefing);
            var tray = _districts[i].Tray;
            foreach (var market in _markets) market.HandIn(i, market.Collect(tray));
            (cells[i], happenings[i], ledger[i]) = ([.. tray.Tally.Cells], [.. tray.Happenings.All], [.. tray.Ledger.All]);
        });
        var handedIn = Stopwatch.GetTimestamp();
        MarketCost[] costs = [.. _markets.SelectMany(market => Settle(market, briefing))];
        Spent = (Spent.Living + Stopwatch.GetElapsedTime(begun, handedIn), Spent.Settling + Stopwatch.GetElapsedTime(handedIn));
        var taken = new MonthTaken(news, cells, happenings, ledger, costs, ChainTill.Of(_markets, _worlds.Length));
        return Task.FromResult(taken);
    }

    public Task<Fingerprint[]> Finish()
    {
        var prints = new Fingerprint[_worlds.Length];
        for (var i = 0; i < _materials.Population.Firms.Length; i++)
            for (var world = 0; world < prints.Length; world++) prints[world] += Fingerprint.Of(_states[i * prints.Length + world], i);
        return Task.FromResult(prints);
    }

    public Task<Enterprise[]> Look(int world)
    {
        var states = new Enterprise[_materials.Population.Firms.Length];
        for (var i = 0; i < states.Length; i++) states[i] = _states[i * _worlds.Length + world];
        return Task.FromResult(states);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The firm as it stands, by world of the wave.</summary>
    internal ReadOnlySpan<Enterprise> StatesOf(int enterprise) => _states.AsSpan(enterprise * _worlds.Length, _worlds.Length);

    /// <summary>Where the firm's papers of the month lie, and the letters it will open next month.</summary>
    internal District DistrictOf(int enterprise) => _districts[_materials.DistrictOf[enterprise]];

    private void GoOnFrom(Snapshot from, Descent descent)
    {
        Parallel.For(0, _districts.Length, _parallel, i =>
        {
            var range = _districts[i].Range;
            for (var slot = 0; slot < range.Count; slot++)
                descent.States(from.Districts[i], slot, _states.AsSpan((range.First + slot) * descent.Worlds, descent.Worlds));
            for (var market = 0; market < _markets.Length; market++) _districts[i].Deliver(market, descent.Letters(from.Districts[i].Letters[market].All));
        });
        foreach (var market in _markets) market.Restore(from.Markets[market.Index], descent);
    }

    private void LiveDistrict(District district, Briefing briefing)
    {
        district.Open();
        for (var slot = 0; slot < district.Range.Count; slot++)
            district.Live(slot, _states.AsSpan((district.Range.First + slot) * _worlds.Length, _worlds.Length), briefing);
    }

    private MarketCost[] Settle(MarketHall market, Briefing briefing)
    {
        var (letters, costs) = market.Settle(briefing, _parallel);
        for (var i = 0; i < _districts.Length; i++) _districts[i].Deliver(market.Index, letters[i]);
        return costs;
    }
}
