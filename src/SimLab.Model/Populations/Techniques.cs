using SimLab.Model.Enterprises;

namespace SimLab.Model.Populations;

/// <summary>
/// Production technique of each firm, calibrated to its own books at month zero: sales per worker and per yuan of
/// assets, and R&amp;D per researcher, equal its actual ratios, and overhead is the residual that leaves its margin.
/// </summary>
internal static class Techniques
{
    public static void Draw(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        foreach (var draft in drafts)
        {
            draft.UsualSales = (float)recipe.Industries.OrdinaryMedian.Of(draft.Industry);
            if (draft.Vacant) TakeUsual(draft, recipe);
            else ReadOff(draft, recipe);
            SetCreditNeed(draft, recipe.Technique, draws);
            SetOverhead(draft, recipe, draws);
        }
    }

    private static void ReadOff(FirmBuilder draft, PopulationRecipe recipe)
    {
        ref readonly var state = ref draft.State;
        var workers = Math.Max(1, state.Staff - state.RndStaff);
        var perWorker = draft.Sales / workers;
        draft.SalesPerWorker = (float)(perWorker / state.Capability);
        draft.Wage = Pay(draft.Industry, perWorker, recipe);
        draft.RndPerHead = (float)(draft.RndPropensity * draft.Sales / Math.Max(1, (int)state.RndStaff));
        draft.SalesToCapital = (float)Math.Clamp(
            draft.Sales / Math.Max(1, Fen.ToYuan(state.FixedAssets)) / state.Capability,
            recipe.Technique.LeastSalesToAssets.Value, recipe.Technique.MostSalesToAssets.Value);
    }

    private static void TakeUsual(FirmBuilder draft, PopulationRecipe recipe)
    {
        var perWorker = recipe.Industries.SalesPerWorker.Of(draft.Industry) * PortableMath.Pow(
            draft.UsualSales / 1e7, recipe.Sizes.ProductivityRise.Value);
        draft.SalesPerWorker = (float)perWorker;
        draft.Wage = Pay(draft.Industry, perWorker, recipe);
        draft.SalesToCapital = (float)(1 / recipe.Industries.FixedAssets.Of(draft.Industry));
    }

    // Pay follows sales per worker, within bounds around the industry's.
    private static float Pay(Industry industry, double perWorker, PopulationRecipe recipe)
    {
        var usual = recipe.Industries.Wage.Of(industry);
        return (float)Math.Clamp(
            recipe.Industries.Labour.Of(industry) * perWorker,
            recipe.Technique.LeastPay.Value * usual, recipe.Technique.MostPay.Value * usual);
    }

    // A borrower keeps its credit need; that of a firm without a loan is drawn.
    private static void SetCreditNeed(FirmBuilder draft, TechniqueShape shape, InitialDraws draws) =>
        draft.CreditNeed = (float)(draft.State.Loan > 0
            ? Math.Min(shape.MostCreditNeed.Value, Fen.ToYuan(draft.State.Loan) / draft.Sales)
            : shape.CreditNeed.Value * draws.Factor(draft.Id, InitialDrawId.CreditNeed, shape.CreditNeedSpread.Value));

    private static void SetOverhead(FirmBuilder draft, PopulationRecipe recipe, InitialDraws draws)
    {
        var (industries, shape) = (recipe.Industries, recipe.Technique);
        var capability = draft.Vacant ? 1 : draft.State.Capability;
        var margin = shape.Margin.Value + shape.MarginSpread.Value * draws.Normal(draft.Id, InitialDrawId.Margin);
        var interest = draft.Vacant || draft.State.Loan == 0 ? 0 : draft.State.LoanRate * Fen.ToYuan(draft.State.Loan) / draft.Sales;
        var costs = interest + industries.Materials.Of(draft.Industry) + draft.Wage / (draft.SalesPerWorker * capability)
            + industries.Depreciation.Of(draft.Industry) / (draft.SalesToCapital * capability)
            + shape.RndInCosts.Value * draft.RndPropensity;
        draft.Overhead = (float)Math.Clamp(1 - costs - margin, shape.LeastOverhead.Value, shape.MostOverhead.Value);
    }
}
