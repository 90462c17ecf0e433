using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Papers;

namespace SimLab.Model.Enterprises;

/// <summary>
/// The firm spends on R&amp;D what its budget, its researchers and its cash allow. Part of what firms report near a
/// title's threshold is other spending under another name (Chen et al. 2021); only the real part makes knowledge.
/// </summary>
public static class Research
{
    public static void Work(ref Life life)
    {
        ref var e = ref life.E;
        if (e.RndIntensity <= 0 && e.Knowledge <= 0) return;

        var sales = e.Demand;
        var planned = e.RndIntensity * sales;
        var relabelled = e.Is(Standing.StretchesRnd) ? planned * life.Habits.Relabelled : 0;
        var real = planned - relabelled;

        // Researchers limit what can really be done, and so does cash.
        real = Math.Min(real, (e.RndStaff + 0.5) * PerHead(life) / 12 * 1.25);
        var afford = Math.Clamp(0.5 + 0.5 * Fen.ToYuan(e.Cash) / Math.Max(1, sales * 0.5), 0, 1);
        real *= afford;

        // A firm that knows of a grant for research does more of it, though not by the whole grant.
        if (life.Card.Holds(Title.LittleGiant))
        {
            var expected = Project(life, Fen.FromYuan(real));
            life.Preview(life.Desk.ResearchProjects, ref expected);
            real += life.Habits.GrantAdds * Fen.ToYuan(expected.Support);
        }

        var spent = Fen.FromYuan(real);
        life.Pay(Indicator.RndReal, spent);
        e.ProfitThisYear -= spent;
        life.Count(Indicator.Profit, -spent);
        var onPaper = Fen.FromYuan(real + relabelled);
        e.RndThisYear += onPaper;
        life.Count(Indicator.RndReported, onPaper);

        var project = Project(life, spent);
        life.Pass(life.Desk.ResearchProjects, ref project);
        life.Count(Indicator.ResearchSupport, project.Support);
        if (life.Firm.InCluster)
        {
            var cluster = life.Tray.Tally.ClusterRow(life.Firm.Chain, life.World);
            cluster[0] += spent * life.Firm.Weight;
            cluster[1] += life.Firm.Weight;
        }
        Learn(ref life, real + project.Spillover * life.News.ClusterRnd[(int)life.Firm.Region * Chains.Count + (int)life.Firm.Chain]);
        Invent(ref life, real, project);
    }

    /// <summary>R&amp;D spending of a year that one researcher of the firm can use, in the money of the month; yuan.</summary>
    public static double PerHead(in Life life) => (life.Firm.RndPerHead > 0 ? life.Firm.RndPerHead : life.Habits.RndPerHead) * life.News.OutputPerHead;

    private static ResearchProject Project(in Life life, long spending) => new()
    {
        Spending = spending,
        ResultsWorth = Fen.Share(spending, life.Habits.ResultsWorth),
        PatentsWorth = Fen.Share(spending, life.Habits.ResultsWorth),
        PatentPace = 1,
        TransferPace = 1,
        Spillover = life.Firm.InCluster ? life.Habits.Spillover : 0,
    };

    private static void Learn(ref Life life, double real)
    {
        ref var e = ref life.E;
        var habits = life.Habits;
        var before = e.Knowledge;
        e.Knowledge = (float)(before * (1 - habits.KnowledgeDecay / 12) + real);

        // Doubling the stock raises productivity by 9 %: a growing stock makes the firm more capable and wins customers.
        if (before > 10_000 && e.Knowledge > 10_000)
        {
            var gain = Math.Clamp(habits.RndToCapability * Math.Log(e.Knowledge / (double)before), -0.01, 0.02);
            e.Capability = (float)Math.Clamp(e.Capability * Math.Exp(gain), 0.3, 4);
            e.Demand *= Math.Exp(gain);
        }

    }

    // At most a few a month: expected number, rounded by luck.
    private static void Invent(ref Life life, double real, in ResearchProject project)
    {
        ref var e = ref life.E;
        var habits = life.Habits;
        var pace = Math.Pow(real * 12 / 1e6, habits.InventionPower) / 12;
        var patents = (int)(pace * project.PatentPace * habits.Class1AtMillion + life.Dice.Uniform(Matter.Class1Patent));
        var transfers = (int)(pace * project.TransferPace * habits.TransfersAtMillion + life.Dice.Uniform(Matter.ResultTransferred));
        e.Class1Ip = (ushort)Math.Min(ushort.MaxValue, e.Class1Ip + patents);
        e.Class2Ip = (ushort)Math.Min(ushort.MaxValue, e.Class2Ip + (int)(pace * habits.Class2AtMillion + life.Dice.Uniform(Matter.Class2Right)));
        e.TransfersThisYear = (byte)Math.Min(byte.MaxValue, e.TransfersThisYear + transfers);
        life.Count(Indicator.Class1Granted, patents);
        life.Count(Indicator.TransfersMade, transfers);
    }
}
