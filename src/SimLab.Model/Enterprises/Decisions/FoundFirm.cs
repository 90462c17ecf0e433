using SimLab.Model.Chance;
using SimLab.Model.Messages;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>Entry: owners found a firm in a vacant slot of the ordinary or innovative stratum.</summary>
public static class FoundFirm
{
    /// <summary>Founds a firm in a vacant slot with the entry probability of the region.</summary>
    public static void Decide(ref FirmContext context)
    {
        if (context.Firm.Stratum is not (Stratum.Ordinary or Stratum.Innovative)) return;
        if (!context.Draws.Bernoulli(DrawId.Found, context.Conditions.EntryChance[(int)context.Firm.Region])) return;

        ref var e = ref context.State;
        var behaviour = context.Behaviour;
        e = default;
        e.Standing = Standing.Alive;
        e.Set(Standing.DoesRnd, context.Firm.RndPropensity > 0);
        e.Demand = behaviour.FoundingSize * context.Firm.UsualSales * Math.Exp(context.Draws.Logistic(DrawId.FoundSize, 0.8)) / 12;
        e.Capability = 1;
        e.MonthsSinceRefusal = byte.MaxValue;
        e.Awareness = 0.1f;
        e.RndIntensity = context.Firm.RndPropensity;
        e.Staff = Math.Max(1, (int)Math.Round(e.Demand * 12 / context.SalesPerWorker));
        if (context.Firm.RndPropensity > 0) e.RndStaff = (ushort)Math.Min(e.Staff, 1);
        e.LoanRate = 0.055f;

        var equipment = Fen.FromYuan(e.Demand * 12 / context.Firm.SalesToCapital);
        context.Receive(Indicator.EquityIn, equipment + Fen.FromYuan(Invest.MonthlyCosts(context) * (1 + behaviour.CashBuffer)));
        context.Pay(Indicator.Investment, equipment);
        e.FixedAssets = equipment;
        context.Count(Indicator.DemandFounded, Fen.FromYuan(e.Demand));
        context.Count(Indicator.Founded);
        context.Record(EventKind.Founded);
    }
}
