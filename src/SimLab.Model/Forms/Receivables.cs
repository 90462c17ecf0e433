using System.Runtime.InteropServices;

namespace SimLab.Model.Forms;

/// <summary>
/// Debt of one kind of debtor to a firm, by age, fen. Overdue counts from the first day past the deadline (gansu.md
/// A11); the age classes, a quarter and a year, are usual in ageing receivables, assumed. Individual invoices are not
/// tracked: each month a third of the three-month class, and a ninth of the nine-month class, moves to the next older
/// class.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
public struct Receivables
{
    private const double MonthsOfFirst = 3, MonthsOfSecond = 9;

    /// <summary>Not yet due, fen.</summary>
    public long NotDue;
    public long LateTo3;                                   // overdue up to three months
    public long Late3To12;                                 // overdue three to twelve months
    public long LateOverYear;                              // overdue longer

    /// <summary>All overdue invoices, fen.</summary>
    public readonly long Late => LateTo3 + Late3To12 + LateOverYear;

    /// <summary>All unpaid invoices, fen.</summary>
    public readonly long Total => NotDue + Late;

    /// <summary>Ages all classes by a month.</summary>
    /// <param name="fallsDue">Share of <see cref="NotDue"/> that falls due, 0 to 1.</param>
    public void Age(double fallsDue)
    {
        var toYear = Fen.Share(Late3To12, 1 / MonthsOfSecond);
        var to12 = Fen.Share(LateTo3, 1 / MonthsOfFirst);
        var due = Fen.Share(NotDue, fallsDue);
        LateOverYear += toYear;
        Late3To12 += to12 - toYear;
        LateTo3 += due - to12;
        NotDue -= due;
    }

    /// <summary>Books a payment of one debtor, in fen, which covers its oldest invoices first.</summary>
    public void PayOldestFirst(long amount)
    {
        Take(ref LateOverYear, ref amount);
        Take(ref Late3To12, ref amount);
        Take(ref LateTo3, ref amount);
        NotDue -= amount;
    }

    /// <summary>
    /// Books payments of public bodies and ages all classes by a month: everything not yet due falls due (a month after
    /// delivery, 国务院令728号). Public bodies are many, and each pays its own oldest invoices first. A body that has not
    /// paid for a year is a slow payer, so across all bodies the oldest invoices are paid most slowly.
    /// </summary>
    /// <returns>Amount paid, fen.</returns>
    public long PayAsPublicBodies(in Invoice invoice)
    {
        var (young, middle) = (Fen.Share(LateTo3, invoice.ArrearsPaid), Fen.Share(Late3To12, invoice.ArrearsPaid));
        var (old, onTime) = (Fen.Share(LateOverYear, invoice.OldArrearsPaid), Fen.Share(NotDue, invoice.PaidWhenDue));
        LateTo3 -= young;
        Late3To12 -= middle;
        LateOverYear -= old;
        NotDue -= onTime;
        Age(fallsDue: 1);
        return young + middle + old + onTime;
    }

    private static void Take(ref long from, ref long amount)
    {
        var part = Math.Min(from, amount);
        from -= part;
        amount -= part;
    }
}
