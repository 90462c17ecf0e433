using SimLab.Model.Chance;
using SimLab.Model.Economy;
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
        var heard = HeardFromPeers(context.Conditions.Awareness[(int)context.Firm.Region], e.DigitalLevel, behaviour);

        var visit = new ServiceVisit { Chance = behaviour.VisitChance, Depth = behaviour.VisitDepth };
        var filled = visit;
        context.Pass(context.Desk.ServiceVisits, ref visit, note: false);
        heard += visit.Platform * Math.Min(behaviour.PlatformLevels, e.DigitalLevel);
        if (context.Draws.Bernoulli(DrawId.ServiceVisit, visit.Chance))
        {
            heard = Math.Min(1, heard + visit.Depth);
            context.Count(Indicator.Visits);
            context.WriteLedgerOf(context.Desk.ServiceVisits, filled);
        }

        e.Awareness = Next(e.Awareness, heard, behaviour);
    }

    /// <summary>Share of what a firm does not know that it hears in a month from aware neighbours and on platforms.</summary>
    internal static double HeardFromPeers(double awarenessOfRegion, float digitalLevel, BehaviouralParameters behaviour) =>
        behaviour.PeersTell * (behaviour.PeersTellAnyway + awarenessOfRegion + behaviour.DigitalHears * digitalLevel);

    /// <summary>Awareness (0 to 1) next month: the firm learns part of what it does not know, and forgets part of what it does.</summary>
    internal static float Next(float awareness, double heard, BehaviouralParameters behaviour)
    {
        var unknown = 1 - awareness;
        return (float)Math.Clamp(awareness + unknown * heard - behaviour.Forgets * awareness, 0, 1);
    }
}
