using SimLab.Model.Enterprises;

namespace SimLab.Model.Populations;

/// <summary>What firms own and are owed. What chain members are owed by leaders is exactly what the leaders of their chain owe.</summary>
internal static class Balances
{
    internal const double HalfYearAhead = 1.03;             // assumption: growth of about 6 % a year

    public static void Draw(Draft[] drafts, PopulationRecipe recipe, PopulationLuck luck)
    {
        ShareOutPublicPurchases(drafts, recipe, luck);
        ShareOutLeadersPurchases(drafts, recipe, luck);
        foreach (var draft in drafts.Where(d => !d.Vacant))
        {
            Own(draft, recipe, luck);
            Sell(draft, recipe.Balance);
        }
        LeadersOwe(drafts);
    }

    // Sellers are drawn, and their shares scaled so that what public bodies buy comes to the total.
    private static void ShareOutPublicPurchases(Draft[] drafts, PopulationRecipe recipe, PopulationLuck luck)
    {
        const double most = 0.8;                           // assumption: nobody sells more than this share to public bodies
        var balance = recipe.Balance;
        var sellers = drafts.Where(d => !d.Vacant && luck.Says(d.Id, Matter.SellsToPublic, balance.SellersToPublic.Value)).ToArray();
        foreach (var draft in sellers)
            draft.PublicShare = recipe.Industries.SalesToPublic.Of(draft.Industry) / balance.SellersToPublic.Value
                * luck.Between(draft.Id, Matter.PublicShare, 0.2, 1.8);
        var wanted = balance.PublicPurchases.Value * 1e8;
        var factor = Water.Level(wanted, sellers, d => d.Weight * d.Sales * d.PublicShare, d => d.Weight * d.Sales * most, "balance.publicPurchases", "sales of firms that sell to public bodies");
        foreach (var draft in sellers) draft.PublicShare = Math.Min(most, factor * draft.PublicShare);
    }

    private static void ShareOutLeadersPurchases(Draft[] drafts, PopulationRecipe recipe, PopulationLuck luck)
    {
        const double most = 0.25;                          // assumption: leaders buy at most so much of their sales from smaller firms of their chain
        foreach (var chain in drafts.Where(d => d.Chain != Chain.None && !d.Vacant).GroupBy(d => d.Chain))
        {
            var members = chain.Where(d => !d.LeadsChain).ToArray();
            foreach (var draft in members)
                draft.LeaderShare = recipe.Balance.SalesToLeaders.Value * luck.Between(draft.Id, Matter.LeaderShare, 0.2, 1.8);
            var wanted = members.Sum(d => d.Weight * d.Sales * d.LeaderShare);
            var room = most * chain.Where(d => d.LeadsChain).Sum(d => d.Sales);
            if (wanted > room)
                foreach (var draft in members) draft.LeaderShare *= room / wanted;
        }
    }

    internal static void Own(Draft draft, PopulationRecipe recipe, PopulationLuck luck)
    {
        ref var s = ref draft.State;
        // assumption: lognormal spread of 0.5 around the usual cash and of 0.4 around the usual fixed assets.
        s.Cash = Fen.FromYuan(recipe.Balance.Cash.Value * draft.Sales * luck.Factor(draft.Id, Matter.Cash, 0.5));
        s.FixedAssets = Fen.FromYuan(recipe.Industries.FixedAssets.Of(draft.Industry) * draft.Sales * luck.Factor(draft.Id, Matter.FixedAssets, 0.4));
        if (!draft.Large) return;
        var least = LargeFrom.In(draft.Industry, recipe.At).Assets;
        if (least > 0) s.FixedAssets = Math.Max(s.FixedAssets, Fen.FromYuan(1.2 * least)); // assumption: what a large firm of these industries owns
    }

    internal static void Sell(Draft draft, BalanceShape balance)
    {
        ref var s = ref draft.State;
        var month = draft.Sales / 12;
        var others = Math.Max(0, 1 - draft.PublicShare);
        draft.LeaderShare = Math.Min(draft.LeaderShare, 0.8 * others); // assumption: everybody has some other customers
        // At the end of a year demand runs ahead of the year's mean by half a year's growth.
        s.Demand = month * (others - draft.LeaderShare) * HalfYearAhead;

        var publicBodies = Fen.FromYuan(month * draft.PublicShare * balance.PublicPaymentTime.Value);
        s.ArrearsPublic = Fen.Share(publicBodies, balance.Overdue.Value);
        s.ReceivablePublic = publicBodies - s.ArrearsPublic;
        s.OrdersPublic = Fen.FromYuan(month * draft.PublicShare * balance.OrderBook.Value);

        var leaders = Fen.FromYuan(month * draft.LeaderShare * balance.LeaderPaymentTime.Value);
        s.ArrearsLarge = Fen.Share(leaders, balance.Overdue.Value);
        s.ReceivableLarge = leaders - s.ArrearsLarge;
        s.OrdersLarge = Fen.FromYuan(month * draft.LeaderShare * balance.OrderBook.Value);
    }

    private static void LeadersOwe(Draft[] drafts)
    {
        foreach (var chain in drafts.Where(d => d.Chain != Chain.None && !d.Vacant).GroupBy(d => d.Chain))
        {
            var owed = chain.Sum(d => d.Weight * (d.State.ReceivableLarge + d.State.ArrearsLarge));
            var leaders = chain.Where(d => d.LeadsChain).OrderByDescending(d => d.Sales).ThenBy(d => d.Id).ToArray();
            var sales = leaders.Sum(d => d.Sales);
            var left = owed;
            foreach (var leader in leaders.Skip(1))
            {
                leader.State.Payable = Fen.Share(owed, leader.Sales / sales);
                left -= leader.State.Payable;
            }
            leaders[0].State.Payable = left;
        }
    }
}
