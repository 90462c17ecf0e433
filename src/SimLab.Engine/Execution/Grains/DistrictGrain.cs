using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Markets;
using SimLab.Model.Papers;

namespace SimLab.Engine.Execution.Grains;

/// <summary>A shard of a run's enterprises; its key is (district number, run).</summary>
public interface IDistrictGrain : IGrainWithIntegerCompoundKey
{
    /// <summary>Puts its enterprises at month zero, or where the snapshot left them. Returns the grain calls it made.</summary>
    Task<int> Begin(Opening opening, DistrictSnapshot? from);

    /// <summary>Its enterprises and their letters as they stand after the month just lived.</summary>
    Task<DistrictSnapshot> Save(int wave);

    /// <summary>Puts the same into the vault.</summary>
    Task Store(int wave, KeptAt at);

    /// <summary>Its enterprises live the month and their papers are handed in. Asked again, it hands in and reports the same.</summary>
    Task<DistrictReport> Live(int wave, NewsSheet news);

    /// <summary>A market's letters of the month just lived.</summary>
    Task Deliver(int wave, Month month, int market, Sheaf<Settlement> letters);

    /// <summary>Fingerprints of its enterprises, added up by world.</summary>
    Task<Sheaf<Fingerprint>> Prints(int wave);

    /// <summary>States of its enterprises in one world, in order of number.</summary>
    Task<Sheaf<Enterprise>> Look(int wave, int world);

    Task End();
}

/// <summary>
/// A month: 1. sort the mail; 2. visit the enterprises one after another, the tray going from hand to hand; 3. hand in the
/// papers. Many districts do so at once, and that is all the parallelism a month of living has.
/// </summary>
[DealtOut, CollectionAgeLimit(Days = 1)]
public sealed class DistrictGrain(RunLibrary library) : Grain, IDistrictGrain
{
    private string _run = "";
    private int _index;
    private RunMaterials? _materials;
    private Opening _opening = null!;
    private IEnterpriseGrain[] _enterprises = [];
    private IMarketGrain[] _markets = [];

