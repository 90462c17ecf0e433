using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
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
    public static void Refund(ref FirmContext context, in TaxReturn law, in TaxReturn form)
    {
        ref var e = ref context.State;
        if (e.VatCredit == 0) return;
        var u = context.Draws.Uniform(DrawId.ClaimVatRefund);
        if (u >= form.VatRefundChance) return;
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
        if (form.BetteredBy != 0 && u >= law.VatRefundChance) context.Cost(form.BetteredBy, Fen.Share(refund, form.CostOfHaste));
    }
}
