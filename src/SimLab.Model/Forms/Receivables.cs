using System.Runtime.InteropServices;

namespace SimLab.Model.Forms;

/// <summary>
/// What one kind of debtor owes a firm, by age, fen. Overdue counts from the first day past the deadline (gansu.md A11); the
/// classes, a quarter and a year, are those usual in ageing receivables, assumed. No invoice is followed one by one: each month
/// a third of the class that is three months long, and a ninth of the one that is nine months long, gets a class older.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
public struct Receivables
{
    private const double MonthsOfFirst = 3, MonthsOfSecond = 9;

    public long NotDue;
    public long LateTo3;                                   // overdue up to three months
    public long Late3To12;                                 // overdue three to twelve months
    public long LateOverYear;                              // overdue longer

    public readonly long Late => LateTo3 + Late3To12 + LateOverYear;

    public readonly long Total => NotDue + Late;

    /// <summary>A month passes.</summary>
    /// <param name="fallsDue">Share of what is not due that falls due.</param>
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

    /// <summary>One debtor pays its oldest invoices first.</summary>
    public void PayOldestFirst(long amount)
    {
        Take(ref LateOverYear, ref amount);
        Take(ref Late3To12, ref amount);
        Take(ref LateTo3, ref amount);
        NotDue -= amount;
    }

    /// <summary>
    /// Public bodies pay and a month passes: everything that was not due falls due (a month after delivery, 国务院令728号).
    /// They are many, and each pays its own oldest first. Who has not paid for a year is one of the slow ones, so that of
    /// all together the oldest invoices are paid most slowly.
    /// </summary>
    /// <returns>What is paid, fen.</returns>
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
