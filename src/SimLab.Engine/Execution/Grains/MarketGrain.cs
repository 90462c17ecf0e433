using SimLab.Model;
using SimLab.Model.Markets;
using SimLab.Model.Papers;

namespace SimLab.Engine.Execution.Grains;

/// <summary>A market of a run; its key is (place of the market in <see cref="Market.All"/>, run).</summary>
public interface IMarketGrain : IGrainWithIntegerCompoundKey
{
    /// <param name="opening">What is lived.</param>
    /// <param name="saved">What it remembers, by world of the wave it goes on from; null: nothing.</param>
    Task Begin(Opening opening, byte[][]? saved);

    /// <summary>What it remembers after the month just settled, by world.</summary>
    Task<byte[][]> Save(int wave);

    /// <summary>Puts the same into the vault.</summary>
    Task Store(int wave, KeptAt at);

    /// <summary>A district's papers of the month. Papers of a month that is settled already are those it was settled with.</summary>
    Task HandIn(int wave, Month month, int district, DistrictPapers papers);

    /// <summary>Settles the month and sends the letters. Asked again, it sends and reports the same.</summary>
    Task<MarketReport> Settle(int wave, NewsSheet news);

    Task End();
}

/// <summary>Hosts a <see cref="MarketHall"/>: papers in, letters out.</summary>
[DealtOut, CollectionAgeLimit(Days = 1)]
public sealed class MarketGrain(RunLibrary library) : Grain, IMarketGrain
{
    private string _run = "";
    private int _index;
    private RunMaterials? _materials;
    private Opening _opening = null!;
    private IDistrictGrain[] _districts = [];

    private MarketHall _hall = null!;
    private Month _settled;
    private MarketReport? _report;
    private Sheaf<Settlement>[] _letters = [];             // by district, of the month just settled

    public static IMarketGrain[] All(IGrainFactory grains, string run) =>
        [.. Enumerable.Range(0, Market.All().Length).Select(i => grains.GetGrain<IMarketGrain>(i, run))];

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _index = (int)this.GetPrimaryKeyLong(out _run!);
        return Task.CompletedTask;
    }

    public async Task Begin(Opening opening, byte[][]? saved)
    {
        _materials ??= await library.TakeOut(_run, opening);
        if (opening.KeptAt is { } at) saved = await library.Vault.Get<byte[][]>(at, Part);
        _opening = opening;
        _hall = new MarketHall(Market.All()[_index], _index, _materials, opening.Wave.Worlds);
        _districts = [.. _materials.Districts.Select(range => GrainFactory.GetGrain<IDistrictGrain>(range.Index, _run))];
        if (saved is not null) _hall.Restore(saved, new Descent(opening.GoesOnFrom!, opening.Wave));
        _settled = opening.Lived;
        _report = null;
        _letters = [];
    }

    public Task<byte[][]> Save(int wave)
    {
        CheckWave(wave);
        return Task.FromResult(_hall.Save());
    }

    public async Task Store(int wave, KeptAt at) => await library.Vault.Put(at, Part, await Save(wave));

    public Task HandIn(int wave, Month month, int district, DistrictPapers papers)
    {
        CheckWave(wave);
        if (month == _settled) return Task.CompletedTask;
        CheckMonth(month);
        _hall.HandIn(district, papers.Piles);
        return Task.CompletedTask;
    }

    public async Task<MarketReport> Settle(int wave, NewsSheet news)
    {
        CheckWave(wave);
        if (_report is null || news.Month != _settled)
        {
            CheckMonth(news.Month);
            var briefing = library.Brief(_run, _materials!, _opening, news);
            // Long and all arithmetic: off the scheduler that other grains wait for.
            var (letters, costs) = await Task.Run(() => _hall.Settle(briefing, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }));
            _letters = [.. letters.Select(all => new Sheaf<Settlement>(all))];
            _report = new() { Costs = new(costs), Tills = _hall.Tills(_opening.Wave.Worlds), Calls = _districts.Length };
            _settled = news.Month;
        }
        await Task.WhenAll(_districts.Select((district, i) => district.Deliver(wave, news.Month, _index, _letters[i])));
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
        if (month != _settled + 1) throw new BeginAgainException($"Market {_index} was asked to settle {month} but has settled up to {_settled}.");
    }

    private void CheckWave(int wave)
    {
        if (_materials is null) throw new BeginAgainException($"Market {_index} has no run: its silo was lost or restarted. Begin the wave again, or resume from a checkpoint.");
        if (wave != _opening.Wave.Number) throw new BeginAgainException($"Market {_index} was asked about wave {wave} but settles wave {_opening.Wave.Number}.");
    }

    private void Forget()
    {
        if (_materials is null) return;
        (_materials, _hall, _report, _letters) = (null, null!, null, []);
        library.HandBack(_run);
    }
}
