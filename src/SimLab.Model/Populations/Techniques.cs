using SimLab.Model.Enterprises;

namespace SimLab.Model.Populations;

/// <summary>
/// How each firm turns money into sales, read off its own books at month zero, so that it begins in its own balance:
/// sales per worker and per yuan of assets are what they are, and overhead is what leaves it its margin.
/// </summary>
internal static class Techniques
{
    // assumption: profit before interest and income tax, share of sales; about what industry above scale and SME surveys show.
    private const double MeanMargin = 0.06, MarginSpread = 0.045;

    public static void Draw(Draft[] drafts, PopulationRecipe recipe, PopulationLuck luck)
    {
        foreach (var draft in drafts)
        {
            if (draft.Vacant) TakeUsual(draft, recipe);
            else ReadOff(draft);
            SetOverhead(draft, luck);
        }
    }

    private static void ReadOff(Draft draft)
    {
        ref readonly var state = ref draft.State;
        var traits = Industries.Of(draft.Industry);
        var workers = Math.Max(1, state.Staff - state.RndStaff);
        var perWorker = draft.Sales / workers;
        draft.SalesPerWorker = (float)(perWorker / state.Capability);
        draft.Wage = (float)Math.Clamp(traits.Labour * perWorker, 0.5 * traits.Wage, 2.5 * traits.Wage);
        draft.SalesToCapital = (float)Math.Clamp(draft.Sales / Math.Max(1, Fen.ToYuan(state.FixedAssets)) / state.Capability, 0.05, 50);
    }

    private static void TakeUsual(Draft draft, PopulationRecipe recipe)
    {
        var traits = Industries.Of(draft.Industry);
        draft.Wage = (float)(0.7 * traits.Wage);           // assumption: new small firms pay less
        draft.SalesPerWorker = (float)(draft.Wage / traits.Labour);
        draft.SalesToCapital = (float)(1 / recipe.Industries.FixedAssets.Of(draft.Industry));
    }

    private static void SetOverhead(Draft draft, PopulationLuck luck)
    {
        var traits = Industries.Of(draft.Industry);
        var capability = draft.Vacant ? 1 : draft.State.Capability;
        var margin = MeanMargin + MarginSpread * luck.Normal(draft.Id, Matter.Margin);
        var costs = traits.Materials + draft.Wage / (draft.SalesPerWorker * capability)
            + traits.Depreciation / (draft.SalesToCapital * capability) + 0.8 * draft.RndBent;
        draft.Overhead = (float)Math.Clamp(1 - costs - margin, 0.01, 0.7);
    }
}
