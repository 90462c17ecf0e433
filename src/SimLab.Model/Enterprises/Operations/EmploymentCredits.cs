using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises.Operations;

/// <summary>
/// Tax credit for people hired from key groups (吸纳重点群体就业税收扣减), set off against VAT and its surcharges once a
/// quarter. Some firms never claim it. The remainder against income tax is not modelled.
/// </summary>
public static class EmploymentCredits
{
    private const int ClaimEffect = 106;                    // address of the firm effect

    /// <summary>Claims the credit of a quarter and tallies its cost if a measure prompted the claim.</summary>
    public static void Claim(ref FirmContext context, in TaxReturn law, in TaxReturn form, long vat)
    {
        ref var e = ref context.State;
        if (e.KeyPeople == 0) return;
        var trait = context.FirmEffect(ClaimEffect);
        if (trait >= form.CreditClaimChance) return;
        var surcharges = Surcharges.Of(context.Month, vat, Locality.City, half: false);
        var due = new TaxesDue
        {
            Vat = vat,
            UrbanConstruction = Fen.Share(surcharges.UrbanConstruction, form.SixTaxesDue),
            Education = Fen.Share(surcharges.Education, form.SixTaxesDue),
            LocalEducation = Fen.Share(surcharges.LocalEducation, form.SixTaxesDue),
        };
        var used = EmploymentCredit.Offset(EmploymentCredit.Quota(context.Month, e.KeyPeople * 3, 0), ref due);
        context.Receive(Indicator.EmploymentCredits, used);
        e.ProfitThisYear += used;
        if (form.BetteredBy != 0 && trait >= law.CreditClaimChance) context.Cost(form.BetteredBy, used);
    }
}
