namespace SimLab.Model.Rulebook;

/// <summary>Taxes an employment credit is set against, in the order of the law; fen.</summary>
public struct TaxesDue
{
    public long Vat, UrbanConstruction, Education, LocalEducation, IncomeTax;

    /// <summary>Sum of all taxes due, fen.</summary>
    public readonly long Total => Vat + UrbanConstruction + Education + LocalEducation + IncomeTax;
}

/// <summary>
/// Tax credit for hiring from key groups and veterans (吸纳重点群体, 退役士兵就业): a fixed amount per person and year, for three
/// years.
/// </summary>
public static class EmploymentCredit
{
    private const string Raised = "6000 yuan; the file of the province says by how much it is raised.";

    /// <summary>Years of credit for one person.</summary>
    public const int YearsPerPerson = 3;

    /// <summary>Raise of the credit for hires from key groups (重点群体) over the national amount.</summary>
    public static readonly LocalRule KeyGroupRaise = new(
        "keyGroupCredit", "Raise of the credit for hires from key groups", "重点群体就业扣减上浮幅度", _ => 0.3)
    { National = _ => 0 };

    /// <summary>Raise of the credit for hired veterans (退役士兵) over the national amount.</summary>
    public static readonly LocalRule VeteranRaise = new(
        "veteranCredit", "Raise of the credit for hired veterans", "退役士兵就业扣减上浮幅度", _ => 0.5)
    { National = _ => 0 };

    /// <summary>Raise of the credit for self-employed people of these groups over the national amount.</summary>
    public static readonly LocalRule SelfEmployedRaise = new(
        "selfEmployedCredit", "Raise of the credit for the self-employed", "重点群体和退役士兵创业扣减上浮幅度", _ => 0.2)
    { National = _ => 0 };

    private const long National = 6_000 * Fen.PerYuan;

    /// <summary>Credit for hires from key groups, fen a person and year, before the province raises it.</summary>
    public static readonly Dated<long> KeyGroups = new(
        new("employment-credit.key-groups", "Credit for hiring from key groups", "吸纳重点群体就业税收扣减"),
        new Step<long>("2019-01", "2022-12", "财税〔2019〕22号", "第二条", SourceTag.Unsure, National, Raised),
        new Step<long>(
            "2023-01", "2027-12", "财政部 税务总局 人力资源社会保障部 农业农村部公告2023年第15号", "第二条", SourceTag.Known,
            National, Raised));

    /// <summary>Credit for hired veterans, fen a person and year, before the province raises it.</summary>
    public static readonly Dated<long> Veterans = new(
        new("employment-credit.veterans", "Credit for hiring veterans", "吸纳退役士兵就业税收扣减"),
        new Step<long>("2019-01", "2022-12", "财税〔2019〕21号", "第二条", SourceTag.Unsure, National, Raised),
        new Step<long>(
            "2023-01", "2027-12", "财政部 税务总局 退役军人事务部公告2023年第14号", "第二条", SourceTag.Known, National, Raised));

    /// <summary>
    /// Credit for self-employed people of these groups, fen a household and year, before the province raises it.
    /// </summary>
    public static readonly Dated<long> SelfEmployed = new(
        new("employment-credit.self-employed", "Credit for the self-employed", "重点群体和退役士兵创业税收扣减"),
        new Step<long>(
            "2023-01", "2027-12", "财政部 税务总局等公告2023年第14号, 第15号", "第一条", SourceTag.Known, 20_000 * Fen.PerYuan,
            "20000 yuan; the file of the province says by how much it is raised."));

    /// <summary>Credit of a year in fen, from the months worked by eligible people, as the province raises it.</summary>
    public static long Quota(Month month, LocalLaw law, int keyGroupMonths, int veteranMonths) => Exactly.Divide(
        RaisedTo(KeyGroups.At(month), law.At(KeyGroupRaise, month)) * keyGroupMonths
        + RaisedTo(Veterans.At(month), law.At(VeteranRaise, month)) * veteranMonths, 12);

    /// <summary>Credit of a self-employed household a year in fen, as the province raises it.</summary>
    public static long OfSelfEmployed(Month month, LocalLaw law) =>
        RaisedTo(SelfEmployed.At(month), law.At(SelfEmployedRaise, month));

    private static long RaisedTo(long fen, double raise) => (long)Math.Round(fen * (1 + raise));

    /// <summary>
    /// Sets the credit against VAT, urban construction tax, the two education surcharges and income tax, in that order;
    /// returns the amount used, fen. The rest lapses with the year.
    /// </summary>
    public static long Offset(long quotaFen, ref TaxesDue due)
    {
        var left = quotaFen;
        Take(ref due.Vat, ref left);
        Take(ref due.UrbanConstruction, ref left);
        Take(ref due.Education, ref left);
        Take(ref due.LocalEducation, ref left);
        Take(ref due.IncomeTax, ref left);
        return quotaFen - left;
    }

    private static void Take(ref long tax, ref long left)
    {
        var used = Math.Min(Math.Max(0, tax), left);
        tax -= used;
        left -= used;
    }
}
