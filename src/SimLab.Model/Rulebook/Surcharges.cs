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
