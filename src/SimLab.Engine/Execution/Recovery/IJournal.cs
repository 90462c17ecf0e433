using SimLab.Model.Economy;
using SimLab.Model;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Execution.Recovery;

/// <summary>
/// What a run has told, kept outside the processes that live it. What is kept twice is the same twice, or the run is not
/// what it was: an error.
/// </summary>
public interface IJournal
{
    /// <summary>The month as it was told; null: it was not, or what is kept of it is damaged.</summary>
    Task<MonthOutput?> Month(RunMaterials materials, WorldBatch batch, Month month);

    Task Record(RunMaterials materials, WorldBatch batch, MonthOutput taken);

    /// <summary>States of a world at the end of a month, where they were looked at.</summary>
    Task<Enterprise[]?> Panel(WorldBatch batch, Month month, int world);

    Task RecordPanel(WorldBatch batch, Month month, int world, Enterprise[] states);

    /// <summary>Fingerprints at the end of the wave.</summary>
    Task<Fingerprint[]?> Prints(WorldBatch batch);

    Task RecordPrints(WorldBatch batch, Fingerprint[] prints);
}

/// <summary>Where a run can be taken up again: the whole wave as it stood at the end of some months.</summary>
public interface ICheckpoints
{
    /// <summary>Begins the wave from the newest whole checkpoint that is not later than the month, or at month zero.</summary>
    /// <returns>The month after which it goes on.</returns>
    Task<Month> Begin(RunMaterials materials, WorldBatch batch, bool watch, Month notLater, CancellationToken cancel = default);

    /// <summary>Keeps the wave as it stands after the month just lived; older ones but one may go.</summary>
    Task Save(WorldBatch batch, MonthOutput taken, Macroeconomy province, CancellationToken cancel = default);

    /// <summary>The wave is over: nobody will take it up again.</summary>
    Task Done(WorldBatch batch);
}
