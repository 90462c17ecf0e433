using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Enterprises.Operations;

/// <summary>
/// The firm spends on R&amp;D within its budget, researchers and cash. Near a title's threshold, part of reported
/// R&amp;D is relabelled other spending (Chen et al. 2021); only the real part adds to knowledge.
/// </summary>
public static class Research
{
    /// <summary>Spends, learns and invents for a month.</summary>
    public static void Work(ref FirmContext context)
    {
        ref var e = ref context.State;
        if (e.RndIntensity <= 0 && e.Knowledge <= 0) return;

        var behaviour = context.Behaviour;
        var sales = context.ExpectedSales;
        var planned = e.RndIntensity * sales;
        var relabelledShare = e.Is(Standing.StretchesRnd) ? behaviour.Relabelled : 0;
        var real = planned * (1 - relabelledShare);

        // Researchers and cash limit real R&D; a firm that works for a title buys from institutes what its own cannot do.
        if (!e.TitleWork.HasFlag(TitleWork.Research))
            real = Math.Min(real, (e.RndStaff + behaviour.ResearchersUncounted) * PerHead(context) / 12 * behaviour.MostPerResearcher);
        var afford = Math.Clamp(
            behaviour.RndWithoutCash
            + (1 - behaviour.RndWithoutCash) * Fen.ToYuan(e.Cash) / Math.Max(1, sales * behaviour.CashForRnd), 0, 1);
        real *= afford;

        // A firm that knows of a research grant does more R&D, but not by the whole grant.
        if (context.Card.Holds(Title.LittleGiant))
        {
            var expected = Project(context, Fen.FromYuan(real));
            context.Preview(context.Desk.ResearchProjects, ref expected);
            real += behaviour.GrantAdds * Fen.ToYuan(expected.Support);
        }

        var spent = Fen.FromYuan(real);
        context.Pay(Indicator.RndReal, spent);
        e.ProfitThisYear -= spent;
        context.Count(Indicator.Profit, -spent);
        var onPaper = Fen.FromYuan(real / (1 - relabelledShare));
        e.RndThisYear += onPaper;
        context.Count(Indicator.RndReported, onPaper);

        var project = Project(context, spent);
        context.Pass(context.Desk.ResearchProjects, ref project);
        context.Count(Indicator.ResearchSupport, project.Support);
        if (context.Firm.InCluster)
        {
            var cluster = context.Outbox.Tally.ClusterRow(context.Firm.Chain, context.World);
            cluster[0] += spent * context.Firm.Weight;
            cluster[1] += context.Firm.Weight;
        }
        Learn(ref context,
            real + project.Spillover * context.Conditions.ClusterRndOf(context.Firm.Region, context.Firm.Chain));
        Invent(ref context, real, project);
    }

    /// <summary>Yearly R&amp;D spending per researcher at this month's level, yuan.</summary>
    public static double PerHead(in FirmContext context) =>
        (context.Firm.RndPerHead > 0 ? context.Firm.RndPerHead : context.Behaviour.RndPerHead) * context.Conditions.OutputPerHead;

    private static ResearchProject Project(in FirmContext context, long spending) => new()
    {
        Spending = spending,
        ResultsWorth = Fen.Share(spending, context.Behaviour.ResultsWorth),
        PatentsWorth = Fen.Share(spending, context.Behaviour.ResultsWorth),
        PatentPace = 1,
        TransferPace = 1,
        Spillover = context.Firm.InCluster ? context.Behaviour.Spillover : 0,
    };

    private static void Learn(ref FirmContext context, double real)
    {
        ref var e = ref context.State;
        var behaviour = context.Behaviour;
        var before = e.Knowledge;
        e.Knowledge = (float)(before * (1 - behaviour.KnowledgeDecay / 12) + real);

        // A growing stock raises capability and demand.
        if (before > behaviour.LeastKnowledge && e.Knowledge > behaviour.LeastKnowledge)
        {
            var gain = Math.Clamp(
                behaviour.RndToCapability * PortableMath.Log(e.Knowledge / (double)before), -behaviour.MostForgottenInMonth,
                behaviour.MostLearnedInMonth);
            Capabilities.Gain(ref context, gain);
        }
    }

    // A few a month at most: the expected number, rounded at random.
    private static void Invent(ref FirmContext context, double real, in ResearchProject project)
    {
        ref var e = ref context.State;
        var behaviour = context.Behaviour;
        var pace = PortableMath.Pow(real * 12 / 1e6, behaviour.InventionPower) / 12;
        var patents = (int)(pace * project.PatentPace * behaviour.Class1AtMillion + context.Draws.Uniform(DrawId.Class1Patent));
        var transfers = (int)(pace * project.TransferPace * behaviour.TransfersAtMillion + context.Draws.Uniform(DrawId.ResultTransferred));
        e.Class1Ip = (ushort)Math.Min(ushort.MaxValue, e.Class1Ip + patents);
        e.Class2Ip = (ushort)Math.Min(
            ushort.MaxValue, e.Class2Ip + (int)(pace * behaviour.Class2AtMillion + context.Draws.Uniform(DrawId.Class2Right)));
        e.TransfersThisYear = (byte)Math.Min(byte.MaxValue, e.TransfersThisYear + transfers);
        // What such R&D yields anyway is part of its knowledge; results and patents beyond it sell products of their own.
        var extra = (project.TransferPace - 1) * Fen.ToYuan(project.ResultsWorth)
            + (project.PatentPace - 1) * Fen.ToYuan(project.PatentsWorth);
        if (extra != 0) Capabilities.WinCustomers(ref context, Capabilities.OfResults(extra, e.Demand, behaviour));
        context.Count(Indicator.Class1Granted, patents);
        context.Count(Indicator.TransfersMade, transfers);
    }
}
