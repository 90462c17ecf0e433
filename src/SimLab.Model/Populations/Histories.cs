using SimLab.Model.Enterprises;

namespace SimLab.Model.Populations;

/// <summary>Age of firms and their sales in the three closed years.</summary>
internal static class Histories
{
    public static void Simulate(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        GrowOld(drafts, recipe.History, draws);
        foreach (var draft in drafts.Where(d => !d.Vacant))
        {
            Sales(draft, recipe.History, draws);
            Stand(draft);
        }
    }

    /// <summary>Status that follows from age and sales: in business, on the roster, general taxpayer.</summary>
    public static void Stand(FirmBuilder draft)
    {
        draft.State.Set(Standing.Alive, true);
        draft.State.Set(Standing.AboveScale, draft.Stratum == Stratum.AboveScale);
        // Above 5 million yuan of sales in twelve months a firm must be a general taxpayer (财税〔2018〕33号, gansu.md A3).
        draft.State.Set(Standing.GeneralVat, draft.State.SalesLastYear > 500 * Fen.PerWan);
    }

    public static void GrowOld(FirmBuilder[] drafts, GrowthHistory history, InitialDraws draws)
    {
        foreach (var alike in drafts.Where(d => !d.Vacant).GroupBy(d => AgesOf(d, history)))
            GrowOld([.. alike], alike.Key, history.Oldest.Count, draws);
    }

    /// <summary>Youngest and mean age in months.</summary>
    private static (int Youngest, double Mean) AgesOf(FirmBuilder draft, GrowthHistory history) => (
        draft.HighTech || draft.Specialised ? history.YoungestTitleHolder.Count
            : draft.Large ? history.YoungestLarge.Count : draft.OneToOne ? history.YoungestOneToOne.Count : 1,
        12 * (draft.OneToOne || draft.Large ? history.OneToOneMeanAge : history.OrdinaryMeanAge).Value);

    // Ages are exponential, as under steady entry and exit. Like sizes, they are quantiles, so that the mean is met:
    // random draws decide which firms are older, not the distribution.
    private static void GrowOld(FirmBuilder[] alike, (int Youngest, double Mean) ages, int mostYears, InitialDraws draws)
    {
        var spare = Math.Max(1, ages.Mean - ages.Youngest);
        var firms = alike.Sum(d => (double)d.Weight);
        var younger = 0.0;
        foreach (var draft in alike.OrderBy(d => draws.Uniform(d.Id, InitialDrawId.Age)).ThenBy(d => d.Id))
        {
            var place = (younger + 0.5 * draft.Weight) / firms;
            younger += draft.Weight;
            draft.State.AgeMonths = (ushort)Math.Min(12 * mostYears, Math.Round(ages.Youngest - spare * PortableMath.Log(1 - place)));
        }
    }

    public static void Sales(FirmBuilder draft, GrowthHistory history, InitialDraws draws)
    {
        ref var s = ref draft.State;
        var spread = Math.Clamp(history.Spread.Value * PortableMath.Pow(draft.Sales / 1e7, -history.SpreadDecline.Value),
            history.LeastSpread.Value, history.MostSpread.Value);
        var bonus = draft.Titled ? history.GrowthOfTitleHolders.Value : 0;
        // Growth is limited: beyond that the Laplace tail would create unrealistic firms.
        var most = history.MostGrowth.Value;
        var lastYear = Math.Clamp(
            history.GrowthLastYear.Value + bonus + draws.Laplace(draft.Id, InitialDrawId.GrowthLastYear, spread), -most, most);
        var yearBefore = Math.Clamp(
            history.GrowthYearBefore.Value + bonus + draws.Laplace(draft.Id, InitialDrawId.GrowthYearBefore, spread), -most, most);

        var before = draft.Sales * PortableMath.Exp(-lastYear);
        s.SalesLastYear = Fen.FromYuan(draft.Sales * PartOfYear(s.AgeMonths, 0));
        s.SalesYearBefore = Fen.FromYuan(before * PartOfYear(s.AgeMonths, 1));
        s.SalesThirdYear = Fen.FromYuan(before * PortableMath.Exp(-yearBefore) * PartOfYear(s.AgeMonths, 2));
    }

    /// <summary>Share of a closed year, the given number of years back, in which the firm was in business.</summary>
    private static double PartOfYear(int ageMonths, int yearsBack) => Math.Clamp(ageMonths - 12 * yearsBack, 0, 12) / 12.0;
}
