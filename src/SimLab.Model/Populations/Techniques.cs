using SimLab.Model.Enterprises;

namespace SimLab.Model.Populations;

/// <summary>
/// How each firm turns money into sales, read off its own books at month zero, so that it begins in its own balance:
/// sales per worker and per yuan of assets, and R&amp;D per researcher, are what they are, and overhead is what leaves it its margin.
/// </summary>
internal static class Techniques
{
    // assumption: profit before income tax, share of sales; about what industry above scale and SME surveys show.
    private const double MeanMargin = 0.06, MarginSpread = 0.045;

    public static void Draw(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        foreach (var draft in drafts)
        {
            draft.UsualSales = (float)recipe.Industries.OrdinaryMedian.Of(draft.Industry);
            if (draft.Vacant) TakeUsual(draft, recipe);
            else ReadOff(draft);
            SetCreditNeed(draft, draws);
            SetOverhead(draft, draws);
        }
    }

    private static void ReadOff(FirmBuilder draft)
    {
        ref readonly var state = ref draft.State;
        var traits = Industries.Of(draft.Industry);
        var workers = Math.Max(1, state.Staff - state.RndStaff);
        var perWorker = draft.Sales / workers;
        draft.SalesPerWorker = (float)(perWorker / state.Capability);
        draft.Wage = (float)Math.Clamp(traits.Labour * perWorker, 0.5 * traits.Wage, 2.5 * traits.Wage);
        draft.RndPerHead = (float)(draft.RndPropensity * draft.Sales / Math.Max(1, (int)state.RndStaff));
        draft.SalesToCapital = (float)Math.Clamp(draft.Sales / Math.Max(1, Fen.ToYuan(state.FixedAssets)) / state.Capability, 0.05, 50);
    }

    private static void TakeUsual(FirmBuilder draft, PopulationRecipe recipe)
    {
        var traits = Industries.Of(draft.Industry);
        var perWorker = recipe.Industries.SalesPerWorker.Of(draft.Industry) * Math.Pow(draft.UsualSales / 1e7, recipe.Sizes.ProductivityRise.Value);
        draft.SalesPerWorker = (float)perWorker;
        draft.Wage = (float)Math.Clamp(traits.Labour * perWorker, 0.5 * traits.Wage, 2.5 * traits.Wage);
        draft.SalesToCapital = (float)(1 / recipe.Industries.FixedAssets.Of(draft.Industry));
    }

    // A borrower goes on with what it has; another would need, if it borrowed, about a quarter of its sales (assumed).
    private static void SetCreditNeed(FirmBuilder draft, InitialDraws draws) =>
        draft.CreditNeed = (float)(draft.State.Loan > 0
            ? Math.Min(4, Fen.ToYuan(draft.State.Loan) / draft.Sales)
            : 0.25 * draws.Factor(draft.Id, InitialDrawId.CreditNeed, 0.5));

    private static void SetOverhead(FirmBuilder draft, InitialDraws draws)
    {
        var traits = Industries.Of(draft.Industry);
        var capability = draft.Vacant ? 1 : draft.State.Capability;
        var margin = MeanMargin + MarginSpread * draws.Normal(draft.Id, InitialDrawId.Margin);
        var interest = draft.Vacant || draft.State.Loan == 0 ? 0 : draft.State.LoanRate * Fen.ToYuan(draft.State.Loan) / draft.Sales;
        var costs = interest + traits.Materials + draft.Wage / (draft.SalesPerWorker * capability)
            + traits.Depreciation / (draft.SalesToCapital * capability) + 0.8 * draft.RndPropensity;
        draft.Overhead = (float)Math.Clamp(1 - costs - margin, 0.01, 0.7);
    }
}
