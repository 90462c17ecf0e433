using SimLab.Model.Chance;
using SimLab.Model.Forms;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>Firms drift to higher digital levels and move to the cloud, aware and titled ones sooner.</summary>
public static class GoDigital
{
    /// <summary>Raises the digital level and decides on the cloud.</summary>
    public static void Decide(ref FirmContext context)
    {
        ref var e = ref context.State;
        var behaviour = context.Behaviour;
        var plan = new DigitalPlan
        {
            LevelStep = behaviour.DigitalDrift,
            CloudChance = e.Is(Standing.OnCloud) ? 0 : behaviour.CloudAdoption * (1 + e.Awareness) * (context.Card.Titles != 0 ? 2 : 1),
        };
        var filled = plan;
        context.Pass(context.Desk.DigitalPlans, ref plan, note: false);
        e.DigitalLevel = (float)Math.Min(4, e.DigitalLevel + plan.LevelStep / 12);
        if (e.Is(Standing.OnCloud) || !context.Draws.Bernoulli(DrawId.GoDigital, plan.CloudChance)) return;
        e.Set(Standing.OnCloud, true);
        context.WriteLedgerOf(context.Desk.DigitalPlans, filled);
    }
}
