using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Operations;
using SimLab.Model.Forms;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>Quality rises slowly, and some firms get it certified; larger and titled firms sooner.</summary>
public static class ImproveQuality
{
    /// <summary>Raises the quality level and decides on certification.</summary>
    public static void Decide(ref FirmContext context)
    {
        ref var e = ref context.State;
        var behaviour = context.Behaviour;
        var plan = new QualityPlan
        {
            LevelStep = behaviour.QualityDrift,
            CertificateWorth = Fen.FromYuan(context.ExpectedSales * 12 * behaviour.CertificateWorth),
            CertificateYears = behaviour.CertificateYears,
            LevelWorth = behaviour.QualityLevelWorth,
            CertificationChance = CertificationChance(
                e.Is(Standing.QualityCertified), context.Card.Titles != 0, context.Card.Size, behaviour),
        };
        var filled = plan;
        context.Pass(context.Desk.QualityPlans, ref plan, note: false);
        e.QualityLevel = (float)Math.Min(1, e.QualityLevel + plan.LevelStep / 12);
        if (e.Is(Standing.QualityCertified) || !context.Draws.Bernoulli(DrawId.CertifyQuality, plan.CertificationChance)) return;
        e.Set(Standing.QualityCertified, true);
        Capabilities.WinCustomers(ref context, behaviour.CertificateGain);
        context.WriteLedgerOf(context.Desk.QualityPlans, filled);
    }

    /// <summary>Chance a month of a certificate: higher for a firm with a title, lower for a micro firm without one.</summary>
    internal static double CertificationChance(bool certified, bool titled, SizeClass size, BehaviouralParameters behaviour) =>
        certified ? 0 : behaviour.Certification * (titled ? behaviour.TitledCertify : size == SizeClass.Micro ? behaviour.MicroCertify : 1);
}
