using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Decisions;
using SimLab.Model.Enterprises.Operations;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises.Steps;

/// <summary>The month of a firm, step by step. Start reading here.</summary>
public static class EnterpriseMonth
{
    /// <summary>Steps an enterprise a month in all worlds; settlements sorted by world. Allocates nothing.</summary>
    public static void Step(
        in Firm firm, Span<Enterprise> worlds, PublicInformation information, ReadOnlySpan<Settlement> received, Outbox outbox)
    {
        for (var world = 0; world < worlds.Length; world++)
        {
            var settlements = 0;
            while (settlements < received.Length && received[settlements].World == world) settlements++;

            var context = new FirmContext(ref worlds[world], in firm, information, world, outbox);
            if (context.State.IsAlive) StepAlive(ref context, received[..settlements]);
            else FoundFirm.Decide(ref context);
            CountStocks.Of(ref context);
            received = received[settlements..];
        }
        outbox.Stepped++;
    }

    /// <summary>Tallies the enterprise without stepping it: the tally of month zero.</summary>
    public static void CountOnly(in Firm firm, Span<Enterprise> worlds, PublicInformation information, Outbox outbox)
    {
        for (var world = 0; world < worlds.Length; world++)
        {
            var context = new FirmContext(ref worlds[world], in firm, information, world, outbox);
            if (context.State.IsAlive) context.Card = CardOf(context);
            CountStocks.Of(ref context);
        }
    }

    private static void StepAlive(ref FirmContext context, ReadOnlySpan<Settlement> received)
    {
        if (context.Month.OfYear == 1) YearOpens.Begin(ref context);
        if ((context.Month - 1).EndsQuarter) context.State.Set(Standing.Listed, false);     // a new list follows
        context.Card = CardOf(context);

        ReceiveSettlements.Apply(ref context, received);
        CollectPayments.Collect(ref context);
        Trade.SellAndPay(ref context);
        Research.Work(ref context);
        LearnOfPolicy.Listen(ref context);

        Hire.Adjust(ref context);
        Invest.Decide(ref context);
        GoDigital.Decide(ref context);
        ImproveQuality.Decide(ref context);
        WorkForTitle.Work(ref context);
        ApplyForTitles.Decide(ref context);
        if (context.Month.EndsQuarter) PrepareForTitles.Decide(ref context);

        if (context.Month.OfYear == 6) PlanRnd.Decide(ref context, context.State.ProfitThisYear * 2);
        if (context.Month.EndsQuarter) PayTaxes.Quarter(ref context);
        if (context.Month.EndsYear) YearCloses.End(ref context);
        Leave.Decide(ref context);
        if (!context.State.IsAlive) return;

        // Messages that move money next month come last: no market may owe anything to a firm that has just closed.
        RaiseEquity.Decide(ref context);
        Borrow.Ask(ref context);
        BidForTenders.Decide(ref context);
        TradeAlongChain.Decide(ref context);
        SeekCustomers.Decide(ref context);
    }

    private static bool NearScale(in FirmContext context, long sales) =>
        context.Firm.Industry.IsIndustrial() && !context.State.Is(Standing.AboveScale)
            && AboveScale.Qualifies(context.Firm.Industry, Fen.Share(sales, 1 / context.Behaviour.NearScale));

    /// <summary>The card of the firm this month; size follows the closed year, as in the statistics.</summary>
    public static Card CardOf(in FirmContext context)
    {
        ref readonly var e = ref context.State;
        ref readonly var firm = ref context.Firm;
        var sales = e.SalesLastYear > 0 ? e.SalesLastYear : Fen.FromYuan(context.ExpectedSales * 12);
        byte titles = 0;
        for (Title title = 0; (int)title < Places.Titles; title++)
            if (e.Holds(title, context.Month)) titles |= (byte)(1 << (int)title);
        return new(
            SizeClasses.Of(firm.Industry, e.Staff, sales, e.TotalAssets), firm.Region, firm.Industry, titles,
            e.Is(Standing.AboveScale), firm.StrategicField, firm.LeadsChain, firm.Chain != Chain.None, firm.InCluster,
                NearScale(context, sales), IncomeTax.IsSmallLowProfit(new()
                {
                    AverageStaff = e.Staff,
                    AverageAssets = e.TotalAssets,
                    TaxableIncome = e.Is(Standing.EarnsMuch) ? IncomeTax.SmallProfitIncomeLimit + 1 : 0,
                }), e.Is(Standing.Listed));
    }
}
