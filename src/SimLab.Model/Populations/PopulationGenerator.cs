namespace SimLab.Model.Populations;

/// <summary>
/// Generates the firms of month zero from a recipe. The same recipe and seed give the same firms, bit for bit. The
/// month is the end of a closed year: "last year" is the year that ends with it, and "this year" is still empty.
/// </summary>
public static class PopulationGenerator
{
    /// <summary>
    /// Generates the population; throws <see cref="PopulationMismatchException"/> if figures of the recipe contradict
    /// each other.
    /// </summary>
    public static Population Generate(PopulationRecipe recipe, ulong seed)
    {
        var draws = new InitialDraws(seed);
        var drafts = recipe.Own is { Alone: true } ? [] : Synthetic(recipe, draws);
        var first = drafts.Length;
        if (recipe.Own is { } own)
        {
            // After the others, so that these keep their numbers and random draws.
            drafts = [.. drafts, .. OwnFirmBuilders.Complete(recipe, drafts, draws)];
            if (own.Alone) drafts = [.. drafts, .. OwnFirmBuilders.Vacant(recipe, drafts, draws)];
        }
        SupplyNetwork.OpenAccounts(drafts);
        Clusters.Form(drafts, recipe);
        return new(recipe.At, [.. drafts.Select(d => d.ToFirm())], [.. drafts.Select(d => d.State)])
        {
            // Own firms owe what the user states, and no more.
            Settlements = [
                .. TradeCredit.Settlements(drafts).Concat(LoansOnTheWay.Settlements(drafts[..first], recipe, draws))
                .OrderBy(settlement => settlement.Enterprise)],
            FirstOwn = first,
            OwnIds = recipe.Own is null ? [] : [.. OwnFirmBuilders.InOrder(recipe.Own).Select(firm => firm.Id)],
        };
    }

    private static FirmBuilder[] Synthetic(PopulationRecipe recipe, InitialDraws draws)
    {
        var drafts = Strata.Settle(recipe);
        TitleHolders.Assign(drafts, draws);
        ChainMembership.Join(drafts, recipe, draws);
        Sizes.Draw(drafts, recipe, draws);
        ChainMembership.ChooseLeaders(drafts, recipe);
        if (recipe.Reduced is { } wanted) drafts = StratifiedAggregation.To(drafts, wanted, recipe.Composition);
        SupplyNetwork.Link(drafts, recipe, draws);
        ChainMembership.Describe(drafts, recipe, draws);
        Histories.Simulate(drafts, recipe, draws);
        Innovation.Draw(drafts, recipe, draws);
        Balances.Draw(drafts, recipe, draws);
        TitleHolders.ChooseTechSmes(drafts, recipe, draws);
        Borrowing.Lend(drafts, recipe, draws);
        TitleHolders.Date(drafts, recipe, draws);
        Maturity.Draw(drafts, recipe.Maturity, draws);
        Techniques.Draw(drafts, recipe, draws);
        TitlesInPreparation.SetOut(drafts, recipe, draws);
        return drafts;
    }
}
