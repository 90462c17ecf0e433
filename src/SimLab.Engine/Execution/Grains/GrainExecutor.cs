using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using SimLab.Engine.Execution.Recovery;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Execution.Grains;

/// <summary>Thrown when grains cannot finish a run; the message tells the user what went wrong.</summary>
public sealed class RunFailedException(string message, Exception cause) : Exception(message, cause);

/// <summary>
/// Simulates runs by grains: in this process with <see cref="Start"/>, or on a cluster through its grain factory. One
/// run at a time: beginning with other materials ends the run before.
/// </summary>
public sealed class GrainExecutor : IExecutor
{
    /// <summary>Districts whose states are in transit at the same time.</summary>
    private const int DistrictsAtOnce = 32;

    private static readonly TimeSpan LongestLeave = TimeSpan.FromSeconds(10);

    private readonly IGrainFactory _grains;
    private readonly RunCache? _cache;
    private readonly EmbeddedSilo? _silo;

    private RunMaterials? _materials;
    private WorldBatch _batch = null!;
    private IRunGrain? _run;
    private IDistrictGrain[] _districts = [];
    private IMarketGrain[] _markets = [];
    private string _name = "";

    /// <param name="grains">Grain factory of a cluster whose silos have
    /// <see cref="SimLabSilo.AddSimLab(Orleans.Hosting.ISiloBuilder)"/>.</param>
    /// <param name="cache">Run cache of the silo in this process; null: there is none.</param>
    public GrainExecutor(IGrainFactory grains, RunCache? cache = null) => (_grains, _cache) = (grains, cache);

    private GrainExecutor(EmbeddedSilo silo) : this(silo.Grains, silo.Cache) => _silo = silo;

    /// <summary>Starts a silo in this process, for this process alone.</summary>
    /// <param name="logging">Receives the log of the silo; null: no log.</param>
    /// <param name="cancel">Cancels the start.</param>
    public static async Task<GrainExecutor> Start(ILoggerFactory? logging = null, CancellationToken cancel = default) =>
        new(await EmbeddedSilo.Start(logging, cancel));

    public long GrainCalls { get; private set; }

    /// <summary>
    /// Time spent so far: stepping firms and sending their messages; settling markets and delivering settlements.
    /// </summary>
    public (TimeSpan Stepping, TimeSpan Settling) Spent { get; private set; }

    /// <summary>Identifies this activation of the run; each activation has grains of its own.</summary>
    public string Activation => _name;

    public Task Begin(RunMaterials materials, WorldBatch batch, bool watch, Snapshot? from = null, CancellationToken cancel = default) =>
        Begin(materials, batch, watch, from, from?.Month ?? materials.Plan.Start - 1, null, cancel);

    /// <summary>Begins the batch from a checkpoint; every grain reads its own part.</summary>
    public Task Begin(RunMaterials materials, WorldBatch batch, bool watch, CheckpointId at, CancellationToken cancel = default) =>
        Begin(materials, batch, watch, null, at.Month, at, cancel);

    /// <summary>
    /// Every grain writes its part of the batch to the checkpoint store. Returns the number of parts.
    /// </summary>
    public async Task<int> Store(CheckpointId at, CancellationToken cancel = default)
    {
        var parts = await Ask("Saving the checkpoint failed", run => run.Store(_batch.Number, at, cancel), cancel);
        GrainCalls += 1 + parts + _materials!.Population.Firms.Length;
        return parts;
    }

    /// <summary>
    /// Ends the run on all grains that can be reached within 10 s. The next
    /// <see cref="Begin(RunMaterials, WorldBatch, bool, CheckpointId, CancellationToken)"/> starts a new activation.
    /// </summary>
    public async Task Leave()
    {
        try
        {
            await EndRun().WaitAsync(LongestLeave);
        }
        catch (Exception e) when (e is RunFailedException or TimeoutException)
        {
            // Some grains were lost with their silo; the others age out.
            if (_materials is not null) _cache?.Release(_name);
            (_run, _materials) = (null, null);
        }
    }

