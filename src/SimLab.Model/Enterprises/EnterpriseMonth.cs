using SimLab.Model.Enterprises.Decisions;
using SimLab.Model.Forms;
using SimLab.Model.Papers;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises;

/// <summary>The month of a firm, in order. Start reading here.</summary>
public static class EnterpriseMonth
{
    /// <summary>One enterprise lives one month in all its worlds; the mail is in order of world. Allocates nothing.</summary>
    public static void Live(in Firm firm, Span<Enterprise> worlds, Briefing briefing, ReadOnlySpan<Settlement> mail, Tray tray)
    {
        for (var world = 0; world < worlds.Length; world++)
        {
            var letters = 0;
            while (letters < mail.Length && mail[letters].World == world) letters++;

            var life = new Life(ref worlds[world], in firm, briefing, world, tray);
            if (life.E.IsAlive) LiveOneMonth(ref life, mail[..letters]);
            else FoundFirm.Decide(ref life);
            CountStocks.Of(ref life);
            mail = mail[letters..];
        }
        tray.Lived++;
    }

    /// <summary>Counts the enterprise as it stands, without living: the tally of month zero.</summary>
    public static void CountOnly(in Firm firm, Span<Enterprise> worlds, Briefing briefing, Tray tray)
    {
        for (var world = 0; world < worlds.Length; world++)
        {
            var life = new Life(ref worlds[world], in firm, briefing, world, tray);
            if (life.E.IsAlive) life.Card = CardOf(life);
            CountStocks.Of(ref life);
        }
    }

    private static void LiveOneMonth(ref Life life, ReadOnlySpan<Settlement> mail)
    {
        if (life.Month.OfYear == 1) YearOpens.Begin(ref life);
        life.Card = CardOf(life);

        OpenMail.Settle(ref life, mail);
        CollectPayments.Collect(ref life);
        Trade.SellAndPay(ref life);
        Research.Work(ref life);
        LearnOfPolicy.Listen(ref life);

        Hire.Adjust(ref life);
        Invest.Decide(ref life);
        GoDigital.Decide(ref life);
        ImproveQuality.Decide(ref life);
        ApplyForTitles.Decide(ref life);

        if (life.Month.OfYear == 6) PlanRnd.Decide(ref life, life.E.ProfitThisYear * 2);
        if (life.Month.EndsQuarter) PayTaxes.Quarter(ref life);
        if (life.Month.EndsYear) YearCloses.End(ref life);
        Leave.Decide(ref life);
        if (!life.E.IsAlive) return;

        // Papers that move money next month come last: no market may owe anything to a firm that has just closed.
        RaiseEquity.Decide(ref life);
        Borrow.Ask(ref life);
        BidForTenders.Decide(ref life);
        TradeAlongChain.Decide(ref life);
        SeekCustomers.Decide(ref life);
    }

    // assumption: in sight of the threshold from two fifths of it on.
    private static bool NearScale(in Enterprise e, in Firm firm, long sales) =>
        firm.Industry.IsIndustrial() && !e.Is(Standing.AboveScale) && AboveScale.Qualifies(firm.Industry, sales * 5 / 2);

    /// <summary>Size is judged, as in the statistics, by the closed year.</summary>
    public static Card CardOf(in Life life)
    {
        ref readonly var e = ref life.E;
        ref readonly var firm = ref life.Firm;
        var sales = e.SalesLastYear > 0 ? e.SalesLastYear : Fen.FromYuan(e.Demand * 12);
        byte titles = 0;
        for (var title = Title.HighTech; title <= Title.LittleGiant; title++)
            if (e.Holds(title, life.Month)) titles |= (byte)(1 << (int)title);
        return new(
            SizeClasses.Of(firm.Industry, e.Staff, sales, e.TotalAssets), firm.Region, firm.Industry, titles,
            e.Is(Standing.AboveScale), firm.StrategicField, firm.LeadsChain, firm.Chain != Chain.None, firm.InCluster, NearScale(e, firm, sales));
    }
}
