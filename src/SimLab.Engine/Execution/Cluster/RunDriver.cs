using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SimLab.Engine.Execution.Grains;
using SimLab.Engine.Execution.Recovery;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Execution.Cluster;

/// <summary>
/// Drives at most one run; every silo has a driver. It 1. claims a run that is waiting, or whose driver is gone; 2.
/// simulates the run from its journal and checkpoints; 3. renews the lease meanwhile. A driver that loses the lease
/// stops writing.
/// </summary>
public sealed partial class RunDriver(
    ClusterDatabase database, IGrainFactory grains, RunCache cache, ILocalSiloDetails silo, ISiloStatusOracle silos, Meters meters,
        ILogger<RunDriver> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly RunCatalogue _catalogue = new(database);

    /// <summary>Name of the run being driven; null: none. For the health page.</summary>
    public string? Driving { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        cache.Checkpoints = new DatabaseCheckpointStore(database);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await _catalogue.Claim(silo.Name, ModelBuild.Hash) is { } claim) await Drive(claim, stoppingToken);
                else await Task.Delay(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The database is away for long, or the end of a run could not be recorded. Another silo may succeed.
                LogTrouble(e);
                await Task.Delay(RunCatalogue.Lease, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Drive(RunLease claim, CancellationToken stop)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var at = new LatestProgress();
        claim.Recovery.Resumed = claim.Attempt - 1;
        LogClaimed(claim.Run, claim.Attempt);
        Driving = claim.Run;
        await using var executor = new GrainExecutor(grains, cache);
        var holding = Hold(claim, at, executor, ends);
        try
        {
            var result = await Drive(claim, executor, at, ends.Token);
            await _catalogue.Hold(claim, at.Progress, executor.GrainCalls);
            await _catalogue.Finish(claim, result.Hash);
            LogDone(claim.Run, result.Hash, result.Performance.WallSeconds);
        }
        catch (FencedOffException e)
        {
            LogFenced(e.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await _catalogue.Release(claim);
        }
        catch (OperationCanceledException)
        {
            LogStopped(claim.Run);
        }
        catch (Exception e) when (e is not ClusterException)
        {
            LogFailed(e, claim.Run);
            await _catalogue.Fail(claim, e.Message);
        }
        finally
        {
            Driving = null;
            await ends.CancelAsync();
            await holding;
        }
    }

    private async Task<RunResult> Drive(RunLease claim, GrainExecutor executor, IProgress<RunProgress> progress, CancellationToken cancel)
    {
        var order = claim.Order;
        var materials = await Task.Run(() => new RunMaterials(order.Plan), cancel);
        SiloAddress[] dealtTo = [];
        var checkpoints = new DatabaseCheckpoints(database, executor, claim);
        var surviving = new RecoveringExecutor(
            executor, new DatabaseJournal(database, claim.Run, claim.Attempt), new PlacementObserver(checkpoints, () => dealtTo = Active()),
            new CheckpointPolicy(order.CheckpointMonths), claim.Recovery)
        {
            IsLoss = IsLoss,
            WantsNewPlacement = () => Active().Except(dealtTo).Any(),
            OnLoss = (during, e) => LogLoss(claim.Run, during, e.GetBaseException().Message),
            OnCheckpoint = (month, cost) =>
            {
                meters.Checkpoint(cost);
                LogCheckpoint(claim.Run, month, cost.TotalSeconds);
            },
        };
        var measured = meters.Watch(progress, materials);
        var result = await Simulation.Run(
            materials, surviving, order.Memory, order.Record ? new NullRecorder() : null, measured, cancel: cancel);
        await executor.Leave();
        return result;
    }

    private async Task Hold(RunLease claim, LatestProgress at, GrainExecutor executor, CancellationTokenSource ends)
    {
        try
        {
            while (!ends.IsCancellationRequested)
            {
                if (!await _catalogue.Hold(claim, at.Progress, executor.GrainCalls)) await ends.CancelAsync();
                await Task.Delay(RunCatalogue.Lease / 10, ends.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
        catch (Exception e)
        {
            // Another silo has the run, or the database is gone for good: further months could not be recorded.
            LogFenced(e.Message);
            await ends.CancelAsync();
        }
    }

    private SiloAddress[] Active() => [.. silos.GetApproximateSiloStatuses(onlyActive: true).Keys];

    // Failures caused by lost silos or connections, not by model bugs.
    private static bool IsLoss(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
            if (cause is RestartRequiredException or Orleans.Runtime.OrleansException or TimeoutException or IOException
                or System.Net.Sockets.SocketException or ObjectDisposedException)
                return true;
        return false;
    }

    /// <summary>Notes the silos on which districts are placed, each time a batch begins.</summary>
    private sealed class PlacementObserver(ICheckpoints inner, Action note) : ICheckpoints
    {
        public Task<Month> Begin(RunMaterials materials, WorldBatch batch, bool watch, Month notLater, CancellationToken cancel = default)
        {
            note();
            return inner.Begin(materials, batch, watch, notLater, cancel);
        }

        public Task Save(WorldBatch batch, MonthOutput output, Macroeconomy economy, CancellationToken cancel = default) =>
            inner.Save(batch, output, economy, cancel);

        public Task Done(WorldBatch batch) => inner.Done(batch);
    }

    /// <summary>Latest progress of the run.</summary>
    private sealed class LatestProgress : IProgress<RunProgress>
    {
        public RunProgress? Progress { get; private set; }

        public void Report(RunProgress value) => Progress = value;
    }

    /// <summary>Records nothing, as the journal does; with a recorder, the run inspects panels.</summary>
    private sealed class NullRecorder : IRecorder
    {
        public Task Record(RunMaterials materials, WorldBatch batch, MonthOutput output) => Task.CompletedTask;

        public Task RecordPanel(RunMaterials materials, Month month, int arm, int replicate, Enterprise[] states) => Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "Run {Run} is driven from here, attempt {Attempt}.")]
    private partial void LogClaimed(string run, int attempt);

    [LoggerMessage(LogLevel.Information, "Run {Run} is done: hash {Hash}, {Seconds:0.0} s.")]
    private partial void LogDone(string run, string hash, double seconds);

    [LoggerMessage(LogLevel.Warning, "Run {Run}: {During} was lost ({Reason}); it begins again from the last checkpoint.")]
    private partial void LogLoss(string run, string during, string reason);

    [LoggerMessage(LogLevel.Information, "Run {Run}: checkpoint of {Month} saved in {Seconds:0.00} s.")]
    private partial void LogCheckpoint(string run, Month month, double seconds);

    [LoggerMessage(LogLevel.Warning, "{Reason}")]
    private partial void LogFenced(string reason);

    [LoggerMessage(LogLevel.Information, "Run {Run} is no longer driven from here.")]
    private partial void LogStopped(string run);

    [LoggerMessage(LogLevel.Error, "Run {Run} failed.")]
    private partial void LogFailed(Exception e, string run);

    [LoggerMessage(LogLevel.Error, "The run catalogue cannot be used; trying again.")]
    private partial void LogTrouble(Exception e);
}
