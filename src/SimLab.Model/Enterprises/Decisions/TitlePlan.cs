using SimLab.Model.Economy;
using SimLab.Model.Recognition;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>The cheapest work that lets a firm earn a title, and its cost in yuan.</summary>
/// <param name="Work">What to build up; none: it earns the title as it is.</param>
/// <param name="Cost">Cost, yuan.</param>
public readonly record struct TitlePlan(TitleWork Work, double Cost)
{
    private static readonly TitleWork[] Each = Enum.GetValues<TitleWork>()[1..];

    /// <summary>The cheapest plan by which these facts come to earn the title; null: the title is out of reach.</summary>
    internal static TitlePlan? Cheapest(Title title, in FirmFacts facts, BehaviouralParameters behaviour)
    {
        if (TitleLaw.Earns(title, facts)) return default(TitlePlan);
        var possible = Possible(title, facts, behaviour);
        if (possible == TitleWork.None || !TitleLaw.Earns(title, After(possible, facts, behaviour))) return null;

        var best = new TitlePlan(possible, CostOf(possible, facts, behaviour));
        for (var work = (TitleWork)1; work < possible; work++)
        {
            if ((work & ~possible) != 0 || CostOf(work, facts, behaviour) is var cost && cost >= best.Cost) continue;
            if (TitleLaw.Earns(title, After(work, facts, behaviour))) best = new(work, CostOf(work, facts, behaviour));
        }
        return best;
    }

    /// <summary>The facts once the work is done.</summary>
    internal static FirmFacts After(TitleWork work, FirmFacts facts, BehaviouralParameters behaviour)
    {
        if (work.HasFlag(TitleWork.Certificate)) facts.QualityCertified = true;
        if (work.HasFlag(TitleWork.DigitalLevel)) facts.DigitalLevel = Math.Min(Enterprise.HighestDigitalLevel, facts.DigitalLevel + 1);
        if (work.HasFlag(TitleWork.Patent)) (facts.Class1Ip, facts.Class1IpOwn) = (facts.Class1Ip + 1, facts.Class1IpOwn + 1);
        if (work.HasFlag(TitleWork.Research)) facts.Rnd = RndWanted(facts.Revenue, behaviour);
        if (!work.HasFlag(TitleWork.Researchers)) return facts;
        facts.RndStaff = facts.TechStaff = ResearchersWanted(facts.Staff, behaviour);
        facts.RndInstitution = RecognitionFacts.InstitutionOf(facts.RndStaff, behaviour);
        return facts;
    }

    /// <summary>What the work costs a firm with these facts, yuan.</summary>
    internal static double CostOf(TitleWork work, in FirmFacts facts, BehaviouralParameters behaviour)
    {
        var cost = 0.0;
        foreach (var one in Each)
            if (work.HasFlag(one))
                cost += one == TitleWork.Research ? CostOfResearch(facts, behaviour)
                    : PriceOf(one, Fen.ToYuan(facts.Revenue), facts.Staff, facts.RndStaff, behaviour);
        return cost;
    }

    /// <summary>R&amp;D of a year that the provincial title asks for, with a margin, fen.</summary>
    internal static long RndWanted(long revenue, BehaviouralParameters behaviour) => Fen.Share(
        Math.Max(Specialised.LeastRnd, Fen.Share(revenue, Specialised.LeastRndShare)), behaviour.StretchMargin);

    /// <summary>R&amp;D of a year beyond what is planned and what can be relabelled, yuan.</summary>
    private static double CostOfResearch(in FirmFacts facts, BehaviouralParameters behaviour) =>
        Math.Max(0, Fen.ToYuan(RndWanted(facts.Revenue, behaviour)) * (1 - behaviour.Relabelled) - Fen.ToYuan(facts.Rnd));

    /// <summary>Price of one piece of work other than research, yuan.</summary>
    /// <param name="work">One flag.</param>
    /// <param name="sales">Sales of a year, yuan.</param>
    /// <param name="staff">All staff.</param>
    /// <param name="researchers">R&amp;D staff.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static double PriceOf(TitleWork work, double sales, int staff, int researchers, BehaviouralParameters behaviour) => work switch
    {
        TitleWork.Certificate => behaviour.CertificatePrice,
        TitleWork.DigitalLevel => behaviour.DigitalLevelPrice * sales,
        TitleWork.Patent => behaviour.PatentPrice,
        _ => behaviour.ResearcherPrice * Math.Max(0, ResearchersWanted(staff, behaviour) - researchers),
    };

    /// <summary>Researchers that a firm on its way to a title wants.</summary>
    internal static int ResearchersWanted(int staff, BehaviouralParameters behaviour) =>
        (int)Math.Ceiling(behaviour.ResearchersKept * staff);

    private static TitleWork Possible(Title title, in FirmFacts facts, BehaviouralParameters behaviour)
    {
        var possible = TitleWork.Patent;
        if (!facts.QualityCertified) possible |= TitleWork.Certificate;
        if (facts.DigitalLevel < Enterprise.HighestDigitalLevel) possible |= TitleWork.DigitalLevel;
        if (facts.RndStaff < ResearchersWanted(facts.Staff, behaviour)) possible |= TitleWork.Researchers;
        if (title == Title.Specialised && facts.Revenue >= Specialised.LeastRevenue && facts.Rnd < RndWanted(facts.Revenue, behaviour))
            possible |= TitleWork.Research;
        return possible;
    }
}
