using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Operations;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>
/// Sets the target of reported R&amp;D: the R&amp;D propensity, moved by the after-tax user cost of R&amp;D; near the
/// high-tech threshold, a stretch to reach it if the title is worth more than the stretch costs. Set in December,
/// reviewed in June. A firm that works for the provincial title (<see cref="PrepareForTitles"/>) does the R&amp;D it asks for.
/// </summary>
public static class PlanRnd
{
    private const int PropensityIsOf = 2021;                     // year of the law behind Firm.RndPropensity
    private const int StretchEffect = 101;                  // address of the firm effect of stretching

    // The rate of that year for all industries.
    private static readonly double UsualDeduction = SuperDeduction.ExtraPercent(Month.Of(PropensityIsOf, 12), default) / 100.0;

    /// <summary>Sets the target of reported R&amp;D as a share of sales.</summary>
    /// <param name="context">The firm.</param>
    /// <param name="yearlyProfit">Profit of a year before the super-deduction, fen.</param>
    public static void Decide(ref FirmContext context, long yearlyProfit)
    {
        ref var e = ref context.State;
        if (!e.Is(Standing.DoesRnd)) return;

        var facts = PayTaxes.FactsFor(context, yearlyProfit);
        var tau = yearlyProfit > 0 ? IncomeTax.MarginalRate(facts) : 0;
        var form = PayTaxes.ReturnUnderLaw(context);
        var reference = UserCost.BIndex(UsualDeduction * form.ClaimChance, tau);
        context.Preview(context.Desk.TaxReturns, ref form);
        var theta = form.SuperDeduction * form.ClaimChance;
        var cost = UserCost.BIndex(theta, tau);
        var propensity = Propensity(context.Firm.RndPropensity, context.Month.Year, reference / cost, context.Behaviour);

        var target = StretchedForHighTech(context, propensity, facts);
        e.Set(Standing.StretchesRnd, target > 0);
        e.RndIntensity = (float)(target > 0 ? target : propensity);
        if (e.TitleWork.HasFlag(TitleWork.Research)) Stretch(ref context);
    }

    /// <summary>A firm whose work for the provincial title includes R&amp;D reports at least what makes up for the year in hand.</summary>
    internal static void Stretch(ref FirmContext context)
    {
        ref var e = ref context.State;
        var left = (context.Month.EndsYear ? 12 : 12 - context.Month.OfYear) * context.ExpectedSales;
        var wanted = CatchUp(
            context.ExpectedSales * 12, left, context.Month.EndsYear ? 0 : Fen.ToYuan(e.RndThisYear),
            context.Month.EndsYear ? 0 : Fen.ToYuan(e.SalesThisYear), context.Behaviour);
        if (wanted <= e.RndIntensity) return;
        e.RndIntensity = (float)wanted;
        e.Set(Standing.StretchesRnd, true);
    }

    /// <summary>
    /// R&amp;D, share of sales, that brings a year to what the provincial title asks for; a firm makes up for months past only in part.
    /// </summary>
    /// <param name="yearly">Sales of twelve months, yuan.</param>
    /// <param name="left">Sales of the rest of the year, yuan.</param>
    /// <param name="done">R&amp;D reported this year so far, yuan.</param>
    /// <param name="sold">Sales this year so far, yuan.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static double CatchUp(double yearly, double left, double done, double sold, BehaviouralParameters behaviour)
    {
        var usual = Fen.ToYuan(TitlePlan.RndWanted(Fen.FromYuan(yearly), behaviour)) / yearly;
        var missing = Fen.ToYuan(TitlePlan.RndWanted(Fen.FromYuan(sold + left), behaviour)) - done;
        return Math.Clamp(missing / left, usual, usual * behaviour.MostStretch);
    }

    /// <summary>R&amp;D a firm wants to do, share of sales, before any title tempts it.</summary>
    /// <param name="usual">The firm's R&amp;D propensity under the law of 2021, share of sales.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="relativeCost">User cost of R&amp;D under the law of 2021, times today's: above 1, R&amp;D has become cheaper.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static double Propensity(float usual, int year, double relativeCost, BehaviouralParameters behaviour) =>
        usual * PortableMath.Pow(1 + behaviour.RndTrend, year - PropensityIsOf)
            * PortableMath.Pow(relativeCost, behaviour.RndUserCostElasticity);

    /// <summary>
    /// R&amp;D that a stretch to the target would add, yuan a year, beyond what costs are merely reported as R&amp;D.
    /// </summary>
    internal static double CostOfStretching(double target, double propensity, double sales, BehaviouralParameters behaviour) =>
        (target * (1 - behaviour.Relabelled) - propensity) * sales * 12;

    // For the high-tech title. The provincial one asks for the R&D of one year, which its plan covers.
    private static double StretchedForHighTech(in FirmContext context, double propensity, in TaxFacts facts)
    {
        var (threshold, target) = Reach(Title.HighTech, context.State, context.Month, context.Behaviour);
        return target > propensity && threshold * context.Behaviour.StretchFrom <= propensity
            && WorthStretching(context, Title.HighTech, propensity, target, facts) ? target : 0;
    }

    /// <summary>
    /// R&amp;D threshold of a title the firm does not hold, and the target of reported R&amp;D that leads to it over
    /// three years; shares of sales, 0: nothing to reach.
    /// </summary>
    internal static (double Threshold, double Target) Reach(
        Title title, in Enterprise e, Month month, BehaviouralParameters behaviour)
    {
        var sales = e.ExpectedSales(behaviour.MonthsToDeliver) * 12;
        if (sales <= 0 || e.Holds(title, month + 12)) return default;
        if (title == Title.HighTech)
        {
            var threshold = HighTech.LeastRndPercent(Fen.FromYuan(sales)) / 100.0;
            var threeYears = threshold * (sales + Fen.ToYuan(e.SalesLastYear + e.SalesYearBefore));
            var needed = (threeYears - Fen.ToYuan(e.RndLastYear + e.RndYearBefore)) / sales;
            return (threshold, Math.Clamp(needed, threshold, threshold * behaviour.MostStretch) * behaviour.StretchMargin);
        }
        if (title != Title.Specialised || sales < Fen.ToYuan(Specialised.LeastRevenue)) return default;
        var least = Math.Max(Specialised.LeastRndShare, Fen.ToYuan(Specialised.LeastRnd) / sales);
        return (least, least * behaviour.StretchMargin);
    }

    private static bool WorthStretching(in FirmContext context, Title title, double propensity, double target, in TaxFacts facts)
    {
        if (context.FirmEffect(StretchEffect) >= context.Behaviour.StretchForTitle) return false;
        var file = ApplyForTitles.NewFile(context, title);
        context.Preview(context.Desk.RecognitionFiles, ref file);
        var benefit = ApplyForTitles.Worth(context, title, facts) + Fen.ToYuan(file.ExpectedReward - file.CostOfApplying);
        return benefit > CostOfStretching(target, propensity, context.ExpectedSales, context.Behaviour);
    }
}
