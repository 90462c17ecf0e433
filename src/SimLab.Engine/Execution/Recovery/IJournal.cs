using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Execution.Recovery;

/// <summary>
/// Record of a run, outside the processes that simulate it. Recording the same item twice must give the same content; a
/// difference is an error.
/// </summary>
public interface IJournal
{
    /// <summary>The recorded month; null: not recorded, or damaged.</summary>
    Task<MonthOutput?> Month(RunMaterials materials, WorldBatch batch, Month month);

    /// <summary>Records a month.</summary>
    /// <exception cref="ReplayDivergedException">The month is already recorded with other content.</exception>
    Task Record(RunMaterials materials, WorldBatch batch, MonthOutput output);

    /// <summary>Recorded states of a world at the end of a month; null: none.</summary>
    Task<Enterprise[]?> Panel(WorldBatch batch, Month month, int world);

    /// <summary>Records the states of a world at the end of a month.</summary>
    Task RecordPanel(WorldBatch batch, Month month, int world, Enterprise[] states);

    /// <summary>Recorded fingerprints at the end of the batch, by world; null: none.</summary>
    Task<Fingerprint[]?> Prints(WorldBatch batch);

    /// <summary>Records the fingerprints at the end of the batch, by world.</summary>
    Task RecordPrints(WorldBatch batch, Fingerprint[] prints);
}

/// <summary>Checkpoints of a run: the state of the whole batch at the end of some months.</summary>
public interface ICheckpoints
{
    /// <summary>
    /// Begins the batch from the newest intact checkpoint not later than the month, or at month zero.
    /// </summary>
    /// <returns>The month after which the batch continues.</returns>
    Task<Month> Begin(RunMaterials materials, WorldBatch batch, bool watch, Month notLater, CancellationToken cancel = default);

    /// <summary>Saves the batch after the month just simulated; all older checkpoints but one may be deleted.</summary>
    Task Save(WorldBatch batch, MonthOutput output, Macroeconomy economy, CancellationToken cancel = default);

    /// <summary>Marks the batch as complete: its checkpoints may be deleted.</summary>
    Task Done(WorldBatch batch);
}
