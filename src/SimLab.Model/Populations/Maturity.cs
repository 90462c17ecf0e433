using SimLab.Model.Enterprises;

namespace SimLab.Model.Populations;

/// <summary>
/// Unpublished facts: capability, digital and quality level, certificates, cloud, awareness. Every number in this file
/// is an assumption; larger and titled firms are further advanced.
/// </summary>
internal static class Maturity
{
    public static void Draw(FirmBuilder[] drafts, InitialDraws draws)
    {
        foreach (var draft in drafts.Where(d => !d.Vacant))
        {
            ref var s = ref draft.State;
            var step = Step(draft);
            s.Capability = (float)((1 + 0.04 * step) * draws.Factor(draft.Id, InitialDrawId.Capability, 0.25));
            s.DigitalLevel = (float)Math.Clamp(
                1.0 + 0.45 * step + 0.45 * draws.Normal(draft.Id, InitialDrawId.Digital), 0, Enterprise.HighestDigitalLevel);
            s.QualityLevel = (float)Math.Clamp(0.33 + 0.11 * step + 0.10 * draws.Normal(draft.Id, InitialDrawId.Quality), 0, 1);
            s.Set(Standing.QualityCertified, draws.Bernoulli(draft.Id, InitialDrawId.Certified, 0.04 + 0.15 * step));
            s.Set(Standing.OnCloud, draws.Bernoulli(draft.Id, InitialDrawId.Cloud, 0.12 + 0.13 * step));
            s.Awareness = (float)Math.Clamp(0.10 + 0.08 * step + 0.12 * draws.Uniform(draft.Id, InitialDrawId.Awareness), 0.10, 0.60);
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
