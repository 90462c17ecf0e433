using System.Diagnostics;
using Polly;
using Polly.Retry;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Execution.Recovery;

/// <summary>
/// Simulates a run with recovery. 1. Months in the journal are returned from it. 2. From the first missing month on,
/// the batch is simulated from the newest checkpoint, and each month is recorded. 3. When the inner executor is lost,
/// it begins again from the newest checkpoint and replays the months since; the journal checks that they are identical.
/// Callers see an ordinary executor.
/// </summary>
/// <param name="inner">Simulates the months; disposed with this.</param>
/// <param name="journal">Record of the run.</param>
/// <param name="checkpoints">Checkpoints of the inner executor.</param>
/// <param name="policy">When to save checkpoints.</param>
/// <param name="recovery">Counts losses, replays and checkpoints.</param>
public sealed class RecoveringExecutor(
    IExecutor inner, IJournal journal, ICheckpoints checkpoints, CheckpointPolicy policy, RecoveryReport recovery) : IExecutor
{
    /// <summary>
    /// Losses in a row, without a new month, before the run gives up; about two minutes with the pauses.
    /// </summary>
    private const int MostLossesInARow = 12;

    private readonly Dictionary<Month, MacroState> _macroStates = [];          // of the months given to the driver so far
    private RunMaterials _materials = null!;
    private WorldBatch _batch = null!;
    private bool _watch;
    private Month _told;                                               // last month given to the driver
    private Month? _simulated;                                             // month of the inner executor; null: no valid state
    private Macroeconomy _province = null!;
    private Task _keeping = Task.CompletedTask;
    private ResiliencePipeline? _retries;

    /// <summary>Distinguishes a lost silo from a bug, which ends the run. By default every failure ends it.</summary>
    public Func<Exception, bool> IsLoss { get; init; } = _ => false;

    /// <summary>Asked after a checkpoint: should the districts be placed anew?</summary>
    public Func<bool> WantsNewPlacement { get; init; } = () => false;

    /// <summary>Called for each loss, with what was being done; for the log.</summary>
    public Action<string, Exception> OnLoss { get; init; } = (_, _) => { };

    /// <summary>Called for each checkpoint, with its month and the time to save it.</summary>
    public Action<Month, TimeSpan> OnCheckpoint { get; init; } = (_, _) => { };

    public long GrainCalls => inner.GrainCalls;

    public async Task Begin(RunMaterials materials, WorldBatch batch, bool watch, Snapshot? from = null, CancellationToken cancel = default)
    {
        if (from is not null) throw new NotSupportedException("Bug in SimLab: a run that survives begins from its own checkpoints.");
        await _keeping;
        (_materials, _batch, _watch) = (materials, batch, watch);
        _told = materials.Plan.Start - 1;
        _simulated = null;
        _province = materials.Economy(batch.In(materials.Plan, watch: false));
        _macroStates.Clear();
        policy.Saved();
    }

    public async Task<MonthOutput> Step(MacroState macroState, CancellationToken cancel = default)
    {
        var month = macroState.Month;
        _macroStates[month] = macroState;
        var output = _simulated is null ? await journal.Month(_materials, _batch, month) : null;
        if (output is null)
        {
            output = await Persist(month - 1, async stop =>
            {
                _simulated = null;                                         // a month that fails or is cancelled leaves no valid state
                var lived = await inner.Step(macroState, stop);
                _simulated = month;
                return lived;
            }, cancel);
            await SaveCheckpoint(output);
        }
        output.Close(_province, macroState);
        _told = month;
        if (_simulated == month && month < _materials.Plan.LastMonth && policy.IsDue()) await Save(output, cancel);
        return output;
    }

    public async Task<Enterprise[]> Inspect(int world, CancellationToken cancel = default)
    {
        if (await journal.Panel(_batch, _told, world) is { } kept) return kept;
        var states = await Persist(_told, stop => inner.Inspect(world, stop), cancel);
        await journal.RecordPanel(_batch, _told, world, states);
        return states;
    }

    public async Task<Fingerprint[]> Finish(CancellationToken cancel = default)
    {
        if (await journal.Prints(_batch) is { } kept) return kept;
        var prints = await Persist(_told, inner.Finish, cancel);
        await _keeping;
        await journal.RecordPrints(_batch, prints);
        await checkpoints.Done(_batch);
        return prints;
    }

    public Task<Snapshot> Save(MonthOutput output, Macroeconomy economy, CancellationToken cancel = default) =>
        Persist(_told, stop => inner.Save(output, economy, stop), cancel);

    public async ValueTask DisposeAsync()
    {
        await ((Task)_keeping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await inner.DisposeAsync();
    }

    // One month behind: packing a month takes a tenth of its simulation, and overlaps the next.
    private async Task SaveCheckpoint(MonthOutput output)
    {
        await _keeping;
        var (materials, batch) = (_materials, _batch);
        _keeping = Task.Run(() => journal.Record(materials, batch, output));
    }

    private async Task Save(MonthOutput output, CancellationToken cancel)
    {
        await _keeping;                                                // a checkpoint needs the record of its months
        var begun = Stopwatch.GetTimestamp();
        try
        {
            await checkpoints.Save(_batch, output, _province, cancel);
        }
        catch (Exception e) when (IsLoss(e))
        {
            // The next month finds the checkpoint to begin again from.
            Lose($"the checkpoint of {output.Macro.Month}", e);
            return;
        }
        var cost = Stopwatch.GetElapsedTime(begun);
        recovery.Checkpoints++;
        recovery.CheckpointSeconds += cost.TotalSeconds;
        policy.Saved(cost);
        OnCheckpoint(output.Macro.Month, cost);
        if (WantsNewPlacement())
        {
            recovery.Rebalanced++;
            _simulated = null;
        }
    }

    /// <summary>
    /// Runs an operation of the inner executor at the end of a month; brings it there first, and retries after losses.
    /// </summary>
    private async Task<T> Persist<T>(Month at, Func<CancellationToken, Task<T>> what, CancellationToken cancel)
    {
        _retries ??= new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Exception is { } e && IsLoss(e)),
            MaxRetryAttempts = MostLossesInARow,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(250),
            MaxDelay = TimeSpan.FromSeconds(20),
        }).Build();
        long? since = null;
        return await _retries.ExecuteAsync(async stop =>
        {
            try
            {
                await BringTo(at, stop);
                if (since is { } first) recovery.SecondsLost += Stopwatch.GetElapsedTime(first).TotalSeconds;
                since = null;
                return await what(stop);
            }
            catch (Exception e) when (IsLoss(e))
            {
                since ??= Stopwatch.GetTimestamp();
                Lose($"{at + 1}", e);
                throw;
            }
        }, cancel);
    }

    private void Lose(string during, Exception e)
    {
        _simulated = null;
        recovery.Losses++;
        OnLoss(during, e);
    }

    private async Task BringTo(Month at, CancellationToken cancel)
    {
        if (_simulated == at) return;
        await _keeping;
        _simulated = null;
        _simulated = await checkpoints.Begin(_materials, _batch, _watch, at, cancel);
        policy.Saved();
        while (_simulated < at)
        {
            var month = _simulated.Value + 1;
            _simulated = null;
            var again = await inner.Step(_macroStates[month], cancel);
            _simulated = month;
            recovery.MonthsReplayed++;
            // A replayed month must be bit-identical; the journal throws if it is not.
            await journal.Record(_materials, _batch, again);
        }
    }
}
