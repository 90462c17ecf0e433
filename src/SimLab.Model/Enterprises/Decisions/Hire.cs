using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Operations;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>Staff follow expected sales with a delay. Researchers are scarce and come from the region's talent market.</summary>
public static class Hire
{
    /// <summary>Adjusts staff and requests researchers.</summary>
    public static void Adjust(ref FirmContext context)
    {
        ref var e = ref context.State;
        var behaviour = context.Behaviour;
        var work = Math.Min(context.ExpectedSales, Trade.Capacity(context))
            * (1 - behaviour.StaffCutWithoutCash * Liquidity.Shortage(context));
        var wanted = Wanted(work, context.SalesPerWorker * e.Capability, e.RndStaff);
        var step = Step(wanted, e.Staff, behaviour);
        if (e.KeyPeople > 0) e.KeyPeople -= (ushort)(
            e.KeyPeople / (12.0 * EmploymentCredit.YearsPerPerson) + context.Draws.Uniform(DrawId.LeavesKeyGroup));
        if (step > 0) step = TakeOn(ref context, step);
        e.Staff = Math.Max((int)e.RndStaff, e.Staff + step);

        SeekResearchers(ref context);
    }

    // Some researchers move on; a firm that needs more asks for them on the talent market of its region.
    private static void SeekResearchers(ref FirmContext context)
    {
        ref var e = ref context.State;
        var behaviour = context.Behaviour;
        if (e.RndStaff == 0 && e.RndIntensity <= 0) return;
        var u = context.Draws.Uniform(DrawId.HireResearcher);
        var leaving = Leaving(e.RndStaff, u, behaviour);
        e.RndStaff -= (ushort)leaving;
        e.Staff -= Math.Min(leaving, e.Staff - 1);

        var needed = Needed(
            e.RndIntensity * context.ExpectedSales * 12 / Research.PerHead(context),
            e.Is(Standing.StretchesRnd) || e.TitleWork.HasFlag(TitleWork.Researchers) || e.Holds(Title.HighTech, context.Month),
            e.Staff, behaviour);
        var missing = Sought(needed, e.RndStaff, behaviour);
        if (missing <= 0) return;
        // Titled and more capable firms are chosen first.
        var plan = new HiringPlan
        {
            People = missing,
            Attraction = e.Capability + (context.Card.Titles != 0 ? behaviour.TitlesAttract : 0) + behaviour.AttractionLuck * u,
        };
        context.Pass(context.Desk.HiringPlans, ref plan);
        context.Send(context.Outbox.HiringRequests, new HiringRequest(context.Firm.Region, plan.People, plan.Attraction));
    }

    /// <summary>Researchers that leave in a month, of those there are.</summary>
    internal static int Leaving(int researchers, double u, BehaviouralParameters behaviour) =>
        Math.Min((int)(researchers * behaviour.ResearchersMove / 12 + u), researchers);

    /// <summary>Researchers a firm needs: for its work, and a share of staff if the title asks for it.</summary>
    /// <param name="work">Heads that the planned R&amp;D pays for.</param>
    /// <param name="titled">Whether it holds, or is on its way to, a title that asks for researchers.</param>
    /// <param name="staff">All staff.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static int Needed(double work, bool titled, int staff, BehaviouralParameters behaviour)
    {
        var needed = (int)Math.Round(work);
        return titled ? Math.Max(needed, TitlePlan.ResearchersWanted(staff, behaviour)) : needed;
    }

    /// <summary>Researchers asked for in a month: those missing, as far as a firm can take in at once; 0 or less: none.</summary>
    internal static int Sought(int needed, int researchers, BehaviouralParameters behaviour) =>
        Math.Min(needed - researchers, (int)(behaviour.ResearchersSought + behaviour.ResearchersSoughtShare * researchers));

    /// <summary>Staff the work needs: people for a month's work (yuan) at their yearly sales per head (yuan), and researchers.</summary>
    internal static double Wanted(double monthlyWork, double salesPerWorker, int researchers) =>
        monthlyWork * 12 / salesPerWorker + researchers;

    /// <summary>
    /// People taken on (or let go, below zero) this month: part of the gap. A gap of one person that matters is not lost to
    /// rounding.
    /// </summary>
    internal static int Step(double wanted, int staff, BehaviouralParameters behaviour)
    {
        var gap = wanted - staff;
        var step = (int)Math.Round(gap * behaviour.StaffSpeed);
        return step == 0 && Math.Abs(gap) >= 1 && Math.Abs(gap) > behaviour.SmallestStaffGap * staff ? Math.Sign(gap) : step;
    }

    // Support for people from key groups makes hiring cheaper; a firm that claims it hires a little more.
    private static int TakeOn(ref FirmContext context, int wanted)
    {
        var behaviour = context.Behaviour;
        var plan = new StaffPlan
        { People = wanted, KeyPeople = FromKeyGroups(wanted, context.Draws.Uniform(DrawId.TakeOnKeyGroup), behaviour) };
        if (plan.KeyPeople > 0) context.Pass(context.Desk.StaffPlans, ref plan);
        context.State.KeyPeople = (ushort)Math.Min(ushort.MaxValue, context.State.KeyPeople + plan.KeyPeople);
        context.Count(Indicator.KeyPeopleHired, plan.KeyPeople);
        return Hired(wanted, Fen.ToYuan(plan.Support), context.Wage, context.Draws.Uniform(DrawId.TakeOn), behaviour);
    }

    /// <summary>People from key groups among those taken on. The draw decides whether a part of a person is one.</summary>
    /// <param name="people">People taken on.</param>
    /// <param name="u">A draw, uniform on [0, 1).</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static int FromKeyGroups(int people, double u, BehaviouralParameters behaviour) =>
        (int)(people * behaviour.KeyGroupShare + u);

    /// <summary>People taken on when hiring is supported: the cheaper a head compared with its yearly pay, the more.</summary>
    /// <param name="wanted">People the work needs.</param>
    /// <param name="support">Support for all of them, yuan.</param>
    /// <param name="wage">Yearly pay per worker, yuan.</param>
    /// <param name="u">A draw, uniform on [0, 1).</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static int Hired(int wanted, double support, double wage, double u, BehaviouralParameters behaviour) =>
        (int)(wanted * (1 + behaviour.HiringPriceElasticity * (support / wanted / Math.Max(1, wage))) + u);
}
