using System.Collections.Immutable;

namespace SimLab.Model.Populations;

/// <summary>
/// Makes the firms of month zero from a recipe. The same recipe and seed give the same firms, bit for bit.
/// The month is the end of a closed year: "last year" is the year that ends with it, and nothing of "this year" has happened.
/// </summary>
public static class PopulationGenerator
{
    public static Population Generate(PopulationRecipe recipe, ulong seed)
    {
        var luck = new PopulationLuck(seed);
        var drafts = recipe.Own is { Alone: true } ? [] : Synthetic(recipe, luck);
        var first = drafts.Length;
        if (recipe.Own is { } own)
        {
            // Behind the others, so that these keep their numbers and with them their luck.
            drafts = [.. drafts, .. OwnDrafts.Complete(recipe, drafts, luck)];
            if (own.Alone) drafts = [.. drafts, .. OwnDrafts.Vacant(recipe, drafts, luck)];
        }
        SupplyNetwork.OpenAccounts(drafts);
        Clusters.Form(drafts);
        return new(recipe.At, [.. drafts.Select(d => d.ToFirm())], [.. drafts.Select(d => d.State)])
        {
            // A user's own firms owe what the user says, and no more.
            Mail = [.. TradeCredit.Mail(drafts).Concat(LoansOnTheWay.Mail(drafts[..first], recipe, luck)).OrderBy(letter => letter.Enterprise)],
            FirstOwn = first,
            OwnIds = recipe.Own is null ? [] : [.. OwnDrafts.InOrder(recipe.Own).Select(firm => firm.Id)],
        };
    }

    private static Draft[] Synthetic(PopulationRecipe recipe, PopulationLuck luck)
    {
        var drafts = Strata.Settle(recipe);
        TitleHolders.Deal(drafts, luck);
        ChainMembership.Join(drafts, recipe, luck);
        Sizes.Draw(drafts, recipe, luck);
        ChainMembership.ChooseLeaders(drafts, recipe);
        if (recipe.Reduced is { } wanted) drafts = Thinning.To(drafts, wanted);
        SupplyNetwork.Link(drafts, recipe.Supply, luck);
        ChainMembership.Describe(drafts, recipe, luck);
        Histories.Live(drafts, recipe, luck);
        Innovation.Draw(drafts, recipe, luck);
        Balances.Draw(drafts, recipe, luck);
        TitleHolders.ChooseTechSmes(drafts, recipe, luck);
        Borrowing.Lend(drafts, recipe, luck);
        TitleHolders.Date(drafts, recipe, luck);
        Maturity.Draw(drafts, luck);
        Techniques.Draw(drafts, recipe, luck);
        Aspirants.SetOut(drafts, recipe, luck);
        return drafts;
    }
}
