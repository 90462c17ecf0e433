using SimLab.Model;
using SimLab.Model.Messages;
using SimLab.Model.Policies;

namespace SimLab.Engine.Execution;

/// <summary>
/// Province totals of every world and month of a run, month zero included; targets, tables and the result hash derive
/// from them. A row has the columns of <see cref="Tally"/>: indicators, then public costs by number of the
/// measure; fen, firms, people.
/// </summary>
public sealed class RunSeries
{
    private readonly long[][][] _rows;                     // arm × replicate, month from zero, column

    /// <summary>Series with month zero and the prefix; other months are added as they are simulated.</summary>
    /// <param name="materials">Plan and population.</param>
    /// <param name="prefix">Months common to all arms, simulated with one arm; null: none.</param>
    public RunSeries(RunMaterials materials, RunSeries? prefix = null)
    {
        (Plan, Measures) = (materials.Plan, materials.Measures);
        if (prefix is not null) CheckSame(prefix.Measures, Measures);
        long[][] zero = prefix is null ? [.. Plan.Arms.Select((_, arm) => RowAtMonthZero(materials, arm))] : [];
        _rows = new long[Plan.Arms.Length * Plan.Replicates][][];
        for (var i = 0; i < _rows.Length; i++)
        {
            _rows[i] = new long[Plan.Months + 1][];
            if (prefix is null) _rows[i][0] = zero[i / Plan.Replicates];
            else prefix._rows[i % Plan.Replicates].CopyTo(_rows[i], 0);
        }
    }

    private RunSeries(RunPlan plan, MeasureIndex measures, long[][][] rows)
    {
        Plan = plan;
        Measures = measures;
        _rows = rows;
    }

    /// <summary>
    /// Joins the arms of runs with the same start, months, seed and replicates, as if one run had simulated them.
    /// </summary>
    /// <exception cref="InvalidOperationException">The runs differ in one of these.</exception>
    public static RunSeries Together(params RunSeries[] runs)
    {
        var first = runs[0].Plan;
        if (runs.Any(run =>
            (run.Plan.Start, run.Plan.Months, run.Plan.Replicates, run.Plan.Seed) != (
            first.Start, first.Months, first.Replicates, first.Seed)))
            throw new InvalidOperationException(
                "Bug in SimLab: these runs cannot be compared, they do not share their months and their luck.");
        foreach (var run in runs) CheckSame(runs[0].Measures, run.Measures);
        var arms = runs.SelectMany(run =>
            run.Plan.Arms.Select((arm, i) => arm with { Behaviour = run.Plan.BehaviourOf(i), Macro = run.Plan.MacroOf(i) }));
        return new(first with { Arms = [.. arms] }, runs[0].Measures, [.. runs.SelectMany(run => run._rows)]);
    }

    public RunPlan Plan { get; }

    /// <summary>The measures, by number: the order of the public costs of a row.</summary>
    public MeasureIndex Measures { get; }

    /// <summary>
    /// Control-variate correction of one arm: this + (to − from), number by number, with "to − from" interpolated at λ
    /// between two pairs of series. All series have one arm and the same months and replicates.
    /// </summary>
    /// <param name="none">Pair at λ = 0.</param>
    /// <param name="whole">Pair at λ = 1.</param>
    /// <param name="part">Numerator and denominator of λ.</param>
    public RunSeries Moved((RunSeries From, RunSeries To) none, (RunSeries From, RunSeries To) whole, (int Of, int In) part)
    {
        var rows = new long[_rows.Length][][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new long[_rows[i].Length][];
            for (var month = 0; month < rows[i].Length; month++)
            {
                var row = rows[i][month] = [.. _rows[i][month]];
                // Public cost is scaled, not shifted: a measure that is off must not be left with a cost.
                for (var column = Indicators.Count; column < row.Length; column++)
                    if (whole.From._rows[i][month][column] is not 0 and var from) row[column] = (long)(
                        (Int128)row[column] * whole.To._rows[i][month][column] / from);
                for (var column = 0; column < Indicators.Count; column++)
                {
                    var atNone = none.To._rows[i][month][column] - none.From._rows[i][month][column];
                    var atWhole = whole.To._rows[i][month][column] - whole.From._rows[i][month][column];
                    row[column] += atNone + (long)((Int128)(atWhole - atNone) * part.Of / part.In);
                }
            }
        }
        return new(Plan, Measures, rows);
    }

