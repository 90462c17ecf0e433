using SimLab.Model.Chance;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>Quality rises slowly, and some firms have it certified; larger and titled firms sooner.</summary>
public static class ImproveQuality
{
    public static void Decide(ref Life life)
    {
        ref var e = ref life.E;
        var habits = life.Habits;
        e.QualityLevel = (float)Math.Min(1, e.QualityLevel + habits.QualityDrift / 12);
        if (e.Is(Standing.QualityCertified)) return;
        var pull = habits.Certification * (life.Card.Titles != 0 ? 2.5 : life.Card.Size == SizeClass.Micro ? 0.3 : 1);
        if (life.Dice.Says(Matter.CertifyQuality, pull)) e.Set(Standing.QualityCertified, true);
    }
}
