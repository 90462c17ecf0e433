namespace SimLab.Model.Rulebook;

/// <summary>Location of a taxpayer, for the urban construction tax.</summary>
public enum Locality : byte { City, CountyOrTown, Elsewhere }

/// <summary>Surcharges on VAT, fen each.</summary>
public readonly record struct SurchargeResult(long UrbanConstruction, long Education, long LocalEducation)
{
    /// <summary>Sum of the surcharges, fen.</summary>
    public long Total => UrbanConstruction + Education + LocalEducation;
}

/// <summary>
/// Surcharges on VAT paid: urban construction tax (城市维护建设税) 7, 5 or 1 %, education 3 % and local education 2 % (教育费附加,
/// 地方教育附加).
/// </summary>
public static class Surcharges
{
    /// <summary>Rates in per cent of VAT.</summary>
    public readonly record struct SurchargeRates(int City, int CountyOrTown, int Elsewhere, int Education, int LocalEducation);

    /// <summary>Rates by month.</summary>
    public static readonly Dated<SurchargeRates> Rates = new(
        new("surcharges", "Surcharges on VAT", "城市维护建设税及教育费附加"),
        new Step<SurchargeRates>(
            "2011-02", "2021-08", "城市维护建设税暂行条例; 国务院令第448号; 财综〔2010〕98号", "第四条", SourceTag.Known,
            new(7, 5, 1, 3, 2)),
        new Step<SurchargeRates>(
            "2021-09", null, "中华人民共和国城市维护建设税法; 国务院令第448号; 财综〔2010〕98号", "第四条", SourceTag.Known,
            new(7, 5, 1, 3, 2)));

    /// <summary>Surcharges on the VAT paid for the month, fen.</summary>
    /// <param name="month">Month of the VAT.</param>
    /// <param name="vatFen">VAT paid, fen.</param>
    /// <param name="locality">Where the firm is.</param>
    /// <param name="spared">Share that the firm is spared by <see cref="SixTaxesTwoFees"/>.</param>
    public static SurchargeResult Of(Month month, long vatFen, Locality locality, double spared = 0)
    {
        ref readonly var rates = ref Rates.At(month);
        var urban = locality switch
        {
            Locality.City => rates.City,
            Locality.CountyOrTown => rates.CountyOrTown,
            _ => rates.Elsewhere,
        };
        // Rounded once: so many ten-thousandths are left of so many per cent.
        var left = Exactly.TenThousandths(1 - spared);
        return new(Part(urban), Part(rates.Education), Part(rates.LocalEducation));

        long Part(int percent) => Exactly.Times(vatFen, percent * left, 100 * Exactly.TenThousand);
    }
}