    /// <summary>Series of one arm.</summary>
    public RunSeries Arm(int arm) => new(
        Plan with { Arms = [Plan.Arms[arm]], Behaviour = Plan.BehaviourOf(arm), Macro = Plan.MacroOf(arm) },
            Measures, _rows[(arm * Plan.Replicates)..((arm + 1) * Plan.Replicates)]);

    /// <summary>Totals of one world and month: indicators, then public costs by number of the measure.</summary>
    /// <param name="arm">Index of the arm.</param>
    /// <param name="replicate">Index of the replicate.</param>
    /// <param name="month">Month zero (the one before the start) to the last month.</param>
    public ReadOnlySpan<long> Row(int arm, int replicate, Month month) => _rows[arm * Plan.Replicates + replicate][month - Plan.Start + 1];

    /// <summary>Value of an indicator in one world and month: fen, firms or people.</summary>
    public long Value(int arm, int replicate, Month month, Indicator indicator) => Row(arm, replicate, month)[(int)indicator];

    /// <summary>Sum of a flow from the first month to the last, both included.</summary>
    public long Sum(int arm, int replicate, Month first, Month last, Indicator indicator) =>
        Sum(arm, replicate, first, last, (int)indicator);

    /// <summary>
    /// An indicator over months in the unit shown to people: a flow summed from the first month to the last, both included, a
    /// stock at the last.
    /// </summary>
    public double Over(int arm, int replicate, Month first, Month last, Indicator indicator) =>
        (Indicators.IsFlow(indicator) ? Sum(arm, replicate, first, last, indicator) : Value(arm, replicate, last, indicator))
            / Indicators.PerShownUnit(indicator);

    /// <summary>Public cost of a measure from the first month to the last, both included, fen; 0 where the run lacks it.</summary>
    public long Cost(int arm, int replicate, Month first, Month last, MeasureId measure) =>
        Measures.Find(measure) is { } number ? Sum(arm, replicate, first, last, Indicators.Count + number) : 0;

    /// <summary>Public cost of all measures from the first month to the last, both included, fen.</summary>
    public long Cost(int arm, int replicate, Month first, Month last)
    {
        long sum = 0;
        for (var number = 0; number < Measures.Count; number++) sum += Sum(arm, replicate, first, last, Indicators.Count + number);
        return sum;
    }

    /// <summary>Whether the series includes the month; month zero counts.</summary>
    public bool Covers(Month month) => month >= Plan.Start - 1 && month <= Plan.LastMonth;

    internal void Add(RunMaterials materials, WorldBatch batch, MonthOutput output)
    {
        for (var arm = 0; arm < batch.Arms; arm++)
        {
            for (var i = 0; i < batch.Replicates; i++)
            {
                var replicate = batch.FirstReplicate + i;
                var world = batch.World(arm, replicate);
                var row = new long[Width];
                foreach (var cells in output.Cells) AddUp(cells, world, batch.Worlds, row);
                _rows[arm * Plan.Replicates + replicate][output.Macro.Month - Plan.Start + 1] = row;
            }
        }
        foreach (var cost in output.Costs)
        {
            var line = cost.World / batch.Replicates * Plan.Replicates + batch.FirstReplicate + cost.World % batch.Replicates;
            _rows[line][output.Macro.Month - Plan.Start + 1][Indicators.Count + cost.Measure] += cost.Amount;
        }
    }

    private int Width => Tally.WidthFor(Measures.Count);

    private long Sum(int arm, int replicate, Month first, Month last, int column)
    {
        long sum = 0;
        for (var month = first; month <= last; month += 1) sum += Row(arm, replicate, month)[column];
        return sum;
    }

    private static void CheckSame(MeasureIndex one, MeasureIndex other)
    {
        if (!one.Ids.SequenceEqual(other.Ids))
            throw new InvalidOperationException("Bug in SimLab: these runs number their measures differently.");
    }

    private static void AddUp(long[] cells, int world, int worlds, Span<long> row)
    {
        for (var industry = 0; industry < Places.Industries; industry++)
        {
            var cell = cells.AsSpan((industry * worlds + world) * row.Length, row.Length);
            for (var column = 0; column < row.Length; column++) row[column] += cell[column];
        }
    }

    private long[] RowAtMonthZero(RunMaterials materials, int arm)
    {
        var row = new long[Width];
        foreach (var cells in materials.CellsAtMonthZeroOf(arm)) AddUp(cells, 0, 1, row);
        return row;
    }
}
