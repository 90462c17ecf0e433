namespace SimLab.Model.Rulebook;

/// <summary>Kinds of debtor of a small or medium firm.</summary>
public enum Debtor : byte { PublicBody, LargeFirm }

/// <summary>
/// Payment deadlines of public bodies and large firms towards small and medium firms, and interest on late payment
/// (保障中小企业款项支付条例).
/// </summary>
public static class PaymentTerms
{
    /// <summary>Deadline of a debtor for whom the law sets none ("reasonable").</summary>
    public const int NoLimit = int.MaxValue;

    /// <summary>Deadlines in days from delivery.</summary>
    /// <param name="Public">Of public bodies, when the contract is silent.</param>
    /// <param name="PublicAgreed">Longest deadline a contract with a public body may set.</param>
    /// <param name="Large">Of large firms.</param>
    public readonly record struct Deadlines(int Public, int PublicAgreed, int Large);

    /// <summary>Deadlines by month of delivery.</summary>
    public static readonly Dated<Deadlines> Rule = new(
        new("payment.deadline", "Payment deadlines", "保障中小企业款项支付条例"),
        new Step<Deadlines>(
            "2018-01", "2020-08", "中华人民共和国中小企业促进法", "第五十三条", SourceTag.Known, new(NoLimit, NoLimit, NoLimit),
            "Forbids delay but names no day."),
        new Step<Deadlines>(
            "2020-09", "2025-05", "国务院令第728号", "第八条", SourceTag.Known, new(30, 60, NoLimit),
            "Large firms: a reasonable term by custom of the trade."),
        new Step<Deadlines>(
            "2025-06", null, "国务院令第802号", "第九条", SourceTag.Verified2, new(30, 60, 60),
            "No forced commercial bills, no pay-when-paid."));

    /// <summary>Interest on late payment where no rate was agreed, ten-thousandths a day.</summary>
    public static readonly Dated<int> LateInterest = new(
        new("payment.late-interest", "Interest on late payment", "逾期利息"),
        new Step<int>(
            "2020-09", "2025-05", "国务院令第728号", "第十五条", SourceTag.Known, 5,
            "An agreed rate may not be below the one-year LPR of the signing day."),
        new Step<int>("2025-06", null, "国务院令第802号", "第十七条", SourceTag.Known, 5));

    /// <summary>The last lawful day of payment, days after delivery.</summary>
    /// <param name="agreedDays">Deadline of the contract; null: none.</param>
    public static int DeadlineDays(Month delivered, Debtor debtor, int? agreedDays = null)
    {
        ref readonly var law = ref Rule.At(delivered);
        return debtor == Debtor.PublicBody
            ? agreedDays is { } agreed ? Math.Min(agreed, law.PublicAgreed) : law.Public
            : agreedDays is { } term ? Math.Min(term, law.Large) : law.Large;
    }

    /// <summary>Interest in fen on an overdue sum when the contract sets no rate: 0.05 % a day.</summary>
    public static long OverdueInterest(Month month, long overdueFen, int days) =>
        days <= 0 ? 0 : Exactly.Times(overdueFen, (long)LateInterest.At(month) * days, 10_000);

    /// <summary>
    /// Interest in fen at an agreed yearly rate, which the law raises to at least the one-year LPR of the signing
    /// month. A year has 365 days.
    /// </summary>
    public static long OverdueInterestAgreed(Month contracted, long overdueFen, int days, double yearlyRate) =>
        days <= 0 ? 0 : Fen.Share(overdueFen, Math.Max(yearlyRate, CreditPrices.LoanPrimeRate(contracted)) * days / 365);
}
