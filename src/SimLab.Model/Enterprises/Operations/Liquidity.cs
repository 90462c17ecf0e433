using SimLab.Model.Economy;

namespace SimLab.Model.Enterprises.Operations;

/// <summary>
/// How short of cash a firm is. Material and pay are due before customers pay, so a firm that is short keeps fewer staff and
/// turns customers away.
/// </summary>
public static class Liquidity
{
    /// <summary>Part of the cash for its work that the firm lacks: 0 with enough cash, 1 without any.</summary>
    public static double Shortage(in FirmContext context) =>
        Shortage(context.State.Cash, MonthlyCosts(context), context.Behaviour);

    /// <summary>Part of the cash for its work that a firm lacks: 0 with enough cash, 1 without any.</summary>
    /// <param name="cash">Cash, fen; below zero: an overdraft.</param>
    /// <param name="monthlyCosts">Costs of a normal month, yuan.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static double Shortage(long cash, double monthlyCosts, BehaviouralParameters behaviour) =>
        cash >= 0 && monthlyCosts <= 0 ? 0
            : Math.Clamp(1 - Fen.ToYuan(cash) / Math.Max(1, monthlyCosts * behaviour.CashForWork), 0, 1);

    /// <summary>Costs of a normal month: materials, overhead, R&amp;D and pay, yuan.</summary>
    public static double MonthlyCosts(in FirmContext context) =>
        context.ExpectedSales * (context.Traits.Materials + context.Firm.Overhead + context.State.RndIntensity)
            + (double)context.State.Staff * context.Wage / 12;
}
