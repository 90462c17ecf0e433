using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Papers;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>Staff follow sales with a delay. Researchers are scarce: a firm asks its region's talent market for them.</summary>
public static class Hire
{
    public static void Adjust(ref Life life)
    {
        ref var e = ref life.E;
        var habits = life.Habits;
        var wanted = Math.Min(e.Demand, Trade.Capacity(life)) * 12 / (life.SalesPerWorker * e.Capability) + e.RndStaff;
        var gap = wanted - e.Staff;
        var step = (int)Math.Round(gap * habits.StaffSpeed);
        if (step == 0 && Math.Abs(gap) >= 1 && Math.Abs(gap) > 0.1 * e.Staff) step = Math.Sign(gap);
        if (e.KeyPeople > 0) e.KeyPeople -= (ushort)(e.KeyPeople / (12.0 * EmploymentCredit.YearsPerPerson) + life.Dice.Uniform(Matter.LeavesKeyGroup));
        if (step > 0) step = TakeOn(ref life, step);
        e.Staff = Math.Max(Math.Max(1, (int)e.RndStaff), e.Staff + step);

        if (e.RndStaff == 0 && e.RndIntensity <= 0) return;
        var u = life.Dice.Uniform(Matter.HireResearcher);
        var leaving = (int)(e.RndStaff * habits.ResearchersMove / 12 + u);
        leaving = Math.Min(leaving, e.RndStaff);
        e.RndStaff -= (ushort)leaving;
        e.Staff -= Math.Min(leaving, e.Staff - 1);

        var needed = (int)Math.Round(e.RndIntensity * e.Demand * 12 / Research.PerHead(life));
        if (e.Is(Standing.StretchesRnd) || e.Holds(Title.HighTech, life.Month)) needed = Math.Max(needed, (int)Math.Ceiling(0.105 * e.Staff));
        var missing = Math.Min(needed - e.RndStaff, 2 + e.RndStaff / 4);
        if (missing <= 0) return;
        // Better known and more capable firms are chosen first.
        var plan = new HiringPlan { People = missing, Attraction = e.Capability + (life.Card.Titles != 0 ? 0.3 : 0) + 0.5 * u };
        life.Pass(life.Desk.HiringPlans, ref plan);
        life.File(life.Tray.HiringRequests, new HiringRequest(life.Firm.Region, plan.People, plan.Attraction));
    }

    // Support for people from key groups makes taking on cheaper, and a firm that claims it takes on a little more.
    private static int TakeOn(ref Life life, int wanted)
    {
        var habits = life.Habits;
        var plan = new StaffPlan { People = wanted, KeyPeople = (int)(wanted * habits.KeyGroupShare + life.Dice.Uniform(Matter.TakeOnKeyGroup)) };
        if (plan.KeyPeople > 0) life.Pass(life.Desk.StaffPlans, ref plan);
        life.E.KeyPeople = (ushort)Math.Min(ushort.MaxValue, life.E.KeyPeople + plan.KeyPeople);
        life.Count(Indicator.KeyPeopleHired, plan.KeyPeople);
        var cheaper = Fen.ToYuan(plan.Support) / wanted / Math.Max(1, life.Wage);
        var people = (int)(wanted * (1 + habits.HiringPriceElasticity * cheaper) + life.Dice.Uniform(Matter.TakeOn));
        return people;
    }
}
