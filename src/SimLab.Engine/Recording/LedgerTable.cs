using SimLab.Engine.Execution;

namespace SimLab.Engine.Recording;

/// <summary>
/// ledger.parquet: the measures applied to each form of each firm, field by field, in the watched worlds. Amounts as on
/// the form: yuan and shares.
/// </summary>
internal sealed class LedgerTable(RunMaterials materials)
{
    private readonly Column<int> _month = new("month");
    private readonly TextColumn _arm = new("arm");
    private readonly Column<int> _replicate = new("replicate");
    private readonly Column<int> _enterprise = new("enterprise");
    private readonly TextColumn _form = new("form");
    private readonly TextColumn _field = new("field");
    private readonly TextColumn _measure = new("measure");
    private readonly Column<double> _before = new("before");
    private readonly Column<double> _after = new("after");
    private readonly string[] _ids = [.. materials.Measures.Ids.Select(id => $"{id}")];
    private ParquetTable _table = null!;

    public async Task<ParquetTable> Create(string file) =>
        _table = await ParquetTable.Create(file, _month, _arm, _replicate, _enterprise, _form, _field, _measure, _before, _after);

    public async Task Add(WorldBatch batch, MonthOutput output)
    {
        var month = Names.Number(output.Macro.Month);
        foreach (var lines in output.Ledger)
        {
            foreach (ref readonly var line in lines.AsSpan())
            {
                _month.Add(month);
                _arm.Add(materials.Plan.Arms[batch.ArmOf(line.World)].Name);
                _replicate.Add(batch.ReplicateOf(line.World));
                _enterprise.Add(line.Enterprise);
                _form.Add(Names.Forms[(int)line.Form]);
                _field.Add(Names.FieldOf(line.Form, line.Field));
                _measure.Add(_ids[line.Measure]);
                _before.Add(line.Before);
                _after.Add(line.After);
            }
        }
        await _table.FlushIfFull();
    }
}
