using SimLab.Model.Economy;
using SimLab.Model.Markets;
using SimLab.Model.Messages;

namespace SimLab.Engine.Execution;

/// <summary>Output of one month of a batch.</summary>
/// <param name="Macro">The macro state the month was simulated under.</param>
/// <param name="Cells">Tallies by district, see <see cref="Tally"/>.</param>
/// <param name="Events">Events by district, in order of enterprise and world.</param>
/// <param name="Ledger">Ledger lines of watched worlds by district.</param>
/// <param name="Costs">Public costs that arose in markets, fen.</param>
/// <param name="InTransit">Paid in by chain leaders and not yet paid out; claims of exited suppliers; by world,
/// fen.</param>
public sealed record MonthOutput(
    MacroState Macro, long[][] Cells, FirmEvent[][] Events, LedgerLine[][] Ledger, MarketCost[] Costs, InTransitAccount[] InTransit)
{
    /// <summary>Closes the month in the economy.</summary>
    /// <param name="economy">The economy.</param>
    /// <param name="state">The state that it made for the month.</param>
    public void Close(Macroeconomy economy, MacroState state) =>
        economy.Close(state, Cells, Costs.Select(cost => (cost.World, cost.Measure, cost.Amount)));
}

/// <summary>
/// Simulates a run, by grains or in a bare loop, with bit-identical results. A cancelled step stops soon and leaves no
/// valid state: the executor must begin again before the next month.
/// </summary>
public interface IExecutor : IAsyncDisposable
{
    /// <summary>
    /// Sets every enterprise to month zero in all worlds of the batch, or to its state in the snapshot.
    /// </summary>
    Task Begin(RunMaterials materials, WorldBatch batch, bool watch, Snapshot? from = null, CancellationToken cancel = default);

    /// <summary>Snapshot of the batch after the month just simulated.</summary>
    /// <param name="output">Output of <see cref="Step"/> for that month.</param>
    /// <param name="economy">The macroeconomy, with the month closed.</param>
    /// <param name="cancel">Cancels the call.</param>
    Task<Snapshot> Save(MonthOutput output, Macroeconomy economy, CancellationToken cancel = default);

    /// <summary>Simulates the month under the macro state and settles its markets.</summary>
    Task<MonthOutput> Step(MacroState macroState, CancellationToken cancel = default);

    /// <summary>Fingerprint of all enterprises, by world of the batch.</summary>
    Task<Fingerprint[]> Finish(CancellationToken cancel = default);

    /// <summary>States of all enterprises in one world of the batch, in order of number; for the panel.</summary>
    Task<Model.Enterprises.Enterprise[]> Inspect(int world, CancellationToken cancel = default);

    /// <summary>Grain calls made so far; 0 for the loop executor.</summary>
    long GrainCalls { get; }
}
