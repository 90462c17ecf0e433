using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Papers;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Enterprises;

/// <summary>
/// Taxes by the rulebook, bettered by measures. What a measure forgoes is the tax under the law alone less the tax after
/// it. Small-scale VAT is borne by the firm; a general taxpayer passes VAT on, so only the surcharges cost it money.
/// </summary>
public static class PayTaxes
{
    /// <summary>VAT with surcharges and the property tax, once a quarter.</summary>
    public static void Quarter(ref Life life)
    {
        ref var e = ref life.E;
        var month = life.Month;
        var law = ReturnUnderLaw(life);
        var form = law;
        life.Pass(life.Desk.TaxReturns, ref form);

        long vat;
        if (e.Is(Standing.GeneralVat))
        {
            var rate = ValueAddedTax.RatePercent(month, life.Firm.Industry);
            vat = Math.Max(0, ValueAddedTax.OutputTax(e.SalesThisQuarter - e.MaterialsThisQuarter, rate));
            life.Count(Indicator.VatPassedOn, vat);
            vat -= VatCredits.SetOff(ref life, vat);
            VatCredits.Refund(ref life, law, form);
        }
        else
        {
            vat = ValueAddedTax.SmallScale(month, VatPeriod.Quarter, e.SalesThisQuarter).TaxFen;
            life.Pay(Indicator.Vat, vat);
            e.ProfitThisYear -= vat;
        }

        var full = Surcharges.Of(month, vat, Locality.City, half: false).Total + Fen.Share(e.FixedAssets, life.Habits.PropertyTax / 4);
        var due = Fen.Share(full, form.SixTaxesDue);
        if (form.BetteredBy != 0) life.Cost(form.BetteredBy, Fen.Share(full, law.SixTaxesDue) - due);
        life.Pay(Indicator.Surcharges, due);
        e.ProfitThisYear -= due;
        EmploymentCredits.Claim(ref life, law, form, vat);
        var fees = Fen.Share(e.SalesThisQuarter, form.IrregularFees);
        life.Pay(Indicator.FeesPaid, fees);
        e.ProfitThisYear -= fees;
        e.SalesThisQuarter = 0;
        e.MaterialsThisQuarter = 0;
        if (!e.Is(Standing.GeneralVat) && ValueAddedTax.MustRegister(month, e.SalesThisYear)) e.Set(Standing.GeneralVat, true);
    }

    /// <summary>Income tax of the closed year; returns profit moved into the next one, fen.</summary>
    public static long Year(ref Life life)
    {
        ref var e = ref life.E;
        var law = ReturnUnderLaw(life);
        var form = law;
        life.Preview(life.Desk.TaxReturns, ref form);       // passed, and noted in the ledger, with the quarter's return
        var u = life.Dice.Uniform(Matter.ClaimDeduction);
        var claimed = u < form.ClaimChance;
        var claimedAlone = u < law.ClaimChance;

        var moved = ManageProfit(ref life, claimed ? form.SuperDeduction : 0);
        e.ProfitThisYear -= moved;
        var taxable = Taxable(e, claimed ? form.SuperDeduction : 0);
        var tax = IncomeTax.Assess(FactsFor(life, taxable)).TaxFen;
        if (life.Briefing.Worlds[life.World].Watched && taxable is > 200 * Fen.PerWan and < 400 * Fen.PerWan) life.Happened(EventKind.TaxAssessed, 0, taxable);
        if (form.BetteredBy != 0)
        {
            var alone = IncomeTax.Assess(FactsFor(life, Taxable(e, claimedAlone ? law.SuperDeduction : 0))).TaxFen;
            life.Cost(form.BetteredBy, alone - tax);
        }
        life.Pay(Indicator.IncomeTax, tax);

        // Losses are kept as one sum; a fifth lapses each year, which stands for the five years the law gives.
        var before = e.ProfitThisYear - Deduction(e, claimed ? form.SuperDeduction : 0);
        e.LossCarried = before < 0 ? e.LossCarried - e.LossCarried / 5 - before
            : Math.Max(0, e.LossCarried - before) * 4 / 5;
        return moved;
    }

