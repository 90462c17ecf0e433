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
/// application cost, which a service firm lowers for a fee. The rulebook judges the application; coaching adds points to it.
/// </summary>
public static class ApplyForTitles
{
    private const int ApplicationCostEffect = 109;                   // address of the firm effect

    /// <summary>Decides on the titles of this application month.</summary>
    public static void Decide(ref FirmContext context)
    {
        if (!context.State.Is(Standing.DoesRnd) && context.Card.Titles == 0) return;
        foreach (var title in TitleCatalog.All)
            if (title.IsAppliedForIn(context.Month, context.Law)) Weigh(ref context, title);
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
        var (cost, advised) = CostFelt(context, file);
        if ((advised || context.Card.Listed) && !earned) return;       // its service firm or its coach tells it so beforehand
        var worth = Worth(context, title, taxFacts) + Fen.ToYuan(file.ExpectedReward);
        var value = ExpectedValue(earned, worth, cost, context.Behaviour);
        var propensity = Propensity(value, title, context.State.Until(title) != 0, context.State.Awareness, context.Behaviour);
        if (!context.Draws.Bernoulli(definition.Application, propensity)) return;

        Hand(ref context, definition, advised);
        context.Send(context.Outbox.TitleFiles, new JudgedFile(title, earned));
    }

    private static void Hand(ref FirmContext context, TitleDefinition definition, bool advised)
    {
        var file = NewFile(context, definition.Title);
        if (advised) file.CostOfApplying = Fen.Share(file.CostOfApplying, context.Behaviour.AdvisedPaperLeft);
        else file.AdviserFee = 0;
        context.Pass(context.Desk.RecognitionFiles, ref file);
        context.Pay(Indicator.ApplicationCosts, file.CostOfApplying + file.AdviserFee);
        context.State.ProfitThisYear -= file.CostOfApplying + file.AdviserFee;
        if (definition.Files is { } indicator) context.Count(indicator);
        if (advised) context.Count(Indicator.FilesAdvised);
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
        var chance = 1 / (1 + PortableMath.Exp(-value / (behaviour.ApplicationScale * WeightOf(title, behaviour))));
        return chance * ShareThatKnow(heldBefore, awareness, behaviour);
    }

    /// <summary>Share of firms that think of a title: a former holder does, others if they hear of it.</summary>
    internal static double ShareThatKnow(bool heldBefore, float awareness, BehaviouralParameters behaviour) =>
        heldBefore ? 1 : behaviour.AppliesUnaware + (1 - behaviour.AppliesUnaware) * awareness;

    /// <summary>Cost of an application as the firm feels it, yuan, and whether a service firm prepares it.</summary>
    internal static (double Cost, bool Advised) CostFelt(in FirmContext context, in RecognitionFile file) => Cheaper(
        Fen.ToYuan(file.CostOfApplying) * ApplicationCost(context, file.Title)
            * PrepareForTitles.ShareOfWork(context.Card.Listed, context.Behaviour),
        Fen.ToYuan(file.AdviserFee), context.Behaviour);

    /// <summary>The cheaper of two ways to apply: alone, or with a service firm that takes over part of the bother for a fee.</summary>
    /// <param name="alone">Cost as the firm feels it if it does everything itself, yuan.</param>
    /// <param name="fee">Fee of a service firm, yuan.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static (double Cost, bool Advised) Cheaper(double alone, double fee, BehaviouralParameters behaviour)
    {
        var advised = behaviour.AdvisedPaperLeft * alone + fee;
        return advised < alone ? (advised, true) : (alone, false);
    }

    // Many firms that would pass never apply: no contact with offices, fear of inspections, or nobody to write. A
    // reward wins some of them. Former holders reuse their last application.
    private static double ApplicationCost(in FirmContext context, Title title)
    {
        var behaviour = context.Behaviour;
        return context.State.Until(title) != 0 ? behaviour.CostOfRenewing
            : behaviour.ApplicationCostOfAll + (1 - behaviour.ApplicationCostOfAll)
                * PortableMath.Exp(Draws.LogisticQuantile(context.FirmEffect(ApplicationCostEffect), behaviour.ApplicationCostSpread));
    }

    /// <summary>Form of an application before measures.</summary>
    public static RecognitionFile NewFile(in FirmContext context, Title title) => new()
    {
        Title = title,
        CostOfApplying = Fen.FromYuan(CostOf(title, context.Behaviour)),
        AdviserFee = Fen.FromYuan(context.Behaviour.AdviserFee * WeightOf(title, context.Behaviour)),
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
