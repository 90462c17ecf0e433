using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises.Operations;

/// <summary>
/// Input VAT on equipment is carried until output VAT uses it up or it is refunded (留抵退税). Either way it is the firm's
/// money; a refund only brings it sooner, to firms that currently invest more than they sell.
/// </summary>
public static class VatCredits
{
    private const int TaxStandingEffect = 107;              // address of the firm effect
    private const double ProvenShare = 1;                  // equipment comes with special invoices

    /// <summary>Sets the credit off against VAT collected, which the firm keeps; returns the amount, fen.</summary>
    public static long SetOff(ref FirmContext context, long vat)
    {
        ref var e = ref context.State;
        var used = Math.Min(e.VatCredit, vat);
        e.VatCredit -= used;
        context.Receive(Indicator.VatRecovered, used);
        return used;
    }

    /// <summary>Applies for a refund of the remaining credit.</summary>
    /// <param name="context">The firm.</param>
    /// <param name="measures">Measures that act on the return.</param>
    /// <param name="stages">The return under the law, and after each measure.</param>
    public static void Refund(ref FirmContext context, AppliedMeasure<TaxReturn>[] measures, scoped ReadOnlySpan<TaxReturn> stages)
    {
        ref var e = ref context.State;
        if (e.VatCredit == 0) return;
        var u = context.Draws.Uniform(DrawId.ClaimVatRefund);
        if (u >= stages[^1].VatRefundChance) return;
        var refund = VatCreditRefund.Refund(new()
        {
            Month = context.Month,
            Industry = context.Firm.Industry,
            Size = context.Card.Size,
            GoodStanding = context.FirmEffect(TaxStandingEffect) < context.Behaviour.GoodTaxStanding,
            Increase = e.VatCredit,                        // the model has no earlier credit
            ProvenShare = ProvenShare,
        });
        e.VatCredit -= refund;
        context.Receive(Indicator.VatRefunded, refund);
        if (u < stages[0].VatRefundChance) return;         // it would have come as soon under the law
        for (var i = 0; i < measures.Length; i++)
            context.Cost(measures[i].Number, CostOf(refund, stages[i + 1], u) - CostOf(refund, stages[i], u));

        static long CostOf(long refund, in TaxReturn form, double u) =>
            u < form.VatRefundChance ? Fen.Share(refund, form.CostOfHaste) : 0;
    }
}
