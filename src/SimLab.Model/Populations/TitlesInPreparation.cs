using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Decisions;

namespace SimLab.Model.Populations;

/// <summary>
/// Firms that plan in the last December to report more R&amp;D than their propensity, because a title is near: the rule
/// of <see cref="PlanRnd"/> under the default behavioural parameters, without a title's tax saving and without any
/// reward. Without them no firm would be preparing a title in the first year.
/// </summary>
internal static class TitlesInPreparation
{
    private static readonly BehaviouralParameters Rules = new();

    public static void SetOut(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        foreach (var draft in drafts.Where(d => d.State.Is(Standing.DoesRnd)))
        {
            if (!draws.Bernoulli(draft.Id, InitialDrawId.Aspires, Rules.StretchForTitle)) continue;
            var target = Target(draft, recipe.At);
            if (target == 0) continue;
            draft.State.RndIntensity = (float)target;
            draft.State.Set(Standing.StretchesRnd, true);
        }
    }

    private static double Target(FirmBuilder draft, Month month)
    {
        double propensity = draft.RndPropensity, sales = draft.State.Demand * 12;
        for (var title = Title.HighTech; title <= Title.Specialised; title++)
        {
            var (threshold, target) = PlanRnd.Reach(title, draft.State, month, Rules);
            if (target <= propensity || threshold * Rules.StretchFrom > propensity) continue;
            if (ApplyForTitles.NameOf(title, Rules) - ApplyForTitles.CostOf(title, Rules) > (
                target * (1 - Rules.Relabelled) - propensity) * sales) return target;
        }
        return 0;
    }
}
