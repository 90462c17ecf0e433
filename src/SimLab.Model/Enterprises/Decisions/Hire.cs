using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Operations;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>Staff follow sales with a delay. Researchers are scarce and come from the region's talent market.</summary>
public static class Hire
{
    /// <summary>Adjusts staff and requests researchers.</summary>
    public static void Adjust(ref FirmContext context)
    {
        ref var e = ref context.State;
        var behaviour = context.Behaviour;
        var wanted = Wanted(Math.Min(e.Demand, Trade.Capacity(context)), context.SalesPerWorker * e.Capability, e.RndStaff);
        var step = Step(wanted, e.Staff, behaviour);
        if (e.KeyPeople > 0) e.KeyPeople -= (ushort)(
            e.KeyPeople / (12.0 * EmploymentCredit.YearsPerPerson) + context.Draws.Uniform(DrawId.LeavesKeyGroup));
        if (step > 0) step = TakeOn(ref context, step);
        e.Staff = Math.Max(Math.Max(1, (int)e.RndStaff), e.Staff + step);

        if (e.RndStaff == 0 && e.RndIntensity <= 0) return;
        var u = context.Draws.Uniform(DrawId.HireResearcher);
        var leaving = (int)(e.RndStaff * behaviour.ResearchersMove / 12 + u);
        leaving = Math.Min(leaving, e.RndStaff);
        e.RndStaff -= (ushort)leaving;
        e.Staff -= Math.Min(leaving, e.Staff - 1);

        var needed = (int)Math.Round(e.RndIntensity * e.Demand * 12 / Research.PerHead(context));
        if (e.Is(Standing.StretchesRnd) || e.Holds(Title.HighTech, context.Month)) needed = Math.Max(
            needed, (int)Math.Ceiling(behaviour.ResearchersKept * e.Staff));
        var missing = Math.Min(
            needed - e.RndStaff, (int)(behaviour.ResearchersSought + behaviour.ResearchersSoughtShare * e.RndStaff));
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
        { People = wanted, KeyPeople = (int)(wanted * behaviour.KeyGroupShare + context.Draws.Uniform(DrawId.TakeOnKeyGroup)) };
        if (plan.KeyPeople > 0) context.Pass(context.Desk.StaffPlans, ref plan);
        context.State.KeyPeople = (ushort)Math.Min(ushort.MaxValue, context.State.KeyPeople + plan.KeyPeople);
        context.Count(Indicator.KeyPeopleHired, plan.KeyPeople);
        var cheaper = Fen.ToYuan(plan.Support) / wanted / Math.Max(1, context.Wage);
        var people = (int)(wanted * (1 + behaviour.HiringPriceElasticity * cheaper) + context.Draws.Uniform(DrawId.TakeOn));
        return people;
    }
}
