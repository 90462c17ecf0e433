using SimLab.Model;
using SimLab.Model.Enterprises;
using SimLab.Model.Papers;

namespace SimLab.Engine.Execution;

/// <summary>
/// Province totals of every world and month of a run, month zero included: what targets, tables and the result hash are
/// made of. Rows are laid out as in <see cref="Tally"/>: indicators, then public costs by clause; fen, firms, people.
/// </summary>
public sealed class Chronicle
{
    private readonly long[][][] _rows;                     // arm × replicate, month from zero, column

    /// <param name="materials">Plan and population.</param>
    /// <param name="trunk">Months that all arms have in common, as one arm lived them; null: none.</param>
    public Chronicle(RunMaterials materials, Chronicle? trunk = null)
    {
        Plan = materials.Plan;
        var zero = trunk is null ? MonthZero(materials) : [];
        _rows = new long[Plan.Arms.Length * Plan.Replicates][][];
        for (var i = 0; i < _rows.Length; i++)
        {
            _rows[i] = new long[Plan.Months + 1][];
            if (trunk is null) _rows[i][0] = zero;
            else trunk._rows[i % Plan.Replicates].CopyTo(_rows[i], 0);
        }
    }

    public RunPlan Plan { get; }

    /// <param name="arm">Index of the arm.</param>
    /// <param name="replicate">Index of the replicate.</param>
    /// <param name="month">Month zero (the one before the start) to the last month.</param>
    public ReadOnlySpan<long> Row(int arm, int replicate, Month month) => _rows[arm * Plan.Replicates + replicate][month - Plan.Start + 1];

    public long Value(int arm, int replicate, Month month, Indicator indicator) => Row(arm, replicate, month)[(int)indicator];

    /// <summary>Sum of a flow from the first month to the last, both included.</summary>
    public long Sum(int arm, int replicate, Month first, Month last, Indicator indicator)
    {
        long sum = 0;
        for (var month = first; month <= last; month += 1) sum += Value(arm, replicate, month, indicator);
        return sum;
    }

    /// <summary>Public cost of a measure over the months, fen.</summary>
    public long Cost(int arm, int replicate, Month first, Month last, int clause)
    {
        long sum = 0;
        for (var month = first; month <= last; month += 1) sum += Row(arm, replicate, month)[Indicators.Count + clause];
        return sum;
    }

    public bool Covers(Month month) => month >= Plan.Start - 1 && month <= Plan.LastMonth;

    internal void Keep(RunMaterials materials, Wave wave, MonthTaken taken)
    {
        for (var arm = 0; arm < wave.Arms; arm++)
        {
            for (var i = 0; i < wave.Replicates; i++)
            {
                var replicate = wave.FirstReplicate + i;
                var world = wave.World(arm, replicate);
                var row = new long[Tally.Width];
                foreach (var cells in taken.Cells) AddUp(cells, world, wave.Worlds, row);
                _rows[arm * Plan.Replicates + replicate][taken.News.Month - Plan.Start + 1] = row;
            }
        }
        foreach (var cost in taken.Costs)
        {
            var line = cost.World / wave.Replicates * Plan.Replicates + wave.FirstReplicate + cost.World % wave.Replicates;
            _rows[line][taken.News.Month - Plan.Start + 1][Indicators.Count + cost.Clause] += cost.Amount;
        }
    }

    private static void AddUp(long[] cells, int world, int worlds, Span<long> row)
    {
        for (var industry = 0; industry < Places.Industries; industry++)
        {
            var cell = cells.AsSpan((industry * worlds + world) * Tally.Width, Tally.Width);
            for (var column = 0; column < row.Length; column++) row[column] += cell[column];
        }
    }

    private static long[] MonthZero(RunMaterials materials)
    {
        var worlds = new World[] { new(0, 0, default, false) };
        var sheet = new NewsSheet { Month = materials.Plan.Start - 1, Commodity = [1], Totals = [new RegionTotals()] };
        var briefing = Province.Brief(materials, worlds, sheet);
        var tray = new Tray(1);
        var state = new Enterprise[1];
        for (var i = 0; i < materials.Population.Firms.Length; i++)
        {
            state[0] = materials.Population.Initial[i];
            var firm = materials.Population.Firms[i];
            EnterpriseMonth.CountOnly(in firm, state, briefing, tray);
        }
        var row = new long[Tally.Width];
        AddUp(tray.Tally.Cells, 0, 1, row);
        return row;
    }
}
