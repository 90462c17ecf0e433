using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Operations;
using SimLab.Model.Messages;
using SimLab.Model.Recognition;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>
/// Each quarter a firm reviews the titles it could earn at the next batch: what it lacks (<see cref="TitlePlan"/>), what that
/// costs, and what the title is worth. It works for those that promise more than they cost, and asks for a place on its
/// prefecture's cultivation list.
/// </summary>
public static class PrepareForTitles
{
    private const int ReadinessEffect = 115;                // address of the firm effect

    /// <summary>Sets what the firm works for until the next review.</summary>
    public static void Decide(ref FirmContext context)
    {
        ref var e = ref context.State;
        var rndShare = e.TitleWork.HasFlag(TitleWork.Research)
            ? PlanRnd.Propensity(context.Firm.RndPropensity, context.Month.Year, relativeCost: 1, context.Behaviour)
            : e.RndIntensity;
        e.TitleWork = TitleWork.None;
        if (!e.Is(Standing.DoesRnd) && context.Card.Titles == 0) return;

        var lacks = double.PositiveInfinity;
        foreach (var definition in TitleCatalog.All)
        {
            if (!definition.IsWorkedFor || Weigh(ref context, definition, rndShare) is not { } found) continue;
            if (found.Promise > 0 && IsReady(context, definition.Title)) e.TitleWork |= found.Plan.Work;
            if (found.Promise + found.Plan.Cost > 0) lacks = Math.Min(lacks, found.Plan.Cost);
        }
        if (e.TitleWork.HasFlag(TitleWork.Research)) PlanRnd.Stretch(ref context);
        if (double.IsFinite(lacks) && context.Card.IsSme)
            context.Send(context.Outbox.CultivationRequests, new CultivationRequest(context.Firm.Region, lacks));
    }

    /// <summary>What a title promises a firm that must work for it, yuan.</summary>
    /// <param name="worth">Value of the title, rewards included, yuan.</param>
    /// <param name="application">Cost of applying as the firm feels it, yuan.</param>
    /// <param name="work">Cost of what it lacks, yuan.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static double Promise(double worth, double application, double work, BehaviouralParameters behaviour) =>
        ApplyForTitles.ExpectedValue(earned: true, worth, application, behaviour) - work;

    /// <summary>Share of the cost of work for a title that is left to the firm.</summary>
    internal static double ShareOfWork(bool listed, BehaviouralParameters behaviour) => listed ? behaviour.ListedWorkLeft : 1;

    private static (double Promise, TitlePlan Plan)? Weigh(ref FirmContext context, TitleDefinition definition, double rndShare)
    {
        var title = definition.Title;
        var batch = definition.NextBatch(context.Month);
        if (definition.Requires is { } required && !context.State.Holds(required, batch)) return null;
        if (context.State.Holds(title, batch + 12 + definition.MonthsToAward)) return null;

        var file = ApplyForTitles.NewFile(context, title);
        context.Preview(context.Desk.RecognitionFiles, ref file);
        var facts = RecognitionFacts.Expected(ref context, batch, file.ScoreGain, rndShare);
        if (TitlePlan.Cheapest(title, facts, context.Behaviour) is not { } plan) return null;

        var taxFacts = PayTaxes.FactsFor(context, context.State.ProfitThisYear * 12 / context.Month.OfYear);
        var worth = ApplyForTitles.Worth(context, title, taxFacts) + Fen.ToYuan(file.ExpectedReward);
        var work = plan.Cost * ShareOfWork(context.Card.Listed, context.Behaviour);
        return (Promise(worth, ApplyForTitles.CostFelt(context, file).Cost, work, context.Behaviour), plan);
    }

    // Some firms change nothing for a title, and some do not know it; a former holder does.
    private static bool IsReady(in FirmContext context, Title title) =>
        context.FirmEffect(ReadinessEffect) < context.Behaviour.StretchForTitle * ApplyForTitles.ShareThatKnow(
            context.State.Until(title) != 0, context.State.Awareness, context.Behaviour);
}
