using SimLab.Model.Policies;

namespace SimLab.Model.Economy;

/// <summary>
/// What the province owes for its measures. A measure is paid by the centre, by less of the province's other spending, by bonds or
/// by taxes on households; whatever the province and its households pay, households miss in their income.
/// </summary>
/// <param name="Debt">Bonds issued for measures and not yet repaid, yuan.</param>
/// <param name="PaidSooner">Paid to firms and, without measures, not yet paid, yuan.</param>
public readonly record struct PublicPurse(double Debt, double PaidSooner)
{
    /// <summary>After a month.</summary>
    /// <param name="totals">Gives what measures cost in the month, and what was paid sooner.</param>
    /// <param name="behaviour">Gives how fast public bodies pay without measures.</param>
    /// <param name="macro">Gives the years of a bond.</param>
    public PublicPurse After(MacroTotals totals, BehaviouralParameters behaviour, Macro macro) => new(
        Debt * (1 - 1 / (12 * macro.PublicDebtYears)) + Fen.ToYuan(totals.Financed[(int)Payer.Debt]),
        PaidSooner * (1 - behaviour.PublicArrearsPaid) + Fen.ToYuan(totals.PublicPaidSooner));

    /// <summary>
    /// What households miss in a month, yuan: taxes, and the part that would have reached them of what the province cannot spend
    /// otherwise, because it pays for measures, for bonds, or sooner than it would have.
    /// </summary>
    /// <param name="totals">Gives what measures cost in the month, and what was paid sooner.</param>
    /// <param name="behaviour">Gives how much of the province's spending reaches its households.</param>
    /// <param name="macro">Gives interest and years of a bond.</param>
    public double MissedByHouseholds(MacroTotals totals, BehaviouralParameters behaviour, Macro macro)
    {
        var service = Debt * (macro.PublicDebtRate / 12 + 1 / (12 * macro.PublicDebtYears));
        var sooner = Fen.ToYuan(totals.PublicPaidSooner) - PaidSooner * behaviour.PublicArrearsPaid;
        return Fen.ToYuan(totals.Financed[(int)Payer.Taxes])
            + (Fen.ToYuan(totals.Financed[(int)Payer.Spending]) + service + sooner) * behaviour.SpendingStaysHere;
    }
}
