using SimLab.Model.Enterprises;

namespace SimLab.Model.Populations;

/// <summary>
/// Unpublished facts: capability, digital and quality level, certificates, cloud, awareness. Larger and titled firms are
/// further advanced.
/// </summary>
internal static class Maturity
{
    public static void Draw(FirmBuilder[] drafts, MaturityShape shape, InitialDraws draws)
    {
        foreach (var draft in drafts.Where(d => !d.Vacant))
        {
            ref var s = ref draft.State;
            var step = Step(draft);
            s.Capability = (float)((1 + shape.CapabilityStep.Value * step)
                * draws.Factor(draft.Id, InitialDrawId.Capability, shape.CapabilitySpread.Value));
            s.DigitalLevel = (float)Math.Clamp(
                shape.Digital.Value + shape.DigitalStep.Value * step
                    + shape.DigitalSpread.Value * draws.Normal(draft.Id, InitialDrawId.Digital),
                0, Enterprise.HighestDigitalLevel);
            s.QualityLevel = (float)Math.Clamp(
                shape.Quality.Value + shape.QualityStep.Value * step
                    + shape.QualitySpread.Value * draws.Normal(draft.Id, InitialDrawId.Quality),
                0, 1);
            s.Set(Standing.QualityCertified, draws.Bernoulli(
                draft.Id, InitialDrawId.Certified, shape.Certified.Value + shape.CertifiedStep.Value * step));
            s.Set(Standing.OnCloud, draws.Bernoulli(
                draft.Id, InitialDrawId.Cloud, shape.OnCloud.Value + shape.OnCloudStep.Value * step));
            s.Awareness = (float)Math.Clamp(
                shape.Awareness.Value + shape.AwarenessStep.Value * step
                    + shape.AwarenessRange.Value * draws.Uniform(draft.Id, InitialDrawId.Awareness),
                shape.Awareness.Value, shape.MostAwareness.Value);
            s.MonthsSinceRefusal = 255;
        }
    }

    // 0 for an ordinary firm to 5 for a little giant.
    private static int Step(FirmBuilder draft) => draft switch
    {
        { LittleGiant: true } => 5,
        { Specialised: true } or { Large: true } => 4,
        { HighTech: true } or { TechSme: true } => 3,
        { Stratum: Stratum.Innovative or Stratum.AboveScale } => 2,
        { Stratum: Stratum.Nurture } => 1,
        _ => 0,
    };
}
