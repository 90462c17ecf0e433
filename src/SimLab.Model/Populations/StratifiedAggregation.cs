namespace SimLab.Model.Populations;

/// <summary>
/// Stratified aggregation to a reduced population for experiments: fewer firms with larger weights that represent the
/// same province.
/// 1. large firms are unchanged, since chains depend on them;
/// 2. the others are grouped into classes of stratum, titles and size band, and sorted in each class by industry, chain
/// and sales;
/// 3. neighbours in that order are merged into one firm: the middle one, with the weight of all and their mean sales
/// and staff.
/// So the numbers of firms, title holders and vacant slots are exact in every class, and so are sales. Aggregation
/// precedes the supply network and the balance sheets, so links are whole and R&amp;D and loans meet the recipe's
/// totals.
/// </summary>
internal static class StratifiedAggregation
{
    /// <param name="drafts">In order of id; their weights, sales and staff are changed.</param>
    /// <param name="wanted">Approximate number of firms to leave.</param>
    /// <param name="shape">Gives the worth of a firm that represents itself.</param>
    /// <returns>The remaining firms, renumbered in the same order.</returns>
    public static FirmBuilder[] To(FirmBuilder[] drafts, int wanted, CompositionShape shape)
    {
        var large = drafts.Where(d => d.Large).ToArray();
        var classes = drafts.Where(d => !d.Large)
            .GroupBy(d => (d.Stratum, d.HighTech, d.Specialised, d.LittleGiant, d.Vacant, d.Band))
            .OrderBy(c => c.Key)
            .Select(c => c.OrderBy(d => d.Industry).ThenBy(d => d.Chain).ThenBy(d => d.Sales).ThenBy(d => d.Id).ToArray())
            .ToArray();
        var room = wanted - large.Length;
        if (room < classes.Length)
            throw new PopulationMismatchException("firms.largeIndustrial",
                $"{wanted} enterprises are too few for a reduced population: {large.Length} large firms stand for themselves, and "
                    + $"{classes.Length} classes of others need one each at least. Ask for {large.Length + classes.Length} or more.");
        double Worth(FirmBuilder[] members) => members.Length * (members[0].OneToOne ? shape.WorthOfOneToOne.Value : 1);
        var worth = classes.Sum(Worth);
        FirmBuilder[] left = [
            .. large, .. classes.SelectMany(c => Merged(c, Math.Clamp((int)Math.Round(room * Worth(c) / worth), 1, c.Length)))];
        left = [.. left.OrderBy(d => d.Id)];
        for (var id = 0; id < left.Length; id++) left[id].Id = id;
        return left;
    }

    private static IEnumerable<FirmBuilder> Merged(FirmBuilder[] members, int left)
    {
        for (var n = 0; n < left; n++)
        {
            var group = members[(int)((long)members.Length * n / left)..(int)((long)members.Length * (n + 1) / left)];
            var chosen = group[group.Length / 2];
            var firms = group.Sum(d => d.Weight);
            chosen.Sales = group.Sum(d => d.Weight * d.Sales) / firms;
            chosen.State.Staff = (ushort)Math.Round(group.Sum(d => d.Weight * (double)d.State.Staff) / firms);
            chosen.Weight = firms;
            yield return chosen;
        }
    }
}
