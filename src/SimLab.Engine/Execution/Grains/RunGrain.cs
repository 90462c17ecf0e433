using System.Diagnostics;
using Orleans.Placement;
using SimLab.Model;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Execution.Grains;

/// <summary>One run; its key is the run's name.</summary>
public interface IRunGrain : IGrainWithStringKey
{
    /// <summary>Puts every enterprise and market at month zero of the wave. Returns the grain calls made.</summary>
    Task<long> Begin(StartRequest start, Snapshot? from);

    /// <summary>Districts and markets as they stand after the month just lived.</summary>
    Task<(DistrictSnapshot[] Districts, byte[][][] Markets)> Save(int batch);

    /// <summary>Has districts and markets put the same into the vault. Returns how many parts there are.</summary>
    Task<int> Store(int batch, CheckpointId at);

    /// <summary>Lives the month and settles its markets. Asked again for the month just lived, it reports the same.</summary>
    Task<MonthReport> Step(int batch, MacroState news);

    /// <summary>Fingerprint of all enterprises, by world of the wave.</summary>
    Task<Block<Fingerprint>> Prints(int batch);

    /// <summary>States of all enterprises of one world, in order of number.</summary>
    Task<Block<Enterprise>> Inspect(int batch, int world);

    /// <summary>All grains of the run forget it and leave memory.</summary>
    Task End();
}

/// <summary>Drives a run: districts live, hand in their papers; markets settle, send their letters. That is a month.</summary>
[PreferLocalPlacement, CollectionAgeLimit(Days = 1)]
public sealed class RunGrain(RunCache cache) : Grain, IRunGrain
{
    private const int DistrictsStoredAtOnce = 32;

    private RunMaterials? _materials;
    private StartRequest _start = null!;
    private IDistrictGrain[] _districts = [];
    private IMarketGrain[] _markets = [];
    private Month _lived;
    private MonthReport? _report;

    private string Run => this.GetPrimaryKeyString();

    public async Task<long> Begin(StartRequest start, Snapshot? from)
    {
        _materials ??= await cache.Acquire(Run, start);
        _start = start;
        _markets = MarketGrain.All(GrainFactory, Run);
        _districts = [.. _materials.Districts.Select(range => GrainFactory.GetGrain<IDistrictGrain>(range.Index, Run))];
        await Task.WhenAll(_markets.Select((market, index) => market.Begin(start, from?.Markets[index])));
        var calls = await Task.WhenAll(_districts.Select((district, index) => district.Begin(start, from?.Districts[index])));
        _lived = start.SimulatedTo;
        _report = null;
        return _markets.Length + _districts.Length + calls.Sum();
    }

    public async Task<MonthReport> Step(int batch, MacroState news)
    {
        CheckBatch(batch);
        if (_report is not null && news.Month == _lived) return _report;
        if (news.Month != _lived + 1) throw new RestartRequiredException($"Run {Run} was asked to live {news.Month} but has lived up to {_lived}.");

        var begun = Stopwatch.GetTimestamp();
        var districts = await Task.WhenAll(_districts.Select(district => district.Step(batch, news)));
        var handedIn = Stopwatch.GetTimestamp();
        var markets = await Task.WhenAll(_markets.Select(market => market.Settle(batch, news)));
        _report = new()
        {
            Districts = districts,
            Markets = markets,
            Stepping = Stopwatch.GetElapsedTime(begun, handedIn),
            Settling = Stopwatch.GetElapsedTime(handedIn),
            Calls = _districts.Length + _markets.Length + districts.Sum(d => (long)d.Calls) + markets.Sum(m => (long)m.Calls),
        };
        _lived = news.Month;
        return _report;
    }

    public async Task<(DistrictSnapshot[] Districts, byte[][][] Markets)> Save(int batch)
    {
        CheckBatch(batch);
        return (await Task.WhenAll(_districts.Select(district => district.Save(batch))), await Task.WhenAll(_markets.Select(market => market.Save(batch))));
    }

    public async Task<int> Store(int batch, CheckpointId at)
    {
        CheckBatch(batch);
        await Task.WhenAll(_markets.Select(market => market.Store(batch, at)));
        // Some at a time: all snapshots of a full-scale run at once would be a second run in memory.
        foreach (var some in _districts.Chunk(DistrictsStoredAtOnce)) await Task.WhenAll(some.Select(district => district.Store(batch, at)));
        return _markets.Length + _districts.Length;
    }

    public async Task<Block<Fingerprint>> Prints(int batch)
    {
        CheckBatch(batch);
        var sum = new Fingerprint[_start.Batch.Worlds];
        foreach (var prints in await Task.WhenAll(_districts.Select(district => district.Prints(batch))))
            for (var world = 0; world < sum.Length; world++) sum[world] += prints.All[world];
        return new(sum);
    }

    public async Task<Block<Enterprise>> Inspect(int batch, int world)
    {
        CheckBatch(batch);
        var districts = await Task.WhenAll(_districts.Select(district => district.Inspect(batch, world)));
        return new([.. districts.SelectMany(block => block.All)]);
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

    private void CheckBatch(int batch)
    {
        if (_materials is null) throw new RestartRequiredException($"Run {Run} is not under way here: its silo was lost or restarted. Begin the wave again, or resume from a checkpoint.");
        if (batch != _start.Batch.Number) throw new RestartRequiredException($"Run {Run} was asked about wave {batch} but is in wave {_start.Batch.Number}.");
    }

    private void Forget()
    {
        if (_materials is null) return;
        (_materials, _report) = (null, null);
        (_districts, _markets) = ([], []);
        cache.Release(Run);
    }
}
