using SimLab.Model.Enterprises;

namespace SimLab.Model.Populations;

/// <summary>
/// Yearly sales and staff. Every size is a quantile: firms of a kind are ranked at random, and the rank gives a
/// quantile of that kind's distribution, so that totals do not depend on a few extreme draws.
/// </summary>
internal static class Sizes
{
    public static void Draw(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        DrawLarge(drafts, recipe, draws);
        DrawRoster(drafts, recipe, draws);
        DrawNurture(drafts, recipe, draws);
        DrawInnovative(drafts, recipe, draws);
        DrawOrdinary(drafts, recipe, draws);
        foreach (var draft in drafts.Where(d => !d.Vacant)) draft.State.Staff = Staff(draft, recipe, draws);
    }

    // Zipf's tail over the giants, scaled to the roster's sales less those of its SMEs.
    private static void DrawLarge(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        var industrial = Ranked(drafts.Where(d => d.Large && d.Industry.IsIndustrial()), draws, d =>
            d.Industry == Industry.Manufacturing
                ? recipe.Regions.LargestManufacturers.Of(d.Region) : recipe.Sizes.OthersLargest.Value);
        var total = recipe.Sizes.RosterSales.Value * 1e8 * (1 - recipe.Sizes.RosterSmeShare.Value);
        double[] shape = [
            .. industrial.Select((_, n) => PortableMath.Pow(industrial.Length - n - 0.5, -1 / recipe.Sizes.TailExponent.Value))];
        for (var n = 0; n < industrial.Length; n++)
        {
            industrial[n].Sales = total * shape[n] / shape.Sum();
            var least = LargeFrom.In(industrial[n].Industry, recipe.At).Sales;
            if (industrial[n].Sales < least)
                throw new PopulationMismatchException("firms.largeIndustrial",
                    $"{industrial.Length} large industrial firms share {total / 1e8:0} hundred million yuan of sales, which leaves the "
                        + $"smallest {industrial[n].Sales:0}, "
                    + $"below the {least:0} a large firm sells. Lower firms.largeIndustrial or sizes.rosterSmeShare.");
        }

        foreach (var draft in drafts.Where(d => d.Large && !d.Industry.IsIndustrial()))
        {
            var from = LargeFrom.In(draft.Industry, recipe.At).Sales;
            draft.Sales = (from > 0 ? from : recipe.Sizes.LargeWithoutBound.Value) * draws.Between(
                draft.Id, InitialDrawId.SizePlace, recipe.Sizes.LargeServicesFrom.Value, recipe.Sizes.LargeServicesTo.Value);
        }
    }

    private static void DrawRoster(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        var firms = Ranked(drafts.Where(d => d.Stratum == Stratum.AboveScale && !d.Large), draws,
            d => d.LittleGiant ? recipe.Sizes.LittleGiantRank.Value : d.Specialised ? recipe.Sizes.SpecialisedRank.Value : 1);
        var sizes = RosterTail.Fit(recipe.Sizes, firms.Length);
        for (var n = 0; n < firms.Length; n++) firms[n].Sales = sizes.At(Place(firms, n, draws));

        // The few largest still depend on random draws: sales above the threshold are scaled to the total.
        var from = recipe.Sizes.RosterThreshold.Value;
        var wanted = recipe.Sizes.RosterSales.Value * 1e8 * recipe.Sizes.RosterSmeShare.Value;
        var stretch = (wanted - from * firms.Length) / firms.Sum(d => d.Sales - from);
        foreach (var draft in firms) draft.Sales = Math.Min(recipe.Sizes.SmeCeiling.Value, from + (draft.Sales - from) * stretch);
    }

    private static void DrawNurture(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        var firms = Ranked(drafts.Where(d => d.Stratum == Stratum.Nurture), draws, _ => 1);
        for (var n = 0; n < firms.Length; n++)
            firms[n].Sales = Pareto(
                Place(firms, n, draws), recipe.Sizes.NurtureFrom.Value, Ceiling(firms[n], recipe), recipe.Sizes.TailExponent.Value);
    }

    private static void DrawInnovative(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        var spread = recipe.Sizes.InnovativeSpread.Value;
        foreach (var draft in drafts.Where(d => d.Stratum == Stratum.Innovative))
        {
            var place = draws.Uniform(draft.Id, InitialDrawId.SizePlace);
            var ceiling = Ceiling(draft, recipe);
            // A specialised SME sells 10 million yuan or more (63号, gansu.md A7); a little giant 50 million or more.
            draft.Sales = draft switch
            {
                { LittleGiant: true } => Pareto(place, 5e7, ceiling, recipe.Sizes.TailExponent.Value),
                { Specialised: true } => Pareto(place, 1e7, ceiling, recipe.Sizes.TailExponent.Value),
                _ => TruncatedLognormal(
                    place, draft.HighTech ? recipe.Sizes.HighTechMedian.Value : recipe.Sizes.InnovativeMedian.Value, spread, ceiling),
            };
        }
    }

