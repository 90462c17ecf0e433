using SimLab.Model.Enterprises;

namespace SimLab.Model.Populations;

/// <summary>
/// Production technique of each firm, calibrated to its own books at month zero: sales per worker and per yuan of
/// assets, and R&amp;D per researcher, equal its actual ratios, and overhead is the residual that leaves its margin.
/// </summary>
internal static class Techniques
{
    // assumption: profit before income tax, share of sales; about the level of above-scale industry and SME surveys.
    private const double MeanMargin = 0.06, MarginSpread = 0.045;

    public static void Draw(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        foreach (var draft in drafts)
        {
            draft.UsualSales = (float)recipe.Industries.OrdinaryMedian.Of(draft.Industry);
            if (draft.Vacant) TakeUsual(draft, recipe);
            else ReadOff(draft, recipe.Industries);
            SetCreditNeed(draft, draws);
            SetOverhead(draft, recipe.Industries, draws);
        }
    }

    private static void ReadOff(FirmBuilder draft, IndustryTables industries)
    {
        ref readonly var state = ref draft.State;
        var workers = Math.Max(1, state.Staff - state.RndStaff);
        var perWorker = draft.Sales / workers;
        draft.SalesPerWorker = (float)(perWorker / state.Capability);
        draft.Wage = Pay(draft.Industry, perWorker, industries);
        draft.RndPerHead = (float)(draft.RndPropensity * draft.Sales / Math.Max(1, (int)state.RndStaff));
        draft.SalesToCapital = (float)Math.Clamp(draft.Sales / Math.Max(1, Fen.ToYuan(state.FixedAssets)) / state.Capability, 0.05, 50);
    }

    private static void TakeUsual(FirmBuilder draft, PopulationRecipe recipe)
    {
        var perWorker = recipe.Industries.SalesPerWorker.Of(draft.Industry) * Math.Pow(
            draft.UsualSales / 1e7, recipe.Sizes.ProductivityRise.Value);
        draft.SalesPerWorker = (float)perWorker;
        draft.Wage = Pay(draft.Industry, perWorker, recipe.Industries);
        draft.SalesToCapital = (float)(1 / recipe.Industries.FixedAssets.Of(draft.Industry));
    }

    // Pay follows sales per worker, within half and two and a half times the industry's (assumed).
    private static float Pay(Industry industry, double perWorker, IndustryTables industries)
    {
        var usual = industries.Wage.Of(industry);
        return (float)Math.Clamp(industries.Labour.Of(industry) * perWorker, 0.5 * usual, 2.5 * usual);
    }

    // A borrower keeps its credit need; a firm without a loan would need about a quarter of its sales (assumed).
    private static void SetCreditNeed(FirmBuilder draft, InitialDraws draws) =>
        draft.CreditNeed = (float)(draft.State.Loan > 0
            ? Math.Min(4, Fen.ToYuan(draft.State.Loan) / draft.Sales)
            : 0.25 * draws.Factor(draft.Id, InitialDrawId.CreditNeed, 0.5));

    private static void SetOverhead(FirmBuilder draft, IndustryTables industries, InitialDraws draws)
    {
        var capability = draft.Vacant ? 1 : draft.State.Capability;
        var margin = MeanMargin + MarginSpread * draws.Normal(draft.Id, InitialDrawId.Margin);
        var interest = draft.Vacant || draft.State.Loan == 0 ? 0 : draft.State.LoanRate * Fen.ToYuan(draft.State.Loan) / draft.Sales;
        var costs = interest + industries.Materials.Of(draft.Industry) + draft.Wage / (draft.SalesPerWorker * capability)
            + industries.Depreciation.Of(draft.Industry) / (draft.SalesToCapital * capability) + 0.8 * draft.RndPropensity;
        draft.Overhead = (float)Math.Clamp(1 - costs - margin, 0.01, 0.7);
    }
}
