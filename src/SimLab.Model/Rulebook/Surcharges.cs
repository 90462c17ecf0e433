namespace SimLab.Model.Rulebook;

/// <summary>Where a taxpayer is, for the urban construction tax.</summary>
public enum Locality : byte { City, CountyOrTown, Elsewhere }

/// <summary>Surcharges on VAT, fen each.</summary>
public readonly record struct SurchargeResult(long UrbanConstruction, long Education, long LocalEducation)
{
    public long Total => UrbanConstruction + Education + LocalEducation;
}

/// <summary>Surcharges on VAT paid: urban construction tax (城市维护建设税) 7, 5 or 1 %, education 3 % and local education 2 % (教育费附加, 地方教育附加).</summary>
public static class Surcharges
{
    /// <summary>Per cent of VAT.</summary>
    public readonly record struct SurchargeRates(int City, int CountyOrTown, int Elsewhere, int Education, int LocalEducation);

    public static readonly Dated<SurchargeRates> Rates = new(
        new("surcharges", "Surcharges on VAT", "城市维护建设税及教育费附加"),
        new Step<SurchargeRates>("2011-02", "2021-08", "城市维护建设税暂行条例; 国务院令第448号; 财综〔2010〕98号", "第四条", SourceTag.Known, new(7, 5, 1, 3, 2)),
        new Step<SurchargeRates>("2021-09", null, "中华人民共和国城市维护建设税法; 国务院令第448号; 财综〔2010〕98号", "第四条", SourceTag.Known, new(7, 5, 1, 3, 2)));

    /// <param name="half">The firm enjoys the six-taxes-two-fees relief, see <see cref="SixTaxesTwoFees"/>.</param>
    public static SurchargeResult Of(Month month, long vatFen, Locality locality, bool half)
    {
        ref readonly var rates = ref Rates.At(month);
        var urban = locality switch
        {
            Locality.City => rates.City,
            Locality.CountyOrTown => rates.CountyOrTown,
            _ => rates.Elsewhere,
        };
        var scale = half ? 200 : 100;
        return new(
            Exactly.Times(vatFen, urban, scale),
            Exactly.Times(vatFen, rates.Education, scale),
            Exactly.Times(vatFen, rates.LocalEducation, scale));
    }
}

/// <summary>
/// Half of the six taxes and two fees (六税两费减半): resource tax (not water), urban construction, property, urban land use,
/// stamp (not securities) and farmland occupation tax, and the two education surcharges.
/// </summary>
public static class SixTaxesTwoFees
{
    /// <summary>Who pays half.</summary>
    public readonly record struct Beneficiaries(bool SmallScale, bool SmallLowProfit, bool SoleTraders);

    public static readonly Dated<Beneficiaries> Rule = new(
        new("six-taxes-two-fees", "Six taxes and two fees halved", "六税两费减半"),
        new Step<Beneficiaries>("2019-01", "2021-12", "财税〔2019〕13号", "第三条", SourceTag.Verified2, new(true, false, false), "Up to half, by province; half is assumed for Gansu."),
        new Step<Beneficiaries>("2022-01", "2022-12", "财政部 税务总局公告2022年第10号", "第一条", SourceTag.Verified2, new(true, true, true), "Up to half, by province; half is assumed for Gansu."),
        new Step<Beneficiaries>("2023-01", "2027-12", "财政部 税务总局公告2023年第12号; 甘政发〔2024〕17号", "第二条", SourceTag.Verified2, new(true, true, true)));

    public static bool Halves(Month month, bool smallScale, bool smallLowProfit, bool soleTrader = false)
    {
        ref readonly var who = ref Rule.At(month);
        return (who.SmallScale && smallScale) || (who.SmallLowProfit && smallLowProfit) || (who.SoleTraders && soleTrader);
    }

    /// <summary>What is left to pay of one of the eight, fen.</summary>
    public static long Payable(long taxFen, bool half) => half ? Exactly.Divide(taxFen, 2) : taxFen;
}
