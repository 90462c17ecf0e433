using SimLab.Engine.Execution.Recovery;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Execution.Cluster;

/// <summary>
/// Follows a run that a cluster simulates, month by month as they are recorded; to its recorder it is an ordinary
/// executor. So the same code makes the folder, the books and the hash as for a run in this process.
/// </summary>
public sealed class FollowingExecutor(ClusterDatabase database, string run) : IExecutor
{
    private static readonly TimeSpan ShortestLook = TimeSpan.FromMilliseconds(50), LongestLook = TimeSpan.FromSeconds(1);

    private readonly DatabaseJournal _journal = new(database, run);
    private readonly RunCatalogue _catalogue = new(database);
    private RunMaterials _materials = null!;
    private WorldBatch _batch = null!;
    private Month _month;
    private bool _saidAlone;

    /// <summary>Called when no silo drives the run for the time being, and when one does again.</summary>
    public Action<Sentence> OnProgress { get; init; } = _ => { };

    public long GrainCalls { get; private set; }

    public Task Begin(RunMaterials materials, WorldBatch batch, bool watch, Snapshot? from = null, CancellationToken cancel = default)
    {
        (_materials, _batch) = (materials, batch);
        return Task.CompletedTask;
    }

    public Task<MonthOutput> Step(MacroState macroState, CancellationToken cancel = default)
    {
        _month = macroState.Month;
        return Await(() => _journal.Month(_materials, _batch, macroState.Month), $"month {macroState.Month}", cancel);
    }

    public Task<Fingerprint[]> Finish(CancellationToken cancel = default) =>
        Await(() => _journal.Prints(_batch), $"the end of the run", cancel);

    public Task<Enterprise[]> Inspect(int world, CancellationToken cancel = default) =>
        Await(() => _journal.Panel(_batch, _month, world), $"the panel of {_month}", cancel);

    public Task<Snapshot> Save(MonthOutput output, Macroeconomy economy, CancellationToken cancel = default) =>
        throw new NotSupportedException("Bug in SimLab: who only follows a run cannot save it.");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Waits for the end of the run and compares its result hash with that of the months followed.</summary>
    /// <exception cref="InvalidOperationException">The hashes differ.</exception>
    public async Task<RecoveryReport> Conclude(string hash, CancellationToken cancel)
    {
        var row = await Await(async () => await _catalogue.Find(run) is { IsOver: true } over ? over : null, $"the end of the run", cancel);
        GrainCalls = row.GrainCalls;
        if (row.ResultHash != hash)
            throw new InvalidOperationException(
                $"Bug in SimLab: the cluster says the run's hash is {row.ResultHash}, and what it recorded comes to {hash}.");
        return row.Recovery;
    }

    private async Task<T> Await<T>(Func<Task<T?>> look, Sentence what, CancellationToken cancel) where T : class
    {
        var pause = ShortestLook;
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            if (await look() is { } found) return found;
            if (pause >= LongestLook / 2) await CheckTheRun(what);
            await Task.Delay(pause, cancel);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 3 / 2, LongestLook.Ticks));
        }
    }

    private async Task CheckTheRun(Sentence what)
    {
        var row = await _catalogue.Find(run)
            ?? throw new Grains.RunFailedException($"The cluster no longer knows the run {run}.", new InvalidOperationException());
        GrainCalls = row.GrainCalls;
        if (row.State == "failed") throw new Grains.RunFailedException(
            row.Failure ?? "The cluster does not say why.", new InvalidOperationException());
        if (row.State == "cancelled") throw new Grains.RunFailedException("The run was cancelled.", new InvalidOperationException());
        if (row.Collected) throw new Grains.RunFailedException("The run was collected by another client.", new InvalidOperationException());
        if (row.Held == !_saidAlone) return;
        _saidAlone = !row.Held;
        OnProgress(row.Held ? Sentence.Of($"{row.Driver} drives the run.")
            : $"No silo drives the run at the moment; waiting for {what}. Start one with simlab silo, or come back with simlab resume.");
    }
}
