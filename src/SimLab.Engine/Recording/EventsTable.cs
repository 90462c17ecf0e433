using SimLab.Engine.Execution;
using SimLab.Model.Messages;

namespace SimLab.Engine.Recording;

/// <summary>
/// events.parquet: events of firms in all worlds, and their public money in the first replicate; amounts in fen of one firm,
/// unweighted.
/// </summary>
internal sealed class EventsTable(RunMaterials materials)
{
    private readonly Column<int> _month = new("month");
    private readonly TextColumn _arm = new("arm");
    private readonly Column<int> _replicate = new("replicate");
    private readonly Column<int> _enterprise = new("enterprise");
    private readonly TextColumn _kind = new("kind");
    private readonly TextColumn _which = new("which");
    private readonly Column<long> _amount = new("amount");
    private ParquetTable _table = null!;

    public async Task<ParquetTable> Create(string file) =>
        _table = await ParquetTable.Create(file, _month, _arm, _replicate, _enterprise, _kind, _which, _amount);

    public async Task Add(WorldBatch batch, MonthOutput output)
    {
        var month = Names.Number(output.Macro.Month);
        foreach (var firmEvents in output.Events)
        {
            foreach (ref readonly var firmEvent in firmEvents.AsSpan())
            {
                // As the ledger: in one replicate, or the table would double.
                var replicate = batch.ReplicateOf(firmEvent.World);
                if (firmEvent.Kind == EventKind.SupportReceived && replicate != batch.Watched) continue;
                _month.Add(month);
                _arm.Add(materials.Plan.Arms[batch.ArmOf(firmEvent.World)].Name);
                _replicate.Add(replicate);
                _enterprise.Add(firmEvent.Enterprise);
                _kind.Add(Names.Events[(int)firmEvent.Kind]);
                _which.Add(Names.Which(firmEvent, materials.Measures));
                _amount.Add(firmEvent.Amount);
            }
        }
        await _table.FlushIfFull();
    }
}
