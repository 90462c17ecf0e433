using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises.Operations;

/// <summary>
/// Input VAT on equipment waits until output VAT uses it up, or is refunded (留抵退税). Either way it is the firm's money;
/// a refund only brings it sooner, to firms that invest more than they sell for now.
/// </summary>
public static class VatCredits
{
    private const int TaxStandingEffect = 107;              // address of the lasting trait
    private const double ProvenShare = 1;                  // equipment comes with special invoices

    /// <summary>Sets credit off against VAT collected, which the firm keeps; returns what was set off, fen.</summary>
    public static long SetOff(ref FirmContext context, long vat)
    {
        ref var e = ref context.State;
        var used = Math.Min(e.VatCredit, vat);
        e.VatCredit -= used;
        context.Receive(Indicator.VatRecovered, used);
        return used;
    }

    /// <summary>Asks for what is left.</summary>
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
            Increase = e.VatCredit,                        // the model has no credit from before
            ProvenShare = ProvenShare,
        });
        e.VatCredit -= refund;
        context.Receive(Indicator.VatRefunded, refund);
        if (form.BetteredBy != 0 && u >= law.VatRefundChance) context.Cost(form.BetteredBy, Fen.Share(refund, form.CostOfHaste));
    }
}
