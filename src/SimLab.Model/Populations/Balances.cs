namespace SimLab.Model.Populations;

/// <summary>
/// Assets and claims of firms at month zero. A supplier's claim along its chain equals its customer's debt exactly.
/// </summary>
internal static class Balances
{
    public static void Draw(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        ShareOutPublicPurchases(drafts, recipe, draws);
        TradeCredit.ShareOutPurchases(drafts, recipe, draws);
        foreach (var draft in drafts.Where(d => !d.Vacant))
        {
            Own(draft, recipe, draws);
            MeetDemand(draft, recipe.Balance);
        }
        TradeCredit.GiveCredit(drafts, recipe.Balance);
    }

    // Sellers are drawn, and their shares scaled so that purchases of public bodies meet the total.
    private static void ShareOutPublicPurchases(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        var balance = recipe.Balance;
        var most = balance.MostToPublic.Value;
        var sellers = drafts.Where(d =>
            !d.Vacant && draws.Bernoulli(d.Id, InitialDrawId.SellsToPublic, balance.SellersToPublic.Value)).ToArray();
        foreach (var draft in sellers)
            draft.PublicShare = recipe.Industries.SalesToPublic.Of(draft.Industry) / balance.SellersToPublic.Value
                * SellerShare(draft, InitialDrawId.PublicShare, balance, draws);
        var wanted = balance.PublicPurchases.Value * 1e8;
        var factor = CappedAllocation.Level(wanted, sellers, d => d.Weight * d.Sales * d.PublicShare, d =>
            d.Weight * d.Sales * most, "balance.publicPurchases", "sales of firms that sell to public bodies");
        foreach (var draft in sellers) draft.PublicShare = Math.Min(most, factor * draft.PublicShare);
    }

    /// <summary>How much of its sales a seller sells to such a customer, relative to the mean.</summary>
    internal static double SellerShare(FirmBuilder draft, InitialDrawId draw, BalanceShape balance, InitialDraws draws) =>
        draws.Between(draft.Id, draw, balance.LeastSellerShare.Value, balance.MostSellerShare.Value);

    internal static void Own(FirmBuilder draft, PopulationRecipe recipe, InitialDraws draws)
    {
        ref var s = ref draft.State;
        var balance = recipe.Balance;
        s.Cash = Fen.FromYuan(balance.Cash.Value * draft.Sales * draws.Factor(draft.Id, InitialDrawId.Cash, balance.CashSpread.Value));
        s.FixedAssets = Fen.FromYuan(recipe.Industries.FixedAssets.Of(draft.Industry) * draft.Sales
            * draws.Factor(draft.Id, InitialDrawId.FixedAssets, balance.FixedAssetsSpread.Value));
        if (!draft.Large) return;
        var least = LargeFrom.In(draft.Industry, recipe.At).Assets;
        if (least > 0) s.FixedAssets = Math.Max(s.FixedAssets, Fen.FromYuan(balance.LargeAssets.Value * least));
    }

    // At the end of a year demand runs ahead of the year's mean by half a year's growth.
    internal static void MeetDemand(FirmBuilder draft, BalanceShape balance) => draft.State.Demand =
        draft.Sales / 12 * Math.Max(0, 1 - draft.PublicShare - draft.ChainShare) * balance.HalfYearAhead.Value;
}
