using SimLab.Model.Chance;
using SimLab.Model.Forms;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>Firms drift to higher digital levels, larger and better informed ones sooner, and move to the cloud.</summary>
public static class GoDigital
{
    public static void Decide(ref Life life)
    {
        ref var e = ref life.E;
        var habits = life.Habits;
        var plan = new DigitalPlan
        {
            LevelStep = habits.DigitalDrift,
            CloudChance = e.Is(Standing.OnCloud) ? 0 : habits.CloudAdoption * (1 + e.Awareness) * (life.Card.Titles != 0 ? 2 : 1),
        };
        var filled = plan;
        life.Pass(life.Desk.DigitalPlans, ref plan, note: false);
        e.DigitalLevel = (float)Math.Min(4, e.DigitalLevel + plan.LevelStep / 12);
        if (e.Is(Standing.OnCloud) || !life.Dice.Says(Matter.GoDigital, plan.CloudChance)) return;
        e.Set(Standing.OnCloud, true);
        life.NoteAll(life.Desk.DigitalPlans, filled);
    }
}