    private async Task Begin(
        RunMaterials materials, WorldBatch batch, bool watch, Snapshot? from, Month lived, CheckpointId? at, CancellationToken cancel)
    {
        if (!ReferenceEquals(materials, _materials)) await StartRun(materials);
        _batch = batch;
        var plan = materials.Plan.ToJson();
        var start = new StartRequest
        {
            PlanHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plan))),
            Batch = batch,
            Watch = watch,
            PopulationPrint = RunCache.PrintOf(materials.Population),
            GoesOnFrom = at is null ? from?.Batch : batch,
            SimulatedTo = lived,
            Checkpoint = at,
        };
        GrainCalls += await Ask("The run could not begin", async run =>
        {
            await run.Begin(start, plan, cancel);
            await Task.WhenAll(_markets.Select((market, i) => market.Begin(start, from?.Markets[i], cancel)));
            var calls = await Task.WhenAll(_districts.Select((district, i) => district.Begin(start, from?.Districts[i], cancel)));
            return 1 + _markets.Length + _districts.Length + calls.Sum(n => (long)n);
        }, cancel);
    }

    public async Task<Snapshot> Save(MonthOutput output, Macroeconomy economy, CancellationToken cancel = default)
    {
        var (districts, markets) = await Ask("The run could not be saved", async _ => (
            await OfDistricts(district => district.Save(_batch.Number, cancel)),
            await Task.WhenAll(_markets.Select(market => market.Save(_batch.Number)))), cancel);
        GrainCalls += districts.Length + markets.Length + _materials!.Population.Firms.Length;
        return new(_batch, districts, markets, economy.Closed, output.InTransit);
    }

    public async Task<MonthOutput> Step(MacroState macroState, CancellationToken cancel = default)
    {
        var (report, districts) = await Ask($"Simulating {macroState.Month} failed", async run => (
            await run.Step(_batch.Number, macroState, cancel),
            await Task.WhenAll(_districts.Select(district => district.Report(_batch.Number, macroState.Month)))), cancel);
        GrainCalls += 1 + report.Calls + districts.Length;
        Spent = (Spent.Stepping + report.Stepping, Spent.Settling + report.Settling);
        return new(
            macroState,
            [.. districts.Select(d => d.Cells)],
            [.. districts.Select(d => d.Events.All)],
            [.. districts.Select(d => d.Ledger.All)],
            [.. report.Markets.SelectMany(m => m.Costs.All)],
            InTransitAccount.Together(report.Markets.Select(market => market.InTransit)));
    }

    public async Task<Fingerprint[]> Finish(CancellationToken cancel = default)
    {
        var prints = await Ask("The run could not be fingerprinted", run => run.Prints(_batch.Number, cancel), cancel);
        GrainCalls += 1 + _districts.Length + _materials!.Population.Firms.Length;
        return prints.All;
    }

    public async Task<Enterprise[]> Inspect(int world, CancellationToken cancel = default)
    {
        var districts = await Ask("The panel could not be taken",
            _ => OfDistricts(district => district.Inspect(_batch.Number, world, cancel)), cancel);
        GrainCalls += districts.Length + _materials!.Population.Firms.Length;
        return [.. districts.SelectMany(states => states.All)];
    }

    public async ValueTask DisposeAsync()
    {
        // An embedded silo stops as a whole; its 20,000 grains need not end one by one.
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
            // The run failed before; its remaining grains age out of the silos within a day.
        }
    }

    private async Task StartRun(RunMaterials materials)
    {
        await EndRun();
        _name = Guid.NewGuid().ToString("n");
        _run = _grains.GetGrain<IRunGrain>(_name);
        _districts = DistrictGrain.All(_grains, _name, materials);
        _markets = MarketGrain.All(_grains, _name);
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
        }, CancellationToken.None);
        _cache?.Release(_name);
        (_run, _materials) = (null, null);
    }

    private async Task<T[]> OfDistricts<T>(Func<IDistrictGrain, Task<T>> question)
    {
        var answers = new List<T>(_districts.Length);
        foreach (var some in _districts.Chunk(DistrictsAtOnce)) answers.AddRange(await Task.WhenAll(some.Select(question)));
        return [.. answers];
    }

    private async Task<T> Ask<T>(string failure, Func<IRunGrain, Task<T>> question, CancellationToken cancel)
    {
        try
        {
            return await question(_run ?? throw new InvalidOperationException("Bug in SimLab: the run has not begun."));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var cause = e.GetBaseException();
            // Errors during cancellation are not failures of the run.
            if (cancel.IsCancellationRequested) throw new OperationCanceledException(cause.Message, e, cancel);
            throw new RunFailedException($"{failure}: {cause.Message}", e);
        }
    }
}
