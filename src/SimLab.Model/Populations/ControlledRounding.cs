namespace SimLab.Model.Populations;

/// <summary>
/// Deterministic controlled rounding of a fitted table to whole firms: every cell is rounded down; then, one firm at a
/// time, the cell that brings the totals nearest to their targets is rounded up; last, firms swap cells while that
/// helps. No cell changes by a whole firm or more.
/// </summary>
internal static class ControlledRounding
{
    private const int MostPasses = 20;

    public static int[] Round(double[] table, IReadOnlyList<Margin> margins)
    {
        int[] whole = [.. table.Select(value => (int)Math.Floor(value + 1e-9))];
        int[] open = [.. Enumerable.Range(0, table.Length).Where(cell => table[cell] - whole[cell] > 1e-9)];
        var scales = new Scales(whole, margins);
        var up = new bool[table.Length];
        while (Best(open, cell => up[cell] ? 0 : scales.Gain(cell, 1)) is { } cell) Move(cell);
        for (var pass = 0; pass < MostPasses && Exchange(); pass++) { }
        return whole;

        void Move(int cell)
        {
            var step = up[cell] ? -1 : 1;
            scales.Put(cell, step);
            whole[cell] += step;
            up[cell] = !up[cell];
        }

        // For each firm rounded up: would the totals be nearer with it elsewhere?
        bool Exchange()
        {
            var moved = false;
            foreach (var from in open.Where(cell => up[cell]).ToArray())
            {
                var loss = scales.Gain(from, -1);
                scales.Put(from, -1);
                var to = Best(open, cell => up[cell] || cell == from ? 0 : Math.Max(0, loss + scales.Gain(cell, 1)));
                scales.Put(from, 1);
                if (to is null && loss <= Scales.Least) continue;
                Move(from);
                if (to is { } other) Move(other);
                moved = true;
            }
            return moved;
        }
    }

    /// <summary>The cell with the largest gain, the first of equals; null: none gains.</summary>
    private static int? Best(int[] cells, Func<int, double> gain)
    {
        int? best = null;
        var most = Scales.Least;
        foreach (var cell in cells)
        {
            var here = gain(cell);
            if (here <= most) continue;
            (best, most) = (cell, here);
        }
        return best;
    }

    /// <summary>Deviation of all totals: the sum of squared misses, each over its total.</summary>
    private sealed class Scales
    {
        public const double Least = 1e-9;

        private readonly double[] _missing;                // by group, those of all margins in one row
        private readonly double[] _weights;
        private readonly int[][] _groups;                  // by cell
        private readonly double[] _costs;                  // of one firm in a cell where nothing is missing

        public Scales(int[] whole, IReadOnlyList<Margin> margins)
        {
            double[] table = [.. whole];
            _missing = [.. margins.SelectMany(margin => margin.SumsOf(table).Select((sum, group) => margin.Totals[group] - sum))];
            _weights = [.. margins.SelectMany(margin => margin.Totals.Select(total => margin.Weight / (1 + total)))];
            _groups = new int[whole.Length][];
            _costs = new double[whole.Length];
            for (var cell = 0; cell < whole.Length; cell++)
            {
                var (groups, first) = (new List<int>(), 0);
                foreach (var margin in margins)
                {
                    if (margin.Groups[cell] >= 0) groups.Add(first + margin.Groups[cell]);
                    first += margin.Totals.Length;
                }
                _groups[cell] = [.. groups];
                foreach (var group in groups) _costs[cell] += _weights[group];
            }
        }

        public double Gain(int cell, int step)
        {
            var sum = 0.0;
            foreach (var group in _groups[cell]) sum += _weights[group] * _missing[group];
            return 2 * step * sum - _costs[cell];
        }

        public void Put(int cell, int step)
        {
            foreach (var group in _groups[cell]) _missing[group] -= step;
        }
    }
}