    /// <summary>Unemployment-insurance refund (稳岗返还), once a year.</summary>
    public static void Refund(ref Life life)
    {
        ref var e = ref life.E;
        ref readonly var shares = ref StabilisationRefund.Shares.At(life.Month);
        var law = new EmploymentReport
        {
            Premium = Fen.FromYuan(e.Staff * life.Wage * StabilisationRefund.PremiumShare),
            RefundShare = (life.Card.IsSme ? shares.SmallAndMediumPercent : shares.LargePercent) / 100.0,
            ClaimChance = life.Habits.ClaimRefund,
        };
        var form = law;
        life.Pass(life.Desk.EmploymentReports, ref form);
        var u = life.Dice.Uniform(Matter.ClaimRefund);
        if (u >= form.ClaimChance) return;
        var refund = Fen.Share(form.Premium, form.RefundShare);
        life.Receive(Indicator.RefundsPaid, refund);
        e.ProfitThisYear += refund;
        var alone = u < law.ClaimChance ? Fen.Share(law.Premium, law.RefundShare) : 0;
        if (form.BetteredBy != 0) life.Cost(form.BetteredBy, refund - alone);
    }

    /// <summary>The return as the law of the month fills it, before any measure.</summary>
    public static TaxReturn ReturnUnderLaw(in Life life)
    {
        ref readonly var e = ref life.E;
        var claimant = new RndClaimant(
            Manufacturing: life.Firm.Industry == Industry.Manufacturing,
            TechSme: e.Holds(Title.TechSme, life.Month),
            Excluded: SuperDeduction.IsExcluded(life.Firm.Industry));
        var halved = SixTaxesTwoFees.Halves(life.Month, !e.Is(Standing.GeneralVat), smallLowProfit: life.Card.IsSmallOrMicro);
        return new TaxReturn
        {
            SuperDeduction = SuperDeduction.ExtraPercent(life.Month, claimant) / 100.0,
            ClaimChance = life.Habits.ClaimDeduction,
            SixTaxesDue = halved ? 0.5 : 1,
            IrregularFees = life.Habits.IrregularFees,
            CreditClaimChance = life.Habits.ClaimCredit,
            VatRefundChance = life.Habits.ClaimVatRefund,
        };
    }

    /// <param name="life">The firm.</param>
    /// <param name="taxable">Taxable income, fen.</param>
    public static TaxFacts FactsFor(in Life life, long taxable) => new()
    {
        Year = life.Month.Year,
        TaxableIncome = taxable,
        AverageStaff = life.E.Staff,
        AverageAssets = life.E.TotalAssets,
        HighTech = life.E.Holds(Title.HighTech, life.Month),
        WesternEncouraged = life.Firm.WesternEncouraged,
    };

    private static long Deduction(in Enterprise e, double superDeduction) => Fen.Share(e.RndThisYear, superDeduction);

    private static long Taxable(in Enterprise e, double superDeduction) =>
        Math.Max(0, e.ProfitThisYear - Deduction(e, superDeduction) - e.LossCarried);

    // The 3 million yuan cliff: tax jumps from 150,000 to 750,000, so firms just above it let invoices slip into January.
    private static long ManageProfit(ref Life life, double superDeduction)
    {
        ref readonly var e = ref life.E;
        var taxable = Taxable(e, superDeduction);
        var over = taxable - IncomeTax.SmallProfitIncomeLimit;
        if (over <= 0 || over > 80 * Fen.PerWan) return 0;
        if (!IncomeTax.IsSmallLowProfit(FactsFor(life, IncomeTax.SmallProfitIncomeLimit))) return 0;
        return life.Dice.Says(Matter.ManageProfit, life.Habits.ShiftsProfit) ? over + Fen.PerYuan : 0;
    }
}
