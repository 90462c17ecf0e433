using SimLab.Model.Economy;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>What a firm could sell beyond its customers, and its place among those who offer the same.</summary>
internal static class SpareCapacity
{
    /// <summary>What a firm could sell in a month beyond its customers and the orders it delivers, yuan.</summary>
    /// <param name="capacity">Most it can sell in a month, yuan.</param>
    /// <param name="e">The firm.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static double Of(double capacity, in Enterprise e, BehaviouralParameters behaviour) =>
        capacity - e.ExpectedSales(behaviour.MonthsToDeliver);

    /// <summary>Whether free capacity is enough to look for customers, given the sales of a month.</summary>
    internal static bool IsWorthSelling(double free, double demand, BehaviouralParameters behaviour) =>
        free > behaviour.WorthSelling * demand;

    /// <summary>Place of a firm in the queue for customers, lowest first: quality and capability lower it, luck moves it.</summary>
    internal static double Rank(float qualityLevel, float capability, double luck, BehaviouralParameters behaviour) =>
        1 - behaviour.QualityInQueue * qualityLevel - behaviour.CapabilityInQueue * (capability - 1) + luck;
}
