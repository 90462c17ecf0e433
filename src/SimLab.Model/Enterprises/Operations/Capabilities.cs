using SimLab.Model.Economy;
using SimLab.Model.Messages;

namespace SimLab.Model.Enterprises.Operations;

/// <summary>
/// What a firm can do better than before changes its productivity and wins it customers: knowledge, the cloud, the digital level,
/// a quality certificate, results and patents. Customers won are tallied: others of the market lose them
/// (<see cref="SharedMarkets"/>).
/// </summary>
public static class Capabilities
{
    /// <summary>Changes productivity and customers by a gain, log points; below zero: a loss.</summary>
    public static void Gain(ref FirmContext context, double gain)
    {
        ref var e = ref context.State;
        var behaviour = context.Behaviour;
        e.Capability = (float)Math.Clamp(e.Capability * PortableMath.Exp(gain), behaviour.LeastCapability, behaviour.MostCapability);
        WinCustomers(ref context, gain);
    }

    /// <summary>Changes customers alone by a gain, log points.</summary>
    public static void WinCustomers(ref FirmContext context, double gain)
    {
        ref var e = ref context.State;
        var customers = e.Demand * PortableMath.Exp(gain);
        context.Count(Indicator.CustomersWon, Fen.FromYuan(customers - e.Demand));
        e.Demand = customers;
    }

    /// <summary>Gain of a firm that moves to the cloud, log points: more for a small firm.</summary>
    /// <param name="yearlySales">Its sales, yuan a year.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static double OfCloud(double yearlySales, BehaviouralParameters behaviour) =>
        behaviour.CloudGain * PortableMath.Pow(Math.Max(behaviour.GrowthSpreadFrom, yearlySales) / 1e6, -behaviour.CloudGainPower);

    /// <summary>Gain of a month at a digital pace, log points: what a firm rises faster than firms do unprompted.</summary>
    /// <param name="levelStep">Digital levels gained a year.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static double OfDigitalLevel(double levelStep, BehaviouralParameters behaviour) =>
        behaviour.DigitalGain * (levelStep - behaviour.DigitalDrift) / 12;

    /// <summary>Gain of a month from results and patents beyond those that such R&amp;D yields anyway, log points.</summary>
    /// <param name="extraWorth">What they are worth, yuan.</param>
    /// <param name="demand">Customers of a month, yuan.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static double OfResults(double extraWorth, double demand, BehaviouralParameters behaviour) =>
        demand <= 0 ? 0 : PortableMath.Log(1 + extraWorth / (behaviour.MarginOfExtraSale * behaviour.MonthsProductSells) / demand);
}
