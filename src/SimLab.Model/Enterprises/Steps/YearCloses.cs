using SimLab.Model.Chance;
using SimLab.Model.Enterprises.Decisions;
using SimLab.Model.Enterprises.Operations;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises.Steps;

/// <summary>December: refund, income tax, R&amp;D plan, dividends, statistics report, closing of the books.</summary>
public static class YearCloses
{
    /// <summary>Closes the year of a firm in business.</summary>
    public static void End(ref FirmContext context)
    {
        ref var e = ref context.State;
        PayTaxes.Refund(ref context);
        var profit = e.ProfitThisYear;
        var moved = PayTaxes.Year(ref context);
        PlanRnd.Decide(ref context, profit);
        PayOwners(ref context, profit);
        ReportToStatistics(ref context);

        (e.SalesThirdYear, e.SalesYearBefore, e.SalesLastYear, e.SalesThisYear) = (e.SalesYearBefore, e.SalesLastYear, e.SalesThisYear, 0);
        (e.RndThirdYear, e.RndYearBefore, e.RndLastYear, e.RndThisYear) = (e.RndYearBefore, e.RndLastYear, e.RndThisYear, 0);
        (e.NetAssetsThirdYear, e.NetAssetsYearBefore, e.NetAssetsLastYear) =
            (e.NetAssetsYearBefore, e.NetAssetsLastYear, (float)Fen.ToYuan(e.NetAssets));
        (e.TransfersYearBefore, e.TransfersLastYear, e.TransfersThisYear) = (e.TransfersLastYear, e.TransfersThisYear, 0);
        e.ProfitThisYear = moved;
    }

    private static void PayOwners(ref FirmContext context, long profit)
    {
        var ample = context.State.Cash
            - Fen.FromYuan(context.Behaviour.AmpleCash * Liquidity.MonthlyCosts(context) * context.Behaviour.CashBuffer);
        var dividend = Math.Min(ample, Fen.Share(Math.Max(0, profit), context.Behaviour.PayOut));
        if (dividend > 0) context.Pay(Indicator.Dividends, dividend);
    }

    // 规下转规上: a firm past the threshold joins the roster when it reports; some report late.
    private static void ReportToStatistics(ref FirmContext context)
    {
        ref var e = ref context.State;
        if (!context.Firm.Industry.IsIndustrial() || e.Is(Standing.AboveScale)) return;
        if (!AboveScale.Qualifies(context.Firm.Industry, e.SalesThisYear)) return;
        var report = new StatisticsReport { Chance = context.Behaviour.ReportsToStatistics };
        context.Pass(context.Desk.StatisticsReports, ref report);
        if (!context.Draws.Bernoulli(DrawId.ReportToStatistics, report.Chance)) return;
        e.Set(Standing.AboveScale, true);
        context.Count(Indicator.NewAboveScale);
        context.Record(EventKind.JoinedAboveScale);
    }
}
