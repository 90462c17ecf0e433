using SimLab.Engine.Execution;
using SimLab.Engine.Experiments.Running;
using SimLab.Engine.Recording;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Policies;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>
/// Changes that each measure made to firms' forms, by the ledger of the first replicate, summed by form and field: the
/// direct effect, before any reaction. Forms count with the firm's weight.
/// </summary>
internal sealed class DirectEffects : IRecorder
{
    private readonly SortedDictionary<(MeasureId Measure, string Form, string Field), (long Papers, double Change)> _sums = [];

    public static async Task<FindingsTable> Of(ArmPlan arm, WorldRunner worlds)
    {
        var effects = new DirectEffects();
        await worlds.Watch(arm, effects);
        var table = new FindingsTable(
            "direct", "Direct effects by the ledger of the first replicate: what each measure changed on firms' forms",
        [
            TableColumn.Text("id", "Id"), TableColumn.Text("measure", "Measure"), TableColumn.Text("form", "Form"),
                TableColumn.Text("field", "Field"),
            new("papers", "Papers, with the firm's weight"), new("change", "Sum of the changes, as on the form: yuan or shares"),
        ]);
        foreach (var ((id, form, field), (papers, change)) in effects._sums)
            table.Add($"{id}", arm.Ever.First(m => m.Clause.Id == id).Name, form, field, papers, change);
        return table;
    }

    public Task Record(RunMaterials materials, WorldBatch batch, MonthOutput output)
    {
        // Districts and lines come in a fixed order, so the sums are the same on any machine.
        foreach (var district in output.Ledger)
            foreach (var line in district)
            {
                var key = (materials.Measures.Ids[line.Measure], Names.Forms[(int)line.Form], Names.FieldOf(line.Form, line.Field));
                var (papers, change) = _sums.GetValueOrDefault(key);
                var weight = materials.Population.Firms[line.Enterprise].Weight;
                _sums[key] = (papers + weight, change + weight * (line.After - line.Before));
            }
        return Task.CompletedTask;
    }

    public Task RecordPanel(RunMaterials materials, Month month, int arm, int replicate, Enterprise[] states) => Task.CompletedTask;
}
