using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Operations;
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
        e = NewFirm(context.Firm, context.SalesPerWorker, context.Draws.Logistic(DrawId.FoundSize, behaviour.FoundingSpread), behaviour);

        var equipment = Fen.FromYuan(e.Demand * 12 / context.Firm.SalesToCapital);
        context.Receive(Indicator.EquityIn, equipment + Fen.FromYuan(Liquidity.MonthlyCosts(context) * (1 + behaviour.CashBuffer)));
        context.Pay(Indicator.Investment, equipment);
        e.FixedAssets = equipment;
        context.Count(Indicator.DemandFounded, Fen.FromYuan(e.Demand));
        context.Count(Indicator.Founded);
        context.Record(EventKind.Founded);
    }

    /// <summary>A firm on its first day, before its owners pay in: part of the usual sales, and the staff that these need.</summary>
    /// <param name="firm">Its attributes.</param>
    /// <param name="salesPerWorker">Yearly sales per worker, yuan.</param>
    /// <param name="luck">Logarithm of its size relative to the typical new firm.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static Enterprise NewFirm(in Firm firm, double salesPerWorker, double luck, BehaviouralParameters behaviour)
    {
        var e = new Enterprise
        {
            Standing = Standing.Alive,
            Demand = behaviour.FoundingSize * firm.UsualSales * PortableMath.Exp(luck) / 12,
            Capability = 1,
            MonthsSinceRefusal = byte.MaxValue,
            Awareness = (float)behaviour.FoundingAwareness,
            RndIntensity = firm.RndPropensity,
            LoanRate = (float)behaviour.FoundingRate,
        };
        e.Set(Standing.DoesRnd, firm.RndPropensity > 0);
        // The owner of a firm with little to do works elsewhere.
        var staff = (int)Math.Round(e.Demand * 12 / salesPerWorker);
        e.Staff = firm.RndPropensity > 0 ? Math.Max(1, staff) : staff;
        if (firm.RndPropensity > 0) e.RndStaff = 1;
        return e;
    }
}
