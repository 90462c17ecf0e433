using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Rulebook;


namespace SimLab.Model.Enterprises.Decisions;

/// <summary>
/// How much R&amp;D does the firm report next? Its own bent, moved by the user cost of R&amp;D after tax; and, near a
/// title's threshold, a stretch to reach it when the title is worth more than the stretch costs. Set in December,
/// reviewed in June.
/// </summary>
public static class PlanRnd
{
    private const double MostStretch = 1.3;                // nobody makes up for three years in one; assumed
    private const int StretchTrait = 101;                  // address of the firm's lasting readiness to stretch

    /// <param name="life">The firm.</param>
    /// <param name="yearlyProfit">Profit of a year before the super-deduction, fen.</param>
    public static void Decide(ref Life life, long yearlyProfit)
    {
        ref var e = ref life.E;
        if (life.Firm.RndBent <= 0) return;

        var facts = PayTaxes.FactsFor(life, yearlyProfit);
        var tau = yearlyProfit > 0 ? IncomeTax.MarginalRate(facts) : 0;
        var form = PayTaxes.ReturnUnderLaw(life);
        var reference = UserCost.BIndex(0.75 * form.ClaimChance, tau);
        life.Preview(life.Desk.TaxReturns, ref form);
        var theta = form.SuperDeduction * form.ClaimChance;
        var cost = UserCost.BIndex(theta, tau);
        var bent = life.Firm.RndBent * Math.Pow(reference / cost, life.Habits.RndUserCostElasticity);

        var (title, threshold, target) = StretchTarget(life, bent);
        var worth = target > bent && threshold * life.Habits.StretchFrom <= bent && WorthStretching(life, title, bent, target, facts);
        e.Set(Standing.StretchesRnd, worth);
        e.RndIntensity = (float)(worth ? target : bent);
    }

    /// <summary>The next title the firm falls short of, its threshold, and the reported R&amp;D, share of sales, that works towards it over three years.</summary>
    private static (Title Title, double Threshold, double Target) StretchTarget(in Life life, double bent)
    {
        ref readonly var e = ref life.E;
        var sales = e.Demand * 12;
        if (sales <= 0) return default;
        if (!e.Holds(Title.HighTech, life.Month + 12))
        {
            var threshold = HighTech.LeastRndPercent(Fen.FromYuan(sales)) / 100.0;
            var threeYears = threshold * (sales + Fen.ToYuan(e.SalesLastYear + e.SalesYearBefore));
            var needed = (threeYears - Fen.ToYuan(e.RndLastYear + e.RndYearBefore)) / sales;
            var target = Math.Clamp(needed, threshold, threshold * MostStretch) * 1.01;
            if (target > bent) return (Title.HighTech, threshold, target);
        }
        if (!e.Holds(Title.Specialised, life.Month + 12) && sales >= 10_000_000)
        {
            var needed = Math.Max(0.03, 1_000_000 / sales);                      // 63号: R&D at least 1 million yuan and 3 % of revenue
            return (Title.Specialised, needed, needed * 1.01);
        }
        return default;
    }

    private static bool WorthStretching(in Life life, Title title, double bent, double target, in TaxFacts facts)
    {
        if (Dice.EarFor(StretchTrait, life.Briefing.Worlds[life.World].Luck, life.Firm.Id) >= life.Habits.StretchForTitle) return false;
        var file = ApplyForTitles.NewFile(life, title);
        life.Preview(life.Desk.RecognitionFiles, ref file);
        var benefit = ApplyForTitles.Worth(life, title, facts) + Fen.ToYuan(file.ExpectedReward - file.CostOfApplying);
        var extra = (target * (1 - life.Habits.Relabelled) - bent) * life.E.Demand * 12;
        return benefit > extra;
    }
}
