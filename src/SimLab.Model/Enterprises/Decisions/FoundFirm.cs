using SimLab.Model.Chance;
using SimLab.Model.Papers;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>In a vacant slot of the ordinary or innovative stratum a new firm may be founded, with its owners' money.</summary>
public static class FoundFirm
{
    public static void Decide(ref Life life)
    {
        if (life.Firm.Stratum is not (Stratum.Ordinary or Stratum.Innovative)) return;
        if (!life.Dice.Says(Matter.Found, life.News.EntryChance[(int)life.Firm.Region])) return;

        ref var e = ref life.E;
        var habits = life.Habits;
        e = default;
        e.Standing = Standing.Alive;
        e.Set(Standing.DoesRnd, life.Firm.RndBent > 0);
        e.Demand = habits.FoundingSize * life.Firm.UsualSales * Math.Exp(life.Dice.Bell(Matter.FoundSize, 0.8)) / 12;
        e.Capability = 1;
        e.MonthsSinceRefusal = byte.MaxValue;
        e.Awareness = 0.1f;
        e.RndIntensity = life.Firm.RndBent;
        e.Staff = Math.Max(1, (int)Math.Round(e.Demand * 12 / life.SalesPerWorker));
        if (life.Firm.RndBent > 0) e.RndStaff = (ushort)Math.Min(e.Staff, 1);
        e.LoanRate = 0.055f;

        var equipment = Fen.FromYuan(e.Demand * 12 / life.Firm.SalesToCapital);
        life.Receive(Indicator.EquityIn, equipment + Fen.FromYuan(Invest.MonthlyCosts(life) * (1 + habits.CashBuffer)));
        life.Pay(Indicator.Investment, equipment);
        e.FixedAssets = equipment;
        life.Count(Indicator.DemandFounded, Fen.FromYuan(e.Demand));
        life.Count(Indicator.Founded);
        life.Happened(EventKind.Founded);
    }
}
