namespace SimLab.Model.Populations;

/// <summary>Whole numbers of firms from shares, and weighted selection of firms.</summary>
internal static class Fitting
{
    /// <summary>
    /// Divides a whole number in proportion (largest remainder): shares are rounded down, the rest goes to the largest
    /// remainders, ties to the first.
    /// </summary>
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

    /// <summary>
    /// The first firms of an order that together represent no more firms than the quota; firms too heavy for the rest
    /// are skipped.
    /// </summary>
    public static IEnumerable<FirmBuilder> UpTo(FirmBuilder[] order, double quota)
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
    /// All candidates with a positive weight, in an order drawn so that a prefix is a weighted sample without
    /// replacement (Efraimidis and Spirakis 2006).
    /// </summary>
    public static FirmBuilder[] Lottery(
        IEnumerable<FirmBuilder> candidates, Func<FirmBuilder, double> weight, InitialDraws draws, InitialDrawId draw) =>
        [.. candidates
            .Select(d => (Draft: d, Weight: weight(d)))
            .Where(x => x.Weight > 0)
            .OrderBy(x => draws.Waiting(x.Draft.Id, draw) / x.Weight)
            .ThenBy(x => x.Draft.Id)
            .Select(x => x.Draft)];
}
