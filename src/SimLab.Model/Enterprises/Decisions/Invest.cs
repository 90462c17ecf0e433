using SimLab.Model.Forms;
using SimLab.Model.Papers;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>
/// Capacity follows demand, as far as money allows: own cash above a buffer first; what is missing the firm may ask of
/// the bank (<see cref="Borrow"/>).
/// </summary>
public static class Invest
{
    public static void Decide(ref Life life)
    {
        ref var e = ref life.E;
        var plan = Plan(life);
        if (plan <= 0) return;

        // Support makes equipment cheaper, and a firm that knows of it buys more.
        var form = new InvestmentPlan { Cost = plan };
        life.Preview(life.Desk.InvestmentPlans, ref form);
        var share = form.Support / (double)plan;
        plan = Fen.Share(plan, 1 + life.Habits.InvestmentPriceElasticity * share);

        var spare = e.Cash - Fen.FromYuan(MonthlyCosts(life) * life.Habits.CashBuffer);
        // A general taxpayer pays input VAT on top, and sets it off later (留抵).
        var vat = e.Is(Standing.GeneralVat) ? ValueAddedTax.RatePercent(life.Month, Industry.Manufacturing) / 100.0 : 0;
        var bought = Math.Min(plan, Fen.Share(Math.Max(0, spare), 1 / (1 + vat)));
        if (bought <= 0) return;
        form = new InvestmentPlan { Cost = bought };
        life.Pass(life.Desk.InvestmentPlans, ref form);
        life.Pay(Indicator.Investment, bought);
        e.FixedAssets += bought;
        var input = Fen.Share(bought, vat);
        life.Pay(Indicator.InputVat, input);
        e.VatCredit += input;
    }

    /// <summary>What the firm would invest this month if money were no matter, fen.</summary>
    public static long Plan(in Life life)
    {
        ref readonly var e = ref life.E;
        var wanted = Fen.FromYuan(e.Demand * 12 / (life.Firm.SalesToCapital * e.Capability));
        var gap = wanted - e.FixedAssets;
        var wear = Fen.Share(e.FixedAssets, life.Traits.Depreciation / 12);
        return gap > 0 ? Fen.Share(gap, life.Habits.InvestmentSpeed) + wear : Math.Max(0, wear + gap / 12);
    }

    /// <summary>Costs of a normal month, yuan.</summary>
    public static double MonthlyCosts(in Life life) =>
        life.E.Demand * (life.Traits.Materials + life.Firm.Overhead + life.E.RndIntensity) + (double)life.E.Staff * life.Wage / 12;
}
