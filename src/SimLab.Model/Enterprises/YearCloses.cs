using SimLab.Model.Chance;
using SimLab.Model.Enterprises.Decisions;
using SimLab.Model.Forms;
using SimLab.Model.Papers;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises;

/// <summary>December: refund, income tax, dividends, next year's R&amp;D, the statistics report, and the books of the year.</summary>
public static class YearCloses
{
    public static void End(ref Life life)
    {
        ref var e = ref life.E;
        PayTaxes.Refund(ref life);
        var profit = e.ProfitThisYear;
        var moved = PayTaxes.Year(ref life);
        PlanRnd.Decide(ref life, profit);
        PayOwners(ref life, profit);
        ReportToStatistics(ref life);

        (e.SalesThirdYear, e.SalesYearBefore, e.SalesLastYear, e.SalesThisYear) = (e.SalesYearBefore, e.SalesLastYear, e.SalesThisYear, 0);
        (e.RndThirdYear, e.RndYearBefore, e.RndLastYear, e.RndThisYear) = (e.RndYearBefore, e.RndLastYear, e.RndThisYear, 0);
        (e.NetAssetsThirdYear, e.NetAssetsYearBefore, e.NetAssetsLastYear) =
            (e.NetAssetsYearBefore, e.NetAssetsLastYear, (float)Fen.ToYuan(e.NetAssets));
        (e.TransfersYearBefore, e.TransfersLastYear, e.TransfersThisYear) = (e.TransfersLastYear, e.TransfersThisYear, 0);
        e.ProfitThisYear = moved;
    }

    private static void PayOwners(ref Life life, long profit)
    {
        var ample = life.E.Cash - Fen.FromYuan(2 * Invest.MonthlyCosts(life) * life.Habits.CashBuffer);
        var dividend = Math.Min(ample, Fen.Share(Math.Max(0, profit), life.Habits.PayOut));
        if (dividend > 0) life.Pay(Indicator.Dividends, dividend);
    }

    // 规下转规上: a firm past the threshold joins the roster when it reports; not all do at once.
    private static void ReportToStatistics(ref Life life)
    {
        ref var e = ref life.E;
        if (!life.Firm.Industry.IsIndustrial() || e.Is(Standing.AboveScale)) return;
        if (!AboveScale.Qualifies(life.Firm.Industry, e.SalesThisYear)) return;
        var report = new StatisticsReport { Chance = life.Habits.ReportsToStatistics };
        life.Pass(life.Desk.StatisticsReports, ref report);
        if (!life.Dice.Says(Matter.ReportToStatistics, report.Chance)) return;
        e.Set(Standing.AboveScale, true);
        life.Count(Indicator.NewAboveScale);
        life.Happened(EventKind.JoinedAboveScale);
    }
}
