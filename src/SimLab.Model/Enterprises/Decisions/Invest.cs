using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Operations;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>
/// Capacity follows expected sales as far as money allows: cash above a buffer first; the firm may ask the bank for the rest
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

        var spare = e.Cash - Fen.FromYuan(Liquidity.MonthlyCosts(context) * context.Behaviour.CashBuffer);
        // A general taxpayer also pays input VAT and sets it off later (留抵).
        var vat = e.Is(Standing.GeneralVat) ? ValueAddedTax.RatePercent(context.Month, Industry.Manufacturing) / 100.0 : 0;
        var bought = Affordable(plan, spare, vat);
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
        var wanted = Fen.FromYuan(context.ExpectedSales * 12 / (context.Firm.SalesToCapital * e.Capability));
        return Planned(wanted, e.FixedAssets, context.Traits.Depreciation, context.Behaviour);
    }

    /// <summary>
    /// Investment of a month: what wears out, and part of what is missing; a firm with too much equipment lets it wear down
    /// over a year. Fen.
    /// </summary>
    /// <param name="wanted">Equipment that the sales need, fen.</param>
    /// <param name="held">Equipment the firm has, fen.</param>
    /// <param name="depreciation">Share of the equipment that wears out in a year.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static long Planned(long wanted, long held, double depreciation, BehaviouralParameters behaviour)
    {
        var gap = wanted - held;
        var wear = Fen.Share(held, depreciation / 12);
        return gap > 0 ? Fen.Share(gap, behaviour.InvestmentSpeed) + wear : Math.Max(0, wear + gap / 12);
    }

    /// <summary>The part of a plan (fen) that spare cash pays for, input VAT (a share of the price) included; fen.</summary>
    internal static long Affordable(long plan, long spare, double vat) =>
        Math.Min(plan, Fen.Share(Math.Max(0, spare), 1 / (1 + vat)));
}
