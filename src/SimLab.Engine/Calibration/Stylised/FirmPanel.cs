using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Messages;
using SimLab.Model.Populations;
using SimLab.Model.Rulebook;

namespace SimLab.Engine.Calibration.Stylised;

/// <summary>A firm at the end of a year, in one world.</summary>
public readonly record struct SeenFirm(Firm Firm, Enterprise State, SizeClass Size);

/// <summary>
/// Records the last arm of a run in its first replicate: all firms at year ends, taxable incomes near the cliff, and
/// firms refused a loan. The data for stylised facts.
/// </summary>
public sealed class FirmPanel : IRecorder
{
    private readonly Dictionary<Month, Enterprise[]> _ends = [];
    private readonly List<(Month Month, int Enterprise, double Taxable)> _taxed = [];
    private readonly HashSet<(int Year, int Enterprise)> _refused = [];

    /// <summary>The run's population.</summary>
    public Population Population { get; private set; } = null!;

    /// <summary>Recorded year ends, ascending.</summary>
    public IEnumerable<Month> YearEnds => _ends.Keys.Order();

    /// <summary>Taxable income of firms near the cliff, in yuan, with the firm's weight.</summary>
    public IEnumerable<(double Yuan, int Weight)> Taxed => _taxed.Select(t => (t.Taxable, Population.Firms[t.Enterprise].Weight));

    /// <summary>Whether the firm was refused a loan in that year.</summary>
    public bool WasRefused(int year, int enterprise) => _refused.Contains((year, enterprise));

    /// <summary>States at a year end, by enterprise.</summary>
    public Enterprise[] States(Month end) => _ends[end];

    /// <summary>Firms alive at a year end.</summary>
    public IEnumerable<SeenFirm> Alive(Month end) =>
        from pair in Population.Firms.Zip(_ends[end])
        where pair.Second.IsAlive
        select new SeenFirm(
            pair.First, pair.Second,
            SizeClasses.Of(pair.First.Industry, pair.Second.Staff, pair.Second.SalesLastYear, pair.Second.TotalAssets));

    public Task Record(RunMaterials materials, WorldBatch batch, MonthOutput output)
    {
        Population = materials.Population;
        if (batch.FirstReplicate != 0) return Task.CompletedTask;
        var world = batch.World(materials.Plan.Arms.Length - 1, 0);
        foreach (var line in output.Events.SelectMany(district => district).Where(line => line.World == world))
        {
            if (line.Kind == EventKind.TaxAssessed) _taxed.Add((output.Macro.Month, line.Enterprise, Fen.ToYuan(line.Amount)));
            if (line.Kind == EventKind.LoanRefused) _refused.Add((output.Macro.Month.Year, line.Enterprise));
        }
        return Task.CompletedTask;
    }

    public Task RecordPanel(RunMaterials materials, Month month, int arm, int replicate, Enterprise[] states)
    {
        if (replicate == 0 && arm == materials.Plan.Arms.Length - 1 && month.EndsYear) _ends[month] = [.. states];
        return Task.CompletedTask;
    }
}
