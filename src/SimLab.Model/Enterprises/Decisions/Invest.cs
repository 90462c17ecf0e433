using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>
/// Capacity follows demand as far as money allows: cash above a buffer first; the firm may ask the bank for the rest
/// (<see cref="Borrow"/>).
/// </summary>
public static class Invest
{
    /// <summary>Buys equipment within the available cash.</summary>
    public static void Decide(ref FirmContext context)
    {
        ref var e = ref context.State;
        var plan = Plan(context);
        if (plan <= 0) return;

        // Support makes equipment cheaper; a firm that knows of it buys more.
        var form = new InvestmentPlan { Cost = plan };
        context.Preview(context.Desk.InvestmentPlans, ref form);
        var share = form.Support / (double)plan;
        plan = Fen.Share(plan, 1 + context.Behaviour.InvestmentPriceElasticity * share);

        var spare = e.Cash - Fen.FromYuan(MonthlyCosts(context) * context.Behaviour.CashBuffer);
        // A general taxpayer also pays input VAT and sets it off later (留抵).
        var vat = e.Is(Standing.GeneralVat) ? ValueAddedTax.RatePercent(context.Month, Industry.Manufacturing) / 100.0 : 0;
        var bought = Math.Min(plan, Fen.Share(Math.Max(0, spare), 1 / (1 + vat)));
        if (bought <= 0) return;
        form = new InvestmentPlan { Cost = bought };
        context.Pass(context.Desk.InvestmentPlans, ref form);
        context.Pay(Indicator.Investment, bought);
        e.FixedAssets += bought;
        var input = Fen.Share(bought, vat);
        context.Pay(Indicator.InputVat, input);
        e.VatCredit += input;
    }

    /// <summary>Investment this month without a cash limit, fen.</summary>
    public static long Plan(in FirmContext context)
    {
        ref readonly var e = ref context.State;
        var wanted = Fen.FromYuan(e.Demand * 12 / (context.Firm.SalesToCapital * e.Capability));
        var gap = wanted - e.FixedAssets;
        var wear = Fen.Share(e.FixedAssets, context.Traits.Depreciation / 12);
        return gap > 0 ? Fen.Share(gap, context.Behaviour.InvestmentSpeed) + wear : Math.Max(0, wear + gap / 12);
    }

    /// <summary>Costs of a normal month: materials, overhead, R&amp;D and pay, yuan.</summary>
    public static double MonthlyCosts(in FirmContext context) =>
        context.State.Demand * (context.Traits.Materials + context.Firm.Overhead + context.State.RndIntensity)
            + (double)context.State.Staff * context.Wage / 12;
}
