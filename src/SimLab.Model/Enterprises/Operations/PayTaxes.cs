using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises.Operations;

/// <summary>
/// Taxes by the rulebook, reduced by measures. The public cost of a measure is the tax on the return before it less the
/// tax after it, so that the costs of several add up to the tax under the law alone less the tax paid. Small-scale VAT is
/// borne by the firm; a general taxpayer passes VAT on and bears only the surcharges.
/// </summary>
public static class PayTaxes
{
    // Assessments this near the 3 million yuan cliff are recorded, for the check that firms bunch below it.
    private const long AroundCliff = 100 * Fen.PerWan;

    /// <summary>Quarterly VAT with surcharges, property tax and irregular fees.</summary>
    public static void Quarter(ref FirmContext context)
    {
        ref var e = ref context.State;
        var month = context.Month;
        var measures = context.Desk.TaxReturns;
        Span<TaxReturn> stages = stackalloc TaxReturn[measures.Length + 1];
        stages[0] = ReturnUnderLaw(context);
        context.PassInStages(measures, stages);
        ref readonly var form = ref stages[^1];

        long vat;
        if (e.Is(Standing.GeneralVat))
        {
            var rate = ValueAddedTax.RatePercent(month, context.Firm.Industry);
            vat = Math.Max(0, ValueAddedTax.OutputTax(e.SalesThisQuarter - e.MaterialsThisQuarter, rate));
            context.Count(Indicator.VatPassedOn, vat);
            vat -= VatCredits.SetOff(ref context, vat);
            VatCredits.Refund(ref context, measures, stages);
        }
        else
        {
            vat = ValueAddedTax.SmallScale(month, VatPeriod.Quarter, e.SalesThisQuarter).TaxFen;
            context.Pay(Indicator.Vat, vat);
            e.ProfitThisYear -= vat;
        }

        var full = Surcharges.Of(month, vat, Locality.City).Total
            + Fen.Share(e.FixedAssets, context.Behaviour.PropertyTax / 4);
        var due = Fen.Share(full, form.SixTaxesDue);
        for (var i = 0; i < measures.Length; i++)
            context.Cost(measures[i].Number, Fen.Share(full, stages[i].SixTaxesDue) - Fen.Share(full, stages[i + 1].SixTaxesDue));
        context.Pay(Indicator.Surcharges, due);
        e.ProfitThisYear -= due;
        EmploymentCredits.Claim(ref context, measures, stages, vat);
        var fees = Fen.Share(e.SalesThisQuarter, form.IrregularFees);
        context.Pay(Indicator.FeesPaid, fees);
        e.ProfitThisYear -= fees;
        e.SalesThisQuarter = 0;
        e.MaterialsThisQuarter = 0;
        if (!e.Is(Standing.GeneralVat) && ValueAddedTax.MustRegister(month, e.SalesThisYear)) e.Set(Standing.GeneralVat, true);
    }

    /// <summary>Income tax of the closed year; returns the profit moved into the next year, fen.</summary>
    public static long Year(ref FirmContext context)
    {
        ref var e = ref context.State;
        var measures = context.Desk.TaxReturns;
        Span<TaxReturn> stages = stackalloc TaxReturn[measures.Length + 1];
        stages[0] = ReturnUnderLaw(context);
        context.PreviewInStages(measures, stages);               // passed and recorded in the ledger with the quarter's return
        var u = context.Draws.Uniform(DrawId.ClaimDeduction);
        var deducted = Claimed(stages[^1], u);

        var moved = ManageProfit(ref context, deducted);
        e.ProfitThisYear -= moved;
        var taxable = Taxable(e, deducted);
        var tax = IncomeTax.Assess(FactsFor(context, taxable)).TaxFen;
        if (context.Information.Worlds[context.World].Watched && Math.Abs(taxable - IncomeTax.SmallProfitIncomeLimit) < AroundCliff)
            context.Record(EventKind.TaxAssessed, 0, taxable);
        var after = tax;
        for (var i = measures.Length - 1; i >= 0; i--)
        {
            var share = Claimed(stages[i], u);
            var before = share == Claimed(stages[i + 1], u) ? after : IncomeTax.Assess(FactsFor(context, Taxable(e, share))).TaxFen;
            context.Cost(measures[i].Number, before - after);
            after = before;
        }
        context.Pay(Indicator.IncomeTax, tax);
        e.Set(Standing.EarnsMuch, taxable > IncomeTax.SmallProfitIncomeLimit);

        // Losses are one sum; a fifth lapses each year, an approximation of the five-year limit of the law.
        var years = LossCarryForward.General.At(context.Month);
        var income = e.ProfitThisYear - Deduction(e, deducted);
        e.LossCarried = income < 0 ? e.LossCarried - e.LossCarried / years - income
            : Math.Max(0, e.LossCarried - income) * (years - 1) / years;
        return moved;

        // The super-deduction of a return, share of R&D expense: some who may claim it do not.
        static double Claimed(in TaxReturn form, double u) => u < form.ClaimChance ? form.SuperDeduction : 0;
    }

