using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Operations;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Recognition;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>
/// Once a year, in the month of applications, a firm weighs the value of a title and its chance to pass against the
/// application cost. The rulebook judges the application; coaching adds points to it.
/// </summary>
public static class ApplyForTitles
{
    private const int ApplicationCostEffect = 109;                   // address of the firm effect

    /// <summary>Decides on the titles of this application month.</summary>
    public static void Decide(ref FirmContext context)
    {
        if (!context.State.Is(Standing.DoesRnd) && context.Card.Titles == 0) return;
        foreach (var title in TitleCatalog.AppliedForIn(context.Month.OfYear)) Weigh(ref context, title);
    }

    private static void Weigh(ref FirmContext context, TitleDefinition definition)
    {
        var title = definition.Title;
        if (context.Month < definition.Begins) return;
        if (definition.Requires is { } required && !context.Card.Holds(required)) return;
        // Apply if the title is not held or lapses before next year's award.
        if (context.State.Holds(title, context.Month + 12 + definition.MonthsToAward)) return;

        var file = NewFile(context, title);
        context.Preview(context.Desk.RecognitionFiles, ref file);
        var facts = RecognitionFacts.Facts(ref context, file.ScoreGain);
        var earned = TitleLaw.Earns(title, facts);

        var taxFacts = PayTaxes.FactsFor(context, context.State.ProfitThisYear * 12 / context.Month.OfYear);
        var value = ExpectedValue(
            earned, Worth(context, title, taxFacts) + Fen.ToYuan(file.ExpectedReward),
            Fen.ToYuan(file.CostOfApplying) * ApplicationCost(context, title), context.Behaviour);
        var propensity = Propensity(value, title, context.State.Until(title) != 0, context.State.Awareness, context.Behaviour);
        if (!context.Draws.Bernoulli(definition.Application, propensity)) return;

        var filed = NewFile(context, title);
        context.Pass(context.Desk.RecognitionFiles, ref filed);
        context.Pay(Indicator.ApplicationCosts, filed.CostOfApplying);
        context.State.ProfitThisYear -= filed.CostOfApplying;
        if (definition.Files is { } indicator) context.Count(indicator);
        context.Send(context.Outbox.TitleFiles, new JudgedFile(title, earned));
    }

    /// <summary>What an application promises, yuan.</summary>
    /// <param name="earned">Whether the firm meets the conditions. One that does not mostly knows it; some try anyway.</param>
    /// <param name="worth">Value of the title, rewards included, yuan.</param>
    /// <param name="cost">Cost of applying as the firm feels it, yuan.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static double ExpectedValue(bool earned, double worth, double cost, BehaviouralParameters behaviour) =>
        (earned ? behaviour.HopeOfTitle : behaviour.HopeOfUnqualified) * worth - cost;

    /// <summary>
    /// Chance that a firm applies: a half for a firm that gains nothing and loses nothing, near 1 when the value (yuan) is many
    /// times the title's scale. Firms that do not know of it apply less; a former holder knows.
    /// </summary>
    internal static double Propensity(
        double value, Title title, bool heldBefore, float awareness, BehaviouralParameters behaviour)
    {
        var chance = 1 / (1 + Math.Exp(-value / (behaviour.ApplicationScale * WeightOf(title, behaviour))));
        return heldBefore ? chance : chance * (behaviour.AppliesUnaware + (1 - behaviour.AppliesUnaware) * awareness);
    }

    // Many firms that would pass never apply: no contact with offices, fear of inspections, or nobody to write. A
    // reward wins some of them. Former holders reuse their last application.
    private static double ApplicationCost(in FirmContext context, Title title)
    {
        var behaviour = context.Behaviour;
        return context.State.Until(title) != 0 ? behaviour.CostOfRenewing
            : behaviour.ApplicationCostOfAll + (1 - behaviour.ApplicationCostOfAll)
                * Math.Exp(Draws.LogisticQuantile(context.FirmEffect(ApplicationCostEffect), behaviour.ApplicationCostSpread));
    }

    /// <summary>Form of an application before measures.</summary>
    public static RecognitionFile NewFile(in FirmContext context, Title title) => new()
    {
        Title = title,
        CostOfApplying = Fen.FromYuan(CostOf(title, context.Behaviour)),
    };

    /// <summary>Application cost before the firm effect, yuan.</summary>
    internal static double CostOf(Title title, BehaviouralParameters behaviour) => behaviour.CostOfApplying * WeightOf(title, behaviour);

    /// <summary>Prestige of the title, beside tax and rewards, yuan.</summary>
    internal static double NameOf(Title title, BehaviouralParameters behaviour) =>
        behaviour.TitlePrestige * TitleCatalog.Of(title).PrestigeWeight(behaviour);

    /// <summary>Value of the title over its term without rewards, yuan: prestige and, for high-tech, tax.</summary>
    public static double Worth(in FirmContext context, Title title, in TaxFacts facts)
    {
        var worth = NameOf(title, context.Behaviour);
        if (title != Title.HighTech) return worth;
        // The 15 % rate is worth nothing to small low-profit firms and to encouraged industries of the west.
        var saved = IncomeTax.Assess(facts with { HighTech = false }).TaxFen - IncomeTax.Assess(facts with { HighTech = true }).TaxFen;
        var years = (TitleLaw.LastMonth(title, context.Month) - context.Month + 1) / 12;
        return worth + years * Fen.ToYuan(saved);
    }

    private static double WeightOf(Title title, BehaviouralParameters behaviour) => TitleCatalog.Of(title).Weight(behaviour);
}
