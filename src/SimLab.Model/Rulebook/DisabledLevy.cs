namespace SimLab.Model.Rulebook;

/// <summary>
/// Levy on firms that employ too few disabled people (残疾人就业保障金): missing places × local mean wage, with reliefs from
/// 2020.
/// </summary>
public static class DisabledLevy
{
    /// <summary>Terms of the levy.</summary>
    /// <param name="NearPercent">Per cent of the levy left to a firm with at least 1 % disabled staff.</param>
    /// <param name="FarPercent">Per cent left to others.</param>
    /// <param name="ExemptStaff">Firms up to this staff pay nothing.</param>
    public readonly record struct LevyTerms(int NearPercent, int FarPercent, int ExemptStaff);

    /// <summary>Disabled staff that a firm must have at least, share of staff, where the province sets no other.</summary>
    public static readonly Dated<double> LeastQuota = new(
        new("disabled-levy.quota", "Least quota of disabled staff", "残疾人就业最低比例"),
        new Step<double>(
            "2007-05", null, "国务院令第488号《残疾人就业条例》", "第八条", SourceTag.Known, 0.015,
            "At least 1.5 %; the file of the province says how much."));

    /// <summary>Disabled staff that the province requires, share of staff.</summary>
    public static readonly LocalRule Quota = new("disabledQuota", "Quota of disabled staff", "残疾人就业安排比例", _ => 1)
    { Least = month => LeastQuota.At(month), National = month => LeastQuota.At(month) };

    /// <summary>Terms of the levy by month.</summary>
    public static readonly Dated<LevyTerms> Rule = new(
        new("disabled-levy", "Disabled-employment levy", "残疾人就业保障金"),
        new Step<LevyTerms>(
            "2017-01", "2019-12", "财税〔2015〕72号", "第六条", SourceTag.Verified,
            new(100, 100, 0), "The exemption of young small firms is not modelled."),
        new Step<LevyTerms>("2020-01", "2022-12", "财政部公告2019年第98号", "第一、二条", SourceTag.Known, new(50, 90, 30)),
        new Step<LevyTerms>("2023-01", "2027-12", "财政部公告2023年第8号", "第一、二条", SourceTag.Known, new(50, 90, 30)));

    /// <summary>Cap of the wage counted, times the social mean wage.</summary>
    public const int WageCap = 2;

    /// <summary>
    /// Levy of a year in fen. Wages a year in fen: the firm's mean, capped at twice the local social mean.
    /// </summary>
    public static long Of(Month month, LocalLaw law, int staff, int disabledStaff, long meanWageFen, long socialMeanWageFen)
    {
        ref readonly var terms = ref Rule.At(month);
        if (staff <= terms.ExemptStaff) return 0;
        var missing = staff * Exactly.TenThousandths(law.At(Quota, month)) - (long)Exactly.TenThousand * disabledStaff;
        if (missing <= 0) return 0;
        var wage = Math.Min(meanWageFen, WageCap * socialMeanWageFen);
        var percent = disabledStaff * 100L >= staff ? terms.NearPercent : terms.FarPercent;
        return Exactly.Times(missing * percent, wage, Exactly.TenThousand * 100);
    }
}
