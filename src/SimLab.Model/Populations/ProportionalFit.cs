using System.Globalization;

namespace SimLab.Model.Populations;

/// <summary>
/// Iterative proportional fitting (Deming and Stephan 1940) over any number of margins: the table nearest to the seed
/// that meets them all. A cell whose seed is zero stays empty. It ends when every total is met to a millionth, or
/// reports the totals that are not.
/// </summary>
internal static class ProportionalFit
{
    private const double NearEnough = 1e-6;                // of a total, or of one firm where the total is smaller
    private const int MostRounds = 2_000;
    private const int MostListed = 3;

    /// <param name="seed">By cell: 0 where no firm can be, else the relative odds of a firm.</param>
    /// <param name="margins">Totals that the cells must meet.</param>
    public static double[] Fit(double[] seed, IReadOnlyList<Margin> margins)
    {
        double[] table = [.. seed];
        foreach (var margin in margins) RequireCells(margin, margin.SumsOf(table));
        for (var round = 0; round < MostRounds; round++)
        {
            var worst = 0.0;
            foreach (var margin in margins) worst = Math.Max(worst, Scale(table, margin));
            if (worst <= NearEnough) return table;
        }
        throw Contradiction(table, margins);
    }

    /// <summary>Scales every group to its total; returns the largest miss before scaling.</summary>
    private static double Scale(double[] table, Margin margin)
    {
        var factors = margin.SumsOf(table);
        var worst = 0.0;
        for (var group = 0; group < factors.Length; group++)
        {
            worst = Math.Max(worst, Miss(factors[group], margin.Totals[group]));
            factors[group] = factors[group] > 0 ? margin.Totals[group] / factors[group] : 0;
        }
        for (var cell = 0; cell < table.Length; cell++)
            if (margin.Groups[cell] >= 0) table[cell] *= factors[margin.Groups[cell]];
        return worst;
    }

    private static double Miss(double sum, double total) => Math.Abs(sum - total) / Math.Max(1, total);

    private static void RequireCells(Margin margin, double[] sums)
    {
        for (var group = 0; group < sums.Length; group++)
            if (sums[group] == 0 && margin.Totals[group] > 0)
                throw new PopulationMismatchException(margin.Key,
                    $"{margin.Key} asks for {margin.Totals[group]:0.#} firms in {margin.NameOf(group)}, but none can be there. Set it to "
                        + $"0, or give firms to its regions and industries.");
    }

    private static PopulationMismatchException Contradiction(double[] table, IReadOnlyList<Margin> margins)
    {
        var missed = margins
            .SelectMany(margin => margin.SumsOf(table).Select((sum, group) => (margin, group, sum, total: margin.Totals[group])))
            .Where(x => Miss(x.sum, x.total) > NearEnough)
            .OrderByDescending(x => Math.Abs(x.sum - x.total))
            .ToArray();
        var listed = WordList.Listed(missed.Take(MostListed).Select(x => Sentence.Of(
            $"{x.margin.Key} asks for {x.total:0.#} firms in {x.margin.NameOf(x.group)} and gets {x.sum:0.#} "
                + $"({x.sum - x.total:+0.#;-0.#})")));
        return new(missed[0].margin.Key,
            missed.Length > MostListed
                ? Sentence.Of($"These totals contradict others of the recipe: {listed}, and {missed.Length - MostListed} more. "
                    + $"Change one of them, or what they share firms with.")
                : $"These totals contradict others of the recipe: {listed}. Change one of them, or what they share firms with.");
    }
}
