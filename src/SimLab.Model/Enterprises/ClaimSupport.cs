using SimLab.Model.Chance;
using SimLab.Model.Economy;

namespace SimLab.Model.Enterprises;

/// <summary>
/// Decides whether a firm that knows of support claims it: it weighs the yearly value against an application cost that
/// differs between firms and is time-invariant. First claims cost more, and some small firms have nobody able to write
/// one (Cui, Hicks and Xing 2022: most optional relief goes unclaimed, more of it by unsophisticated firms). The cost
/// is time, not cash.
/// </summary>
public static class ClaimSupport
{
    private const int ApplicationCostEffect = 104, AbilityEffect = 105;  // addresses of firm effects

    /// <summary>Whether a claim is worth its cost and the firm is able to write it.</summary>
    /// <param name="context">The firm.</param>
    /// <param name="worth">Value of the claim, yuan a year.</param>
    public static bool IsWorthIt(in FirmContext context, double worth)
    {
        if (worth <= 0) return false;
        var behaviour = context.Behaviour;
        var cost = behaviour.ClaimCost * PortableMath.Exp(
            Draws.LogisticQuantile(context.FirmEffect(ApplicationCostEffect), behaviour.ClaimCostSpread));
        if (context.State.Is(Standing.HasClaimed)) return worth > cost;
        return worth > cost * behaviour.FirstClaimCost && context.FirmEffect(AbilityEffect) < Able(context.State.Staff, behaviour);
    }

    /// <summary>Share of firms of this size with somebody able to write a first claim, 0 to 1.</summary>
    public static double Able(int staff, BehaviouralParameters behaviour) =>
        Math.Min(1, behaviour.AbleAlone + behaviour.AblePerTenfold * PortableMath.Log10(Math.Max(1, staff)));
}
