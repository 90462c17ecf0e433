using System.Diagnostics;
using Orleans.Placement;
using SimLab.Model;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Execution.Grains;

/// <summary>One run; its key is the run's name.</summary>
public interface IRunGrain : IGrainWithStringKey
{
    /// <summary>Puts every enterprise and market at month zero of the wave. Returns the grain calls made.</summary>
    Task<long> Begin(Opening opening, Snapshot? from);

    /// <summary>Districts and markets as they stand after the month just lived.</summary>
    Task<(DistrictSnapshot[] Districts, byte[][][] Markets)> Save(int wave);

    /// <summary>Has districts and markets put the same into the vault. Returns how many parts there are.</summary>
    Task<int> Store(int wave, KeptAt at);

    /// <summary>Lives the month and settles its markets. Asked again for the month just lived, it reports the same.</summary>
    Task<MonthReport> Live(int wave, NewsSheet news);

    /// <summary>Fingerprint of all enterprises, by world of the wave.</summary>
    Task<Sheaf<Fingerprint>> Prints(int wave);

    /// <summary>States of all enterprises of one world, in order of number.</summary>
    Task<Sheaf<Enterprise>> Look(int wave, int world);

    /// <summary>All grains of the run forget it and leave memory.</summary>
    Task End();
}

/// <summary>Drives a run: districts live, hand in their papers; markets settle, send their letters. That is a month.</summary>
[PreferLocalPlacement, CollectionAgeLimit(Days = 1)]
public sealed class RunGrain(RunLibrary library) : Grain, IRunGrain
{
    private const int DistrictsStoredAtOnce = 32;

    private RunMaterials? _materials;
    private Opening _opening = null!;
    private IDistrictGrain[] _districts = [];
    private IMarketGrain[] _markets = [];
    private Month _lived;
    private MonthReport? _report;

    private string Run => this.GetPrimaryKeyString();

    public async Task<long> Begin(Opening opening, Snapshot? from)
    {
        _materials ??= await library.TakeOut(Run, opening);
        _opening = opening;
        _markets = MarketGrain.All(GrainFactory, Run);
        _districts = [.. _materials.Districts.Select(range => GrainFactory.GetGrain<IDistrictGrain>(range.Index, Run))];
        await Task.WhenAll(_markets.Select((market, index) => market.Begin(opening, from?.Markets[index])));
        var calls = await Task.WhenAll(_districts.Select((district, index) => district.Begin(opening, from?.Districts[index])));
        _lived = opening.Lived;
        _report = null;
        return _markets.Length + _districts.Length + calls.Sum();
    }

    public async Task<MonthReport> Live(int wave, NewsSheet news)
    {
        CheckWave(wave);
        if (_report is not null && news.Month == _lived) return _report;
        if (news.Month != _lived + 1) throw new BeginAgainException($"Run {Run} was asked to live {news.Month} but has lived up to {_lived}.");

        var begun = Stopwatch.GetTimestamp();
        var districts = await Task.WhenAll(_districts.Select(district => district.Live(wave, news)));
        var handedIn = Stopwatch.GetTimestamp();
        var markets = await Task.WhenAll(_markets.Select(market => market.Settle(wave, news)));
        _report = new()
        {
            Districts = districts,
            Markets = markets,
            Living = Stopwatch.GetElapsedTime(begun, handedIn),
            Settling = Stopwatch.GetElapsedTime(handedIn),
            Calls = _districts.Length + _markets.Length + districts.Sum(d => (long)d.Calls) + markets.Sum(m => (long)m.Calls),
        };
        _lived = news.Month;
        return _report;
    }

    public async Task<(DistrictSnapshot[] Districts, byte[][][] Markets)> Save(int wave)
    {
        CheckWave(wave);
        return (await Task.WhenAll(_districts.Select(district => district.Save(wave))), await Task.WhenAll(_markets.Select(market => market.Save(wave))));
    }

    public async Task<int> Store(int wave, KeptAt at)
    {
        CheckWave(wave);
        await Task.WhenAll(_markets.Select(market => market.Store(wave, at)));
        // Some at a time: all snapshots of a full-scale run at once would be a second run in memory.
        foreach (var some in _districts.Chunk(DistrictsStoredAtOnce)) await Task.WhenAll(some.Select(district => district.Store(wave, at)));
        return _markets.Length + _districts.Length;
    }

    public async Task<Sheaf<Fingerprint>> Prints(int wave)
    {
        CheckWave(wave);
        var sum = new Fingerprint[_opening.Wave.Worlds];
        foreach (var prints in await Task.WhenAll(_districts.Select(district => district.Prints(wave))))
            for (var world = 0; world < sum.Length; world++) sum[world] += prints.All[world];
        return new(sum);
    }

    public async Task<Sheaf<Enterprise>> Look(int wave, int world)
    {
        CheckWave(wave);
        var districts = await Task.WhenAll(_districts.Select(district => district.Look(wave, world)));
        return new([.. districts.SelectMany(sheaf => sheaf.All)]);
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

    private void CheckWave(int wave)
    {
        if (_materials is null) throw new BeginAgainException($"Run {Run} is not under way here: its silo was lost or restarted. Begin the wave again, or resume from a checkpoint.");
        if (wave != _opening.Wave.Number) throw new BeginAgainException($"Run {Run} was asked about wave {wave} but is in wave {_opening.Wave.Number}.");
    }

    private void Forget()
    {
        if (_materials is null) return;
        (_materials, _report) = (null, null);
        (_districts, _markets) = ([], []);
        library.HandBack(Run);
    }
}