    private District _district = null!;
    private Month _opened, _lived;                         // differ only while, or after it failed, a month is being lived
    private int _delivered;                                // markets whose letters of the month have come, a bit each
    private DistrictReport? _report;
    private DistrictPapers[] _papers = [];                 // by market, of the month just lived

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _index = (int)this.GetPrimaryKeyLong(out _run!);
        return Task.CompletedTask;
    }

    public async Task<int> Begin(Opening opening, DistrictSnapshot? from)
    {
        _materials ??= await library.TakeOut(_run, opening);
        if (opening.KeptAt is { } at) from = await library.Vault.Get<DistrictSnapshot>(at, Part);
        _opening = opening;
        var range = _materials.Districts[_index];
        _markets = MarketGrain.All(GrainFactory, _run);
        if (_enterprises.Length == 0)
            _enterprises = [.. Enumerable.Range(range.First, range.Count).Select(i => GrainFactory.GetGrain<IEnterpriseGrain>(i, _run))];
        _district = new District(_materials, range, opening.Wave.Worlds, _markets.Length);
        _lived = _opened = opening.Lived;
        _report = null;
        _papers = [];

        _delivered = 0;
        var descent = from is null ? default(Descent?) : new Descent(opening.GoesOnFrom!, opening.Wave);
        if (descent is { } goesOn)
            for (var market = 0; market < _markets.Length; market++) _district.Deliver(market, goesOn.Letters(from!.Letters[market].All));
        var round = Round.ToBegin(_materials, _district, opening, from, descent);
        await InTurns(enterprise => enterprise.Begin(round));
        return _enterprises.Length;
    }

    public async Task<DistrictReport> Live(int wave, NewsSheet news)
    {
        CheckWave(wave);
        if (_report is null || news.Month != _lived)
        {
            await Visit(news);
            _papers = [.. Market.All().Select(market => new DistrictPapers { Piles = market.Collect(_district.Tray) })];
            _report = Report();
        }
        await Task.WhenAll(_markets.Select((market, i) => market.HandIn(wave, news.Month, _index, _papers[i])));
        return _report;
    }

    public async Task Store(int wave, KeptAt at) => await library.Vault.Put(at, Part, await Save(wave));

    public Task Deliver(int wave, Month month, int market, Sheaf<Settlement> letters)
    {
        CheckWave(wave);
        if (month != _lived) throw new BeginAgainException($"District {_index} was sent letters of {month} but has lived up to {_lived}.");
        _district.Deliver(market, letters.All);
        _delivered |= 1 << market;
        return Task.CompletedTask;
    }

    public async Task<DistrictSnapshot> Save(int wave)
    {
        CheckWave(wave);
        if (_report is not null && _delivered != (1 << _markets.Length) - 1)
            throw new BeginAgainException($"District {_index} was to be saved before all letters of {_lived} had come.");
        var states = new Enterprise[_enterprises.Length * _opening.Wave.Worlds];
        var inspection = new Inspection(_district, _lived, _opening.Wave.Worlds, states);
        foreach (var enterprise in _enterprises) await enterprise.Show(inspection);
        return new(new(states), [.. _district.Waiting.Select(letters => new Sheaf<Settlement>(letters))]);
    }

    public async Task<Sheaf<Fingerprint>> Prints(int wave) => new((await Inspect(wave, null)).Prints);

    public async Task<Sheaf<Enterprise>> Look(int wave, int world) => new((await Inspect(wave, world)).States);

    public async Task End()
    {
        await InTurns(enterprise => enterprise.End());
        Forget();
        DeactivateOnIdle();
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Forget();
        return Task.CompletedTask;
    }

    private string Part => $"district {_index}";

    private async Task Visit(NewsSheet news)
    {
        var month = news.Month;
        if (_opened != _lived) throw new BeginAgainException($"District {_index} failed in the middle of {_opened} and cannot go on. Begin the wave again, or resume from a checkpoint.");
        if (month != _lived + 1) throw new BeginAgainException($"District {_index} was asked to live {month} but has lived up to {_lived}.");
        if (_report is not null && _delivered != (1 << _markets.Length) - 1)
            throw new BeginAgainException($"District {_index} was asked to live {month} before all letters of {_lived} had come.");

        var briefing = library.Brief(_run, _materials!, _opening, news);
        _opened = month;
        _delivered = 0;
        _district.Open();
        var round = new Round(_materials!, _district, _opening.Wave.Worlds, month, briefing);
        var tray = _district.Tray;
        for (var slot = 0; slot < _enterprises.Length; slot++)
        {
            await _enterprises[slot].Live(round);
            if (tray.Lived != slot + 1)
                throw new InvalidOperationException($"Bug in SimLab: enterprise {_district.Range.First + slot} was visited in {month} and laid no papers into the tray of district {_index}.");
        }
        _lived = month;
    }

    private DistrictReport Report()
    {
        var tray = _district.Tray;
        return new()
        {
            Cells = [.. tray.Tally.Cells],
            Happenings = new([.. tray.Happenings.All]),
            Ledger = new([.. tray.Ledger.All]),
            Calls = _enterprises.Length + _markets.Length,
        };
    }

    // A hundred at once hide the way to the grain directory; all 670,000 of a full-scale run at once would be a heap of messages.
    private async Task InTurns(Func<IEnterpriseGrain, ValueTask> visit)
    {
        foreach (var some in _enterprises.Chunk(100)) await Task.WhenAll(some.Select(enterprise => visit(enterprise).AsTask()));
    }

    private async Task<Inspection> Inspect(int wave, int? world)
    {
        CheckWave(wave);
        var inspection = new Inspection(_district, _lived, _opening.Wave.Worlds, world);
        foreach (var enterprise in _enterprises) await enterprise.Show(inspection);
        return inspection;
    }

    private void CheckWave(int wave)
    {
        if (_materials is null) throw new BeginAgainException($"District {_index} has no run: its silo was lost or restarted. Begin the wave again, or resume from a checkpoint.");
        if (wave != _opening.Wave.Number) throw new BeginAgainException($"District {_index} was asked about wave {wave} but lives in wave {_opening.Wave.Number}.");
    }

    private void Forget()
    {
        if (_materials is null) return;
        (_materials, _district, _report) = (null, null!, null);
        (_enterprises, _papers) = ([], []);
        library.HandBack(_run);
    }
}
