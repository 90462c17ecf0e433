namespace SimLab.Model.Populations;

/// <summary>From shares and margins to whole firms.</summary>
internal static class Fitting
{
    /// <summary>
    /// Iterative proportional fitting (Deming and Stephan 1940): the table nearest to the seed whose rows and columns come to
    /// the given margins. Margins with different sums are met in the columns' total.
    /// </summary>
    public static double[][] Fit(Func<int, int, double> seed, double[] rows, double[] columns)
    {
        const int rounds = 60;
        var scale = columns.Sum() / rows.Sum();
        var table = new double[rows.Length][];
        for (var r = 0; r < rows.Length; r++)
        {
            table[r] = new double[columns.Length];
            for (var c = 0; c < columns.Length; c++) table[r][c] = seed(r, c);
        }
        for (var round = 0; round < rounds; round++)
        {
            for (var r = 0; r < rows.Length; r++)
            {
                var sum = table[r].Sum();
                var factor = sum > 0 ? rows[r] * scale / sum : 0;
                for (var c = 0; c < columns.Length; c++) table[r][c] *= factor;
            }
            for (var c = 0; c < columns.Length; c++)
            {
                var sum = 0.0;
                for (var r = 0; r < rows.Length; r++) sum += table[r][c];
                var factor = sum > 0 ? columns[c] / sum : 0;
                for (var r = 0; r < rows.Length; r++) table[r][c] *= factor;
            }
        }
        return table;
    }

    /// <summary>Divides whole things in proportion: each share rounded down, the rest to the largest remainders, ties to the first.</summary>
    public static int[] WholeNumbers(IReadOnlyList<double> shares, int total)
    {
        var sum = shares.Sum();
        var whole = new int[shares.Count];
        if (sum <= 0) return whole;
        var remainder = new double[shares.Count];
        var left = total;
        for (var i = 0; i < whole.Length; i++)
        {
            var exact = shares[i] / sum * total;
            whole[i] = (int)Math.Floor(exact);
            remainder[i] = exact - whole[i];
            left -= whole[i];
        }
        foreach (var i in Enumerable.Range(0, whole.Length).OrderByDescending(i => remainder[i]).ThenBy(i => i).Take(left)) whole[i]++;
        return whole;
    }

    /// <summary>Whole numbers for a fitted table, cell by cell.</summary>
    public static int[][] WholeTable(double[][] table)
    {
        var columns = table[0].Length;
        var flat = WholeNumbers([.. table.SelectMany(row => row)], (int)Math.Round(table.Sum(row => row.Sum())));
        return [.. table.Select((_, r) => flat[(r * columns)..((r + 1) * columns)])];
    }

    /// <summary>The first of an order that together stand for no more firms than the quota; one too heavy for what is left is passed over.</summary>
    public static IEnumerable<Draft> UpTo(Draft[] order, double quota)
    {
        var left = Math.Round(quota);
        foreach (var draft in order)
        {
            if (draft.Weight > left) continue;
            left -= draft.Weight;
            yield return draft;
        }
    }

    /// <summary>
    /// All candidates with a positive weight, in an order drawn so that a prefix is a weighted sample without replacement
    /// (Efraimidis and Spirakis 2006).
    /// </summary>
    public static Draft[] Lottery(IEnumerable<Draft> candidates, Func<Draft, double> weight, PopulationLuck luck, Matter matter) =>
        [.. candidates
            .Select(d => (Draft: d, Weight: weight(d)))
            .Where(x => x.Weight > 0)
            .OrderBy(x => luck.Waiting(x.Draft.Id, matter) / x.Weight)
            .ThenBy(x => x.Draft.Id)
            .Select(x => x.Draft)];
}
