using SimLab.Model.Chance;
using SimLab.Model.Economy;

namespace SimLab.Model.Enterprises;

/// <summary>
/// Does a firm that knows of support claim it? It weighs what the support is worth in a year against the paperwork, which
/// bothers some firms for life more than others. Whoever never claimed anything must learn how, and some small firms have
/// nobody who could (Cui, Hicks and Xing 2022: most optional relief goes unclaimed, more of it where firms are unsophisticated).
/// The bother is time, not cash.
/// </summary>
public static class ClaimSupport
{
    private const int ApplicationCostEffect = 104, AbilityEffect = 105;  // addresses of lasting traits

    /// <param name="context">The firm.</param>
    /// <param name="worth">What the claim would bring, yuan a year.</param>
    public static bool IsWorthIt(in FirmContext context, double worth)
    {
        if (worth <= 0) return false;
        var behaviour = context.Behaviour;
        var cost = behaviour.ClaimCost * Math.Exp(Draws.LogisticQuantile(context.FirmEffect(ApplicationCostEffect), behaviour.ClaimCostSpread));
        if (context.State.Is(Standing.HasClaimed)) return worth > cost;
        return worth > cost * behaviour.FirstClaimCost && context.FirmEffect(AbilityEffect) < Able(context.State.Staff, behaviour);
    }

    /// <summary>Share of firms of that many people that have somebody able to write a first claim.</summary>
    public static double Able(int staff, BehaviouralParameters behaviour) =>
        Math.Min(1, behaviour.AbleAlone + behaviour.AblePerTenfold * Math.Log10(Math.Max(1, staff)));
}
