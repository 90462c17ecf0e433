using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>Awareness of policy: visits raise it at once, neighbours and platforms slowly, and it fades.</summary>
public static class LearnOfPolicy
{
    /// <summary>Updates awareness for a month.</summary>
    public static void Listen(ref FirmContext context)
    {
        ref var e = ref context.State;
        var behaviour = context.Behaviour;
        var unknown = 1 - e.Awareness;
        var heard = behaviour.PeersTell * (0.3 + context.Conditions.Awareness[(int)context.Firm.Region] + 0.1 * e.DigitalLevel);

        var visit = new ServiceVisit { Chance = behaviour.VisitChance, Depth = behaviour.VisitDepth };
        var filled = visit;
        context.Pass(context.Desk.ServiceVisits, ref visit, note: false);
        heard += visit.Platform * Math.Min(2, e.DigitalLevel);
        if (context.Draws.Bernoulli(DrawId.ServiceVisit, visit.Chance))
        {
            heard = Math.Min(1, heard + visit.Depth);
            context.Count(Indicator.Visits);
            context.WriteLedgerOf(context.Desk.ServiceVisits, filled);
        }

        e.Awareness = (float)Math.Clamp(e.Awareness + unknown * heard - behaviour.Forgets * e.Awareness, 0, 1);
    }
}
