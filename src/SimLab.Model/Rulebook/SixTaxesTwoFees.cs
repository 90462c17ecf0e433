namespace SimLab.Model.Rulebook;

/// <summary>
/// Up to half of the six taxes and two fees (六税两费减半): resource tax (not water), urban construction, property, urban land use,
/// stamp (not securities) and farmland occupation tax, and the two education surcharges.
/// </summary>
public static class SixTaxesTwoFees
{
    /// <summary>Share of the taxes and fees that entitled taxpayers are spared: up to half, as the province says.</summary>
    public static readonly LocalRule Spared = new(
        "sixTaxesTwoFees", "Share of the six taxes and two fees spared", "六税两费减征幅度", _ => 0.5);

    /// <summary>Groups of taxpayers that are spared a part.</summary>
    public readonly record struct Beneficiaries(bool SmallScale, bool SmallLowProfit, bool SoleTraders);

    /// <summary>Groups that are spared a part, by month.</summary>
    public static readonly Dated<Beneficiaries> Rule = new(
        new("six-taxes-two-fees", "Six taxes and two fees halved", "六税两费减半"),
        new Step<Beneficiaries>(
            "2019-01", "2021-12", "财税〔2019〕13号", "第三条", SourceTag.Verified2, new(true, false, false),
            "Up to half: the file of the province says how much."),
        new Step<Beneficiaries>(
            "2022-01", "2022-12", "财政部 税务总局公告2022年第10号", "第一条", SourceTag.Verified2, new(true, true, true),
            "Up to half: the file of the province says how much."),
        new Step<Beneficiaries>(
            "2023-01", "2027-12", "财政部 税务总局公告2023年第12号", "第二条", SourceTag.Verified2,
            new(true, true, true)));

    /// <summary>Whether the taxpayer is spared a part in the month.</summary>
    public static bool Entitles(Month month, bool smallScale, bool smallLowProfit, bool soleTrader = false)
    {
        ref readonly var who = ref Rule.At(month);
        return (who.SmallScale && smallScale) || (who.SmallLowProfit && smallLowProfit) || (who.SoleTraders && soleTrader);
    }

    /// <summary>Share that the taxpayer is spared in the month, 0 to a half.</summary>
    public static double SparedTo(Month month, LocalLaw law, bool smallScale, bool smallLowProfit, bool soleTrader = false) =>
        Entitles(month, smallScale, smallLowProfit, soleTrader) ? law.At(Spared, month) : 0;

    /// <summary>Amount payable of one of the eight, fen.</summary>
    /// <param name="taxFen">The tax in full, fen.</param>
    /// <param name="spared">Share that the taxpayer is spared.</param>
    public static long Payable(long taxFen, double spared) => Exactly.Share(taxFen, 1 - spared);
}
