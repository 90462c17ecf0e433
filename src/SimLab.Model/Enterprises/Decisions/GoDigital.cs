using SimLab.Model.Chance;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>Firms drift to higher digital levels, larger and better informed ones sooner, and move to the cloud.</summary>
public static class GoDigital
{
    public static void Decide(ref Life life)
    {
        ref var e = ref life.E;
        var habits = life.Habits;
        e.DigitalLevel = (float)Math.Min(4, e.DigitalLevel + habits.DigitalDrift / 12);
        if (e.Is(Standing.OnCloud)) return;
        var pull = habits.CloudAdoption * (1 + e.Awareness) * (life.Card.Titles != 0 ? 2 : 1);
        if (life.Dice.Says(Matter.GoDigital, pull)) e.Set(Standing.OnCloud, true);
    }
}
