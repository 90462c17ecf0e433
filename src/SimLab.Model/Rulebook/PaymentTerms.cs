namespace SimLab.Model.Rulebook;

/// <summary>Who owes a small or medium firm money.</summary>
public enum Debtor : byte { PublicBody, LargeFirm }

/// <summary>When public bodies and large firms must pay small and medium firms, and what lateness costs (保障中小企业款项支付条例).</summary>
public static class PaymentTerms
{
    /// <summary>A deadline of a debtor whom no law sets one ("reasonable").</summary>
    public const int NoLimit = int.MaxValue;

    /// <summary>Days from delivery.</summary>
    /// <param name="Public">Public bodies, when the contract is silent.</param>
    /// <param name="PublicAgreed">The longest a contract with a public body may set.</param>
    /// <param name="Large">Large firms.</param>
    public readonly record struct Deadlines(int Public, int PublicAgreed, int Large);

    public static readonly Dated<Deadlines> Rule = new(
        new("payment.deadline", "Payment deadlines", "保障中小企业款项支付条例"),
        new Step<Deadlines>("2018-01", "2020-08", "中华人民共和国中小企业促进法", "第五十三条", SourceTag.Known, new(NoLimit, NoLimit, NoLimit), "Forbids delay but names no day."),
        new Step<Deadlines>("2020-09", "2025-05", "国务院令第728号", "第八条", SourceTag.Known, new(30, 60, NoLimit), "Large firms: a reasonable term by custom of the trade."),
        new Step<Deadlines>("2025-06", null, "国务院令第802号", "第九条", SourceTag.Verified2, new(30, 60, 60), "No forced commercial bills, no pay-when-paid."));

    /// <summary>Interest a day on late payment where none was agreed, in ten-thousandths.</summary>
    public static readonly Dated<int> LateInterest = new(
        new("payment.late-interest", "Interest on late payment", "逾期利息"),
        new Step<int>("2020-09", "2025-05", "国务院令第728号", "第十五条", SourceTag.Known, 5, "An agreed rate may not be below the one-year LPR of the signing day."),
        new Step<int>("2025-06", null, "国务院令第802号", "第十七条", SourceTag.Known, 5));

    /// <summary>The last lawful day of payment, days after delivery.</summary>
    /// <param name="agreedDays">What the contract says; null: nothing.</param>
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

    /// <summary>Interest in fen at an agreed yearly rate, which the law lifts to the one-year LPR of the signing month. A year has 365 days.</summary>
    public static long OverdueInterestAgreed(Month contracted, long overdueFen, int days, double yearlyRate) =>
        days <= 0 ? 0 : Fen.Share(overdueFen, Math.Max(yearlyRate, CreditPrices.LoanPrimeRate(contracted)) * days / 365);
}
