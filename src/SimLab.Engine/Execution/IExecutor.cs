using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Markets;
using SimLab.Model.Messages;

namespace SimLab.Engine.Execution;

/// <summary>What one month of a wave leaves behind for those who watch.</summary>
/// <param name="Macro">The news it was lived under.</param>
/// <param name="Cells">Tallies by district, see <see cref="Tally"/>.</param>
/// <param name="Events">Events by district, in order of enterprise and world.</param>
/// <param name="Ledger">Ledger lines of watched worlds by district.</param>
/// <param name="Costs">Public cost that arose in markets.</param>
/// <param name="InTransit">Paid in by chain leaders and not yet paid out, and claims of closed suppliers, by world, fen.</param>
public sealed record MonthOutput(
    MacroState Macro, long[][] Cells, FirmEvent[][] Events, LedgerLine[][] Ledger, MarketCost[] Costs, InTransitAccount[] InTransit);

/// <summary>
/// One way of living a run: by grains, or in a bare loop. Both must give the same bits. Cancelled in the middle of a step, an
/// executor stops soon and stands nowhere: it must be begun again before it lives another month.
/// </summary>
public interface IExecutor : IAsyncDisposable
{
    /// <summary>Puts every enterprise at month zero in all worlds of the wave, or where the snapshot left it.</summary>
    Task Begin(RunMaterials materials, WorldBatch batch, bool watch, Snapshot? from = null, CancellationToken cancel = default);

    /// <summary>The wave as it stands after the month just lived.</summary>
    /// <param name="taken">What <see cref="Step"/> gave for that month.</param>
    /// <param name="province">Which has closed the month.</param>
    /// <param name="cancel">Stops the step.</param>
    Task<Snapshot> Save(MonthOutput taken, Macroeconomy province, CancellationToken cancel = default);

    /// <summary>Lives the month and settles its markets.</summary>
    Task<MonthOutput> Step(MacroState news, CancellationToken cancel = default);

    /// <summary>Fingerprint of all enterprises, by world of the wave.</summary>
    Task<Fingerprint[]> Finish(CancellationToken cancel = default);

    /// <summary>States of all enterprises of one world, for the panel; in order of number.</summary>
    Task<Model.Enterprises.Enterprise[]> Inspect(int world, CancellationToken cancel = default);

    /// <summary>Grain calls made so far; 0 for the bare loop.</summary>
    long GrainCalls { get; }
}
