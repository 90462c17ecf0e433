using SimLab.Engine.Execution;

namespace SimLab.Engine.Recording;

/// <summary>events.parquet: what happened to firms, in all worlds; amounts in fen of one firm, whatever its weight.</summary>
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

    public async Task Keep(Wave wave, MonthTaken taken)
    {
        var month = Names.Number(taken.News.Month);
        foreach (var happenings in taken.Happenings)
        {
            foreach (ref readonly var happening in happenings.AsSpan())
            {
                _month.Add(month);
                _arm.Add(materials.Plan.Arms[wave.ArmOf(happening.World)].Name);
                _replicate.Add(wave.ReplicateOf(happening.World));
                _enterprise.Add(happening.Enterprise);
                _kind.Add(Names.Events[(int)happening.Kind]);
                _which.Add(Names.Which(happening));
                _amount.Add(happening.Amount);
            }
        }
        await _table.FlushIfFull();
    }
}