    private static void DrawOrdinary(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        var groups = drafts.Where(d => d.Stratum == Stratum.Ordinary && !d.Large && !d.Vacant).GroupBy(d => (d.Industry, d.Band));
        foreach (var group in groups)
        {
            var firms = Ranked(group, draws, _ => 1);
            var (low, high) = Strata.Quantiles(group.Key.Band, recipe.Composition);
            for (var n = 0; n < firms.Length; n++)
                firms[n].Sales = OrdinarySales(low + (high - low) * Place(firms, n, draws), firms[n], recipe);
        }
    }

    // A lognormal body and a power-law tail, cut where the firm would be large or, in industry, in the nurture pool.
    private static double OrdinarySales(double place, FirmBuilder draft, PopulationRecipe recipe)
    {
        var sizes = recipe.Sizes;
        var median = recipe.Industries.OrdinaryMedian.Of(draft.Industry);
        var ceiling = Ceiling(draft, recipe);
        var tailAt = 1 - sizes.OrdinaryTailShare.Value;
        var tailFrom = median * PortableMath.Exp(sizes.OrdinarySpread.Value * InitialDraws.InverseNormal(tailAt));
        if (tailFrom >= ceiling) return TruncatedLognormal(place, median, sizes.OrdinarySpread.Value, ceiling);
        return place <= tailAt
            ? median * PortableMath.Exp(sizes.OrdinarySpread.Value * InitialDraws.InverseNormal(Math.Max(place, 1e-4)))
            : Pareto((place - tailAt) / (1 - tailAt), tailFrom, ceiling, sizes.TailExponent.Value);
    }

    private static double Ceiling(FirmBuilder draft, PopulationRecipe recipe)
    {
        if (draft.Stratum == Stratum.Nurture) return recipe.Sizes.NurtureTo.Value;
        if (draft.Industry.IsIndustrial()) return recipe.Sizes.BelowThreshold.Value * (
            draft.Stratum == Stratum.Ordinary ? recipe.Sizes.NurtureFrom : recipe.Sizes.RosterThreshold).Value;
        var large = LargeFrom.In(draft.Industry, recipe.At).Sales;
        return large > 0 ? recipe.Sizes.BelowLarge.Value * large : recipe.Sizes.LargeWithoutBound.Value;
    }

    private static int Staff(FirmBuilder draft, PopulationRecipe recipe, InitialDraws draws)
    {
        var perWorker = recipe.Industries.SalesPerWorker.Of(draft.Industry)
            * PortableMath.Pow(draft.Sales / 1e7, recipe.Sizes.ProductivityRise.Value)
            * draws.Factor(draft.Id, InitialDrawId.Productivity, recipe.Sizes.ProductivitySpread.Value);
        var staff = Math.Max(1, (int)Math.Round(draft.Sales / perWorker));
        var large = LargeFrom.In(draft.Industry, recipe.At).Staff;
        if (draft.Large) return Math.Max(staff, (int)(large * recipe.Sizes.LargeStaff.Value));
        return large > 0 ? Math.Min(staff, large - 1) : staff;
    }

    /// <summary>Firms in random order, smallest first; favoured firms rank higher.</summary>
    private static FirmBuilder[] Ranked(IEnumerable<FirmBuilder> firms, InitialDraws draws, Func<FirmBuilder, double> favour) =>
        [.. firms.OrderBy(d => PortableMath.Pow(draws.Uniform(d.Id, InitialDrawId.SizeRank), 1 / favour(d))).ThenBy(d => d.Id)];

    private static double Place(FirmBuilder[] ranked, int n, InitialDraws draws) =>
        (n + draws.Uniform(ranked[n].Id, InitialDrawId.SizePlace)) / ranked.Length;

    /// <summary>Quantile of a Pareto distribution cut at a ceiling.</summary>
    internal static double Pareto(double place, double from, double ceiling, double exponent)
    {
        var beyond = PortableMath.Pow(from / ceiling, exponent);
        return from * PortableMath.Pow(1 - place * (1 - beyond), -1 / exponent);
    }

    private static double TruncatedLognormal(double place, double median, double spread, double ceiling)
    {
        var top = NormalShare(PortableMath.Log(ceiling / median) / spread);
        return Math.Min(ceiling, median * PortableMath.Exp(spread * InitialDraws.InverseNormal(Math.Clamp(place * top, 1e-4, 1 - 1e-9))));
    }

    // Logistic approximation of the normal distribution function (Bowling et al. 2009), error below 1.4e-4: enough to
    // place a cut.
    private static double NormalShare(double z) => 1 / (1 + PortableMath.Exp(-1.5976 * z - 0.07056 * z * z * z));
}
