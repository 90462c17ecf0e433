using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises.Operations;

/// <summary>
/// Tax credit for people hired from key groups (吸纳重点群体就业税收扣减), set off against VAT and its surcharges once a
/// quarter. Some firms never claim it. The remainder against income tax is not modelled.
/// </summary>
public static class EmploymentCredits
{
    private const int ClaimEffect = 106;                    // address of the firm effect

    /// <summary>Claims the credit of a quarter and tallies what each measure adds to it.</summary>
    /// <param name="context">The firm.</param>
    /// <param name="measures">Measures that act on the return.</param>
    /// <param name="stages">The return under the law, and after each measure.</param>
    /// <param name="vat">VAT of the quarter, fen.</param>
    public static void Claim(
        ref FirmContext context, AppliedMeasure<TaxReturn>[] measures, scoped ReadOnlySpan<TaxReturn> stages, long vat)
    {
        ref var e = ref context.State;
        if (e.KeyPeople == 0) return;
        var trait = context.FirmEffect(ClaimEffect);
        var used = Used(context, stages[^1], trait, vat);
        context.Receive(Indicator.EmploymentCredits, used);
        e.ProfitThisYear += used;
        var after = used;
        for (var i = measures.Length - 1; i >= 0; i--)
        {
            var before = Used(context, stages[i], trait, vat);
            context.Cost(measures[i].Number, after - before);
            after = before;
        }
    }

    private static long Used(in FirmContext context, in TaxReturn form, double trait, long vat)
    {
        if (trait >= form.CreditClaimChance) return 0;
        var surcharges = Surcharges.Of(context.Month, vat, Locality.City);
        var due = new TaxesDue
        {
            Vat = vat,
            UrbanConstruction = Fen.Share(surcharges.UrbanConstruction, form.SixTaxesDue),
            Education = Fen.Share(surcharges.Education, form.SixTaxesDue),
            LocalEducation = Fen.Share(surcharges.LocalEducation, form.SixTaxesDue),
        };
        return EmploymentCredit.Offset(EmploymentCredit.Quota(context.Month, context.Law, context.State.KeyPeople * 3, 0), ref due);
    }
}
