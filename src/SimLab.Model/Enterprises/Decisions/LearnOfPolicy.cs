using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Papers;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>What a firm knows of policy: visits teach much at once, neighbours and platforms a little all the time, and it fades.</summary>
public static class LearnOfPolicy
{
    public static void Listen(ref Life life)
    {
        ref var e = ref life.E;
        var habits = life.Habits;
        var unknown = 1 - e.Awareness;
        var heard = habits.PeersTell * (0.3 + life.News.Awareness[(int)life.Firm.Region] + 0.1 * e.DigitalLevel);

        var visit = new ServiceVisit { Chance = habits.VisitChance, Depth = habits.VisitDepth };
        var filled = visit;
        life.Pass(life.Desk.ServiceVisits, ref visit, note: false);
        heard += visit.Platform * Math.Min(2, e.DigitalLevel);
        if (life.Dice.Says(Matter.ServiceVisit, visit.Chance))
        {
            heard = Math.Min(1, heard + visit.Depth);
            life.Count(Indicator.Visits);
            life.NoteAll(life.Desk.ServiceVisits, filled);
        }

        e.Awareness = (float)Math.Clamp(e.Awareness + unknown * heard - habits.Forgets * e.Awareness, 0, 1);
    }
}
