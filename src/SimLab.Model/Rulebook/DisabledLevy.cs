namespace SimLab.Model.Rulebook;

/// <summary>
/// Levy on firms that employ too few disabled people (残疾人就业保障金): missing places × local mean wage, with reliefs from
/// 2020.
/// </summary>
public static class DisabledLevy
{
    /// <summary>Terms of the levy.</summary>
    /// <param name="QuotaPermille">Disabled staff the province requires, per mille of staff.</param>
    /// <param name="NearPercent">Per cent of the levy left to a firm with at least 1 % disabled staff.</param>
    /// <param name="FarPercent">Per cent left to others.</param>
    /// <param name="ExemptStaff">Firms up to this staff pay nothing.</param>
    public readonly record struct LevyTerms(int QuotaPermille, int NearPercent, int FarPercent, int ExemptStaff);

    /// <summary>Terms of the levy by month.</summary>
    public static readonly Dated<LevyTerms> Rule = new(
        new("disabled-levy", "Disabled-employment levy", "残疾人就业保障金"),
        new Step<LevyTerms>(
            "2017-01", "2019-12", "财税〔2015〕72号; 甘肃省残疾人就业保障金征收使用管理实施办法", "第六条", SourceTag.Verified,
            new(15, 100, 100, 0), "The quota of 1.5 % is VERIFIED; the exemption of young small firms is not modelled."),
        new Step<LevyTerms>("2020-01", "2022-12", "财政部公告2019年第98号", "第一、二条", SourceTag.Known, new(15, 50, 90, 30)),
        new Step<LevyTerms>("2023-01", "2027-12", "财政部公告2023年第8号", "第一、二条", SourceTag.Known, new(15, 50, 90, 30)));

    /// <summary>Cap of the wage counted, times the social mean wage.</summary>
    public const int WageCap = 2;

    /// <summary>
    /// Levy of a year in fen. Wages a year in fen: the firm's mean, capped at twice the local social mean.
    /// </summary>
    public static long Of(Month month, int staff, int disabledStaff, long meanWageFen, long socialMeanWageFen)
    {
        ref readonly var terms = ref Rule.At(month);
        if (staff <= terms.ExemptStaff) return 0;
        var missingThousandths = (long)staff * terms.QuotaPermille - 1000L * disabledStaff;
        if (missingThousandths <= 0) return 0;
        var wage = Math.Min(meanWageFen, WageCap * socialMeanWageFen);
        var percent = disabledStaff * 100L >= staff ? terms.NearPercent : terms.FarPercent;
        return Exactly.Times(missingThousandths * percent, wage, 100_000);
    }
}
