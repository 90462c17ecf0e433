using Microsoft.Extensions.Logging;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Markets;

namespace SimLab.Engine.Execution.Grains;

/// <summary>A run that grains could not finish; the message says what went wrong, for a person.</summary>
public sealed class RunFailedException(string message, Exception cause) : Exception(message, cause);

/// <summary>
/// Lives runs by grains: in this process with <see cref="Start"/>, or on a cluster through its grain factory. One run at a
/// time; begun with other materials, it ends the run before.
/// </summary>
public sealed class GrainExecutor : IExecutor
{
    private static readonly TimeSpan LongestLeave = TimeSpan.FromSeconds(10);

    private readonly IGrainFactory _grains;
    private readonly RunCache? _cache;
    private readonly EmbeddedSilo? _silo;

    private RunMaterials? _materials;
    private WorldBatch _batch = null!;
    private IRunGrain? _run;
    private string _name = "";

    /// <param name="grains">Of a cluster whose silos have <see cref="SimLabSilo.AddSimLab(Orleans.Hosting.ISiloBuilder)"/>.</param>
    /// <param name="cache">Of the silo in this process; null: there is none.</param>
    public GrainExecutor(IGrainFactory grains, RunCache? cache = null) => (_grains, _cache) = (grains, cache);

    private GrainExecutor(EmbeddedSilo silo) : this(silo.Grains, silo.Cache) => _silo = silo;

    /// <summary>Starts a silo in this process, for this process alone.</summary>
    /// <param name="logging">Null: silent.</param>
    /// <param name="cancel">Gives up starting.</param>
    public static async Task<GrainExecutor> Start(ILoggerFactory? logging = null, CancellationToken cancel = default) =>
        new(await EmbeddedSilo.Start(logging, cancel));

    public long GrainCalls { get; private set; }

    /// <summary>Time the months took so far: firms living and handing in; markets settling and sending letters.</summary>
    public (TimeSpan Living, TimeSpan Settling) Spent { get; private set; }

    /// <summary>Tells this life of the run from others: grains of another life are other grains.</summary>
    public string Activation => _name;

    public Task Begin(RunMaterials materials, WorldBatch batch, bool watch, Snapshot? from = null) =>
        Begin(materials, batch, watch, from, from?.Month ?? materials.Plan.Start - 1, null);

    /// <summary>Begins where a checkpoint left the wave; every grain fetches its own part.</summary>
    public Task Begin(RunMaterials materials, WorldBatch batch, bool watch, CheckpointId at) => Begin(materials, batch, watch, null, at.Month, at);

    /// <summary>Every grain puts its part of the wave, as it stands, into the vault. Returns how many parts there are.</summary>
    public async Task<int> Store(CheckpointId at)
    {
        var parts = await Ask("The checkpoint could not be kept", run => run.Store(_batch.Number, at));
        GrainCalls += 1 + parts + _materials!.Population.Firms.Length;
        return parts;
    }

    /// <summary>Has the grains forget the run, as far as they can be reached soon. The next <see cref="Begin(RunMaterials, WorldBatch, bool, CheckpointId)"/> is a new life.</summary>
    public async Task Leave()
    {
        try
        {
            await EndRun().WaitAsync(LongestLeave);
        }
        catch (Exception e) when (e is RunFailedException or TimeoutException)
        {
            // Some of them went down with their silo. What is left of the others ages out.
            if (_materials is not null) _cache?.Release(_name);
            (_run, _materials) = (null, null);
        }
    }

    private async Task Begin(RunMaterials materials, WorldBatch batch, bool watch, Snapshot? from, Month lived, CheckpointId? at)
    {
        if (!ReferenceEquals(materials, _materials)) await StartRun(materials);
        _batch = batch;
        var start = new StartRequest
        {
            Plan = materials.Plan.ToJson(),
            Batch = batch,
            Watch = watch,
            PopulationPrint = RunCache.PrintOf(materials.Population),
            GoesOnFrom = at is null ? from?.Batch : batch,
            SimulatedTo = lived,
            Checkpoint = at,
        };
        GrainCalls += 1 + await Ask("The run could not begin", run => run.Begin(start, from));
    }

    public async Task<Snapshot> Save(MonthOutput taken, Macroeconomy province)
    {
        var (districts, markets) = await Ask("The run could not be saved", run => run.Save(_batch.Number));
        GrainCalls += 1 + districts.Length + markets.Length + _materials!.Population.Firms.Length;
        return new(_batch, districts, markets, province.Closed, taken.InTransit);
    }

    public async Task<MonthOutput> Step(MacroState news)
    {
        var report = await Ask($"{news.Month} could not be lived", run => run.Step(_batch.Number, news));
        GrainCalls += 1 + report.Calls;
        Spent = (Spent.Living + report.Stepping, Spent.Settling + report.Settling);
        return new(
            news,
            [.. report.Districts.Select(d => d.Cells)],
            [.. report.Districts.Select(d => d.Events.All)],
            [.. report.Districts.Select(d => d.Ledger.All)],
            [.. report.Markets.SelectMany(m => m.Costs.All)],
            report.Markets.Select(m => m.InTransit).First(inTransit => inTransit.Length > 0));
    }

    public async Task<Fingerprint[]> Finish()
    {
        var prints = await Ask("The run could not be fingerprinted", run => run.Prints(_batch.Number));
        CountInspection();
        return prints.All;
    }

    public async Task<Enterprise[]> Inspect(int world)
    {
        var states = await Ask("The panel could not be taken", run => run.Inspect(_batch.Number, world));
        CountInspection();
        return states.All;
    }

    public async ValueTask DisposeAsync()
    {
        // An embedded silo goes as a whole; there is no need to take leave of twenty thousand grains first.
        if (_silo is not null)
        {
            await _silo.DisposeAsync();
            return;
        }
        try
        {
            await EndRun();
        }
        catch (RunFailedException)
        {
            // A run that failed already is being cleared away; what is left of it ages out of the silos within a day.
        }
    }

    private async Task StartRun(RunMaterials materials)
    {
        await EndRun();
        _name = Guid.NewGuid().ToString("n");
        _run = _grains.GetGrain<IRunGrain>(_name);
        _materials = materials;
        _cache?.Share(_name, materials);
    }

    private async Task EndRun()
    {
        if (_run is null) return;
        await Ask("The run could not be ended", async run =>
        {
            await run.End();
            return true;
        });
        _cache?.Release(_name);
        (_run, _materials) = (null, null);
    }

    private void CountInspection() => GrainCalls += 1 + _materials!.Districts.Length + _materials.Population.Firms.Length;

    private async Task<T> Ask<T>(string failure, Func<IRunGrain, Task<T>> question)
    {
        try
        {
            return await question(_run ?? throw new InvalidOperationException("Bug in SimLab: the run has not begun."));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var cause = e.GetBaseException();
            throw new RunFailedException($"{failure}: {cause.Message}", e);
        }
    }
}
