namespace SimLab.Model.Populations;

/// <summary>
/// Assets and claims of firms at month zero. A supplier's claim along its chain equals its customer's debt exactly.
/// </summary>
internal static class Balances
{
    internal const double HalfYearAhead = 1.03;             // assumption: growth of about 6 % a year

    public static void Draw(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        ShareOutPublicPurchases(drafts, recipe, draws);
        TradeCredit.ShareOutPurchases(drafts, recipe, draws);
        foreach (var draft in drafts.Where(d => !d.Vacant))
        {
            Own(draft, recipe, draws);
            MeetDemand(draft);
        }
        TradeCredit.GiveCredit(drafts, recipe.Balance);
    }

    // Sellers are drawn, and their shares scaled so that purchases of public bodies meet the total.
    private static void ShareOutPublicPurchases(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        const double most = 0.8;                           // assumption: largest share of sales to public bodies
        var balance = recipe.Balance;
        var sellers = drafts.Where(d =>
            !d.Vacant && draws.Bernoulli(d.Id, InitialDrawId.SellsToPublic, balance.SellersToPublic.Value)).ToArray();
        foreach (var draft in sellers)
            draft.PublicShare = recipe.Industries.SalesToPublic.Of(draft.Industry) / balance.SellersToPublic.Value
                * draws.Between(draft.Id, InitialDrawId.PublicShare, 0.2, 1.8);
        var wanted = balance.PublicPurchases.Value * 1e8;
        var factor = CappedAllocation.Level(wanted, sellers, d => d.Weight * d.Sales * d.PublicShare, d =>
            d.Weight * d.Sales * most, "balance.publicPurchases", "sales of firms that sell to public bodies");
        foreach (var draft in sellers) draft.PublicShare = Math.Min(most, factor * draft.PublicShare);
    }

    internal static void Own(FirmBuilder draft, PopulationRecipe recipe, InitialDraws draws)
    {
        ref var s = ref draft.State;
        // assumption: lognormal spread of 0.5 around the usual cash and of 0.4 around the usual fixed assets.
        s.Cash = Fen.FromYuan(recipe.Balance.Cash.Value * draft.Sales * draws.Factor(draft.Id, InitialDrawId.Cash, 0.5));
        s.FixedAssets = Fen.FromYuan(
            recipe.Industries.FixedAssets.Of(draft.Industry) * draft.Sales * draws.Factor(draft.Id, InitialDrawId.FixedAssets, 0.4));
        if (!draft.Large) return;
        var least = LargeFrom.In(draft.Industry, recipe.At).Assets;
        // assumption: assets of a large firm of these industries
        if (least > 0) s.FixedAssets = Math.Max(s.FixedAssets, Fen.FromYuan(1.2 * least));
    }

    // At the end of a year demand runs ahead of the year's mean by half a year's growth.
    internal static void MeetDemand(FirmBuilder draft) =>
        draft.State.Demand = draft.Sales / 12 * Math.Max(0, 1 - draft.PublicShare - draft.ChainShare) * HalfYearAhead;
}
