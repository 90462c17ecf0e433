using SimLab.Model.Chance;
using SimLab.Model.Forms;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>Quality rises slowly, and some firms have it certified; larger and titled firms sooner.</summary>
public static class ImproveQuality
{
    public static void Decide(ref Life life)
    {
        ref var e = ref life.E;
        var habits = life.Habits;
        var plan = new QualityPlan
        {
            LevelStep = habits.QualityDrift,
            CertificateWorth = Fen.FromYuan(e.Demand * 12 * habits.CertificateWorth),
            CertificationChance = e.Is(Standing.QualityCertified) ? 0
                : habits.Certification * (life.Card.Titles != 0 ? 2.5 : life.Card.Size == SizeClass.Micro ? 0.3 : 1),
        };
        var filled = plan;
        life.Pass(life.Desk.QualityPlans, ref plan, note: false);
        e.QualityLevel = (float)Math.Min(1, e.QualityLevel + plan.LevelStep / 12);
        if (e.Is(Standing.QualityCertified) || !life.Dice.Says(Matter.CertifyQuality, plan.CertificationChance)) return;
        e.Set(Standing.QualityCertified, true);
        life.NoteAll(life.Desk.QualityPlans, filled);
    }
}
