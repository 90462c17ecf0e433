using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises.Steps;

/// <summary>January: the year's growth luck (shock), entry into R&amp;D, refresh of the above-scale roster.</summary>
public static class YearOpens
{
    /// <summary>Opens the year of a firm in business.</summary>
    public static void Begin(ref FirmContext context)
    {
        ref var e = ref context.State;
        e.Set(Standing.FirstLoanThisYear, false);
        e.ClaimedThisYear = 0;

        // Growth rates are Laplace, wider for small firms. The mean of exp(Laplace) is 1/(1-b²); most of it is
        // removed, so that shocks spread firms without lifting the economy. The rest makes small survivors grow faster
        // than large.
        var scale = GrowthScale(context.ExpectedSales * 12, context.Behaviour);
        e.YearShock = (float)(context.Draws.Laplace(DrawId.YearGrowth, scale)
            + (1 - context.Behaviour.SmallGrowFaster) * PortableMath.Log(1 - scale * scale));

        if (context.Firm.RndPropensity > 0 && !e.Is(Standing.DoesRnd)
            && context.Draws.Bernoulli(DrawId.BeginsRnd, context.Behaviour.BeginsRnd))
        {
            e.Set(Standing.DoesRnd, true);
            e.RndIntensity = context.Firm.RndPropensity;
        }

        // The roster is refreshed once a year; firms leave it only then (gansu.md B2).
        if (e.Is(Standing.AboveScale)
            && !AboveScale.Qualifies(context.Firm.Industry, Fen.Share(e.SalesLastYear, 1 / context.Behaviour.RosterTolerance)))
        {
            e.Set(Standing.AboveScale, false);
            context.Record(EventKind.LeftAboveScale);
        }
    }

    /// <summary>Laplace scale of a year's log growth: the standard deviation over √2, up to a limit.</summary>
    public static double GrowthScale(double yearlySales, BehaviouralParameters behaviour) => Math.Min(
        behaviour.GrowthSpreadMost,
        behaviour.GrowthSpread / Math.Sqrt(2)
            * PortableMath.Pow(Math.Max(yearlySales, behaviour.GrowthSpreadFrom) / 1e7, -behaviour.GrowthSpreadPower));
}