    /// <summary>Unemployment-insurance refund (稳岗返还), once a year.</summary>
    public static void Refund(ref FirmContext context)
    {
        ref var e = ref context.State;
        var measures = context.Desk.EmploymentReports;
        Span<EmploymentReport> stages = stackalloc EmploymentReport[measures.Length + 1];
        stages[0] = new()
        {
            Premium = Fen.FromYuan(e.Staff * context.Wage * StabilisationRefund.PremiumShare),
            RefundShare = StabilisationRefund.Share(context.Month, context.Law, context.Card.IsSme),
            ClaimChance = context.Behaviour.ClaimRefund,
        };
        context.PassInStages(measures, stages);
        var u = context.Draws.Uniform(DrawId.ClaimRefund);
        for (var i = 0; i < measures.Length; i++) context.Cost(measures[i].Number, Paid(stages[i + 1], u) - Paid(stages[i], u));
        var refund = Paid(stages[^1], u);
        context.Receive(Indicator.RefundsPaid, refund);
        e.ProfitThisYear += refund;

        static long Paid(in EmploymentReport report, double u) =>
            u < report.ClaimChance ? Fen.Share(report.Premium, report.RefundShare) : 0;
    }

    /// <summary>The tax return under the law of the month, before measures.</summary>
    public static TaxReturn ReturnUnderLaw(in FirmContext context)
    {
        ref readonly var e = ref context.State;
        var claimant = new RndClaimant(
            Manufacturing: context.Firm.Industry == Industry.Manufacturing,
            TechSme: e.Holds(Title.TechSme, context.Month),
            Excluded: SuperDeduction.IsExcluded(context.Firm.Industry));
        return new TaxReturn
        {
            SuperDeduction = SuperDeduction.ExtraPercent(context.Month, claimant) / 100.0,
            ClaimChance = context.Behaviour.ClaimDeduction,
            SixTaxesDue = 1 - SixTaxesTwoFees.SparedTo(
                context.Month, context.Law, !e.Is(Standing.GeneralVat), context.Card.SmallLowProfit),
            IrregularFees = context.Behaviour.IrregularFees,
            CreditClaimChance = context.Behaviour.ClaimCredit,
            VatRefundChance = context.Behaviour.ClaimVatRefund,
        };
    }

    /// <summary>Facts of the firm for the assessment of income tax.</summary>
    /// <param name="context">The firm.</param>
    /// <param name="taxable">Taxable income, fen.</param>
    public static TaxFacts FactsFor(in FirmContext context, long taxable) => new()
    {
        Year = context.Month.Year,
        TaxableIncome = taxable,
        AverageStaff = context.State.Staff,
        AverageAssets = context.State.TotalAssets,
        HighTech = context.State.Holds(Title.HighTech, context.Month),
        WesternEncouraged = context.Firm.WesternEncouraged,
    };

    private static long Deduction(in Enterprise e, double superDeduction) => Fen.Share(e.RndThisYear, superDeduction);

    private static long Taxable(in Enterprise e, double superDeduction) =>
        Math.Max(0, e.ProfitThisYear - Deduction(e, superDeduction) - e.LossCarried);

    // The 3 million yuan cliff: tax jumps from 150,000 to 750,000, so firms just above it move invoices into January.
    private static long ManageProfit(ref FirmContext context, double superDeduction)
    {
        ref readonly var e = ref context.State;
        var taxable = Taxable(e, superDeduction);
        var over = taxable - IncomeTax.SmallProfitIncomeLimit;
        if (over <= 0 || over > Fen.FromYuan(context.Behaviour.ShiftsWithin)) return 0;
        if (!IncomeTax.IsSmallLowProfit(FactsFor(context, IncomeTax.SmallProfitIncomeLimit))) return 0;
        return context.Draws.Bernoulli(DrawId.ManageProfit, context.Behaviour.ShiftsProfit) ? over + Fen.PerYuan : 0;
    }
}
