namespace SimLab.Model.Forms;

/// <summary>
/// The rates on a firm's yearly tax return, set by the law of the month; measures may improve them. The firm's taxes
/// (<c>PayTaxes</c>) and the public cost of measures follow from them.
/// </summary>
public struct TaxReturn : IForm
{
    /// <summary>Extra share of R&amp;D expense deducted: 1.0 for the 100 % super-deduction.</summary>
    public double SuperDeduction;

    /// <summary>Chance that a firm claims a relief it is entitled to and must claim, 0 to 1.</summary>
    public double ClaimChance;

    /// <summary>
    /// Chance that a firm with people from key groups claims the employment credit (吸纳重点群体就业扣减), 0 to 1.
    /// </summary>
    public double CreditClaimChance;

    /// <summary>
    /// Chance that a refund of input VAT carried on (留抵退税) is requested and paid within the quarter, 0 to 1.
    /// </summary>
    public double VatRefundChance;

    /// <summary>
    /// Public cost of paying such a refund sooner, share of the refund. It is paid sooner once, whoever hastens it.
    /// </summary>
    public double CostOfHaste;

    /// <summary>Share of the six taxes and two fees that is due, 1 or less.</summary>
    public double SixTaxesDue;

    /// <summary>Irregular fees and fines (乱收费、乱罚款、乱摊派), share of sales.</summary>
    public double IrregularFees;

    public static FormKind Kind => FormKind.TaxReturn;
    public long PublicCost { get; set; }
    public long Support { get; set; }

    /// <summary>
    /// Has some refunds paid within the quarter that would not be. A refund that several measures hasten costs what the dearest of
    /// them takes, not the sum.
    /// </summary>
    /// <param name="share">Share of the refunds not paid within the quarter so far, 0 to 1.</param>
    /// <param name="cost">Public cost of paying one sooner, share of the refund.</param>
    public void HastenVatRefunds(double share, double cost)
    {
        if (share <= 0) return;
        VatRefundChance += (1 - VatRefundChance) * share;
        CostOfHaste = Math.Max(CostOfHaste, cost);
    }
}
