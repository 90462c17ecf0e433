using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Operations;
using SimLab.Model.Forms;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>Firms drift to higher digital levels and move to the cloud, aware and titled ones sooner; both pay.</summary>
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
            CloudChance = CloudChance(e.Is(Standing.OnCloud), e.Awareness, context.Card.Titles != 0, behaviour),
        };
        var filled = plan;
        context.Pass(context.Desk.DigitalPlans, ref plan, note: false);
        if (e.DigitalLevel < Enterprise.HighestDigitalLevel && plan.LevelStep != behaviour.DigitalDrift)
            Capabilities.Gain(ref context, Capabilities.OfDigitalLevel(plan.LevelStep, behaviour));
        e.DigitalLevel = (float)Math.Min(Enterprise.HighestDigitalLevel, e.DigitalLevel + plan.LevelStep / 12);
        if (e.Is(Standing.OnCloud) || !context.Draws.Bernoulli(DrawId.GoDigital, plan.CloudChance)) return;
        e.Set(Standing.OnCloud, true);
        Capabilities.Gain(ref context, Capabilities.OfCloud(context.ExpectedSales * 12, behaviour));
        context.WriteLedgerOf(context.Desk.DigitalPlans, filled);
    }

    /// <summary>Chance a month of moving to the cloud: higher for an aware firm, and for one with a title.</summary>
    internal static double CloudChance(bool onCloud, float awareness, bool titled, BehaviouralParameters behaviour) =>
        onCloud ? 0 : behaviour.CloudAdoption * (1 + awareness) * (titled ? behaviour.TitledToCloud : 1);
}
