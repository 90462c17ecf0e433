using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Enterprises.Operations;

/// <summary>
/// Monthly debt service: pays interest on the loan and on an overdraft, renews part of the maturing amount, repays the rest.
/// </summary>
public static class ServeLoan
{
    private const double Hundredths = 100;

    /// <summary>Pays interest and principal; returns the interest, fen.</summary>
    public static long Pay(ref FirmContext context)
    {
        ref var e = ref context.State;
        var overdraft = OverdraftInterest(e.Cash, context.Behaviour.OverdraftRate);
        if (overdraft > 0) context.Pay(Indicator.Interest, overdraft);
        return e.Loan == 0 ? overdraft : overdraft + ServeBank(ref context);
    }

    /// <summary>Interest of a month on what a firm has overdrawn (cash below zero), fen.</summary>
    /// <param name="cash">Cash, fen.</param>
    /// <param name="rate">Interest of a year, share.</param>
    internal static long OverdraftInterest(long cash, double rate) => Fen.Share(Math.Max(0, -cash), rate / 12);

    private static long ServeBank(ref FirmContext context)
    {
        ref var e = ref context.State;
        var term = e.LoanTerm == 0 ? context.Behaviour.LoanMonths : e.LoanTerm / Hundredths;
        var repayment = new Repayment
        {
            Owed = e.Loan,
            FallsDue = Math.Min(e.Loan, Fen.Share(e.Loan, 1 / term)),
            RenewedShare = context.Behaviour.RolledOver,
            Sound = e.Cash >= 0 && e.NetAssets > 0 && e.ProfitThisYear >= 0,
        };
        // Equal in all months: once a year is enough for the ledger.
        context.Pass(context.Desk.Repayments, ref repayment, note: context.Month.EndsYear);

        var resting = Math.Min(e.Loan, Fen.Share(Math.Max(0, e.Cash), repayment.Revolving));
        var interest = Fen.Share(e.Loan - resting, e.LoanRate / 12);
        var principal = Math.Min(e.Loan, Fen.Share(repayment.FallsDue, 1 - repayment.RenewedShare));
        // A remainder below the smallest loan is repaid if there is cash.
        if (e.Loan - principal < Fen.FromYuan(context.Behaviour.SmallestLoan) && e.Cash >= e.Loan + interest) principal = e.Loan;
        context.Pay(Indicator.Interest, interest);
        context.Pay(Indicator.Principal, principal);
        if (e.LentAs != SizeClass.Large) context.Count(Indicator.SmePrincipal, principal);
        e.Loan -= principal;
        return interest;
    }

    /// <summary>Mean term of the debt including the new loan, weighted by amount; hundredths of a month.</summary>
    public static ushort TermOf(in FirmContext context, long amount, double term)
    {
        ref readonly var e = ref context.State;
        var old = e.LoanTerm == 0 ? context.Behaviour.LoanMonths : e.LoanTerm / Hundredths;
        var mean = (old * e.Loan + term * amount) / Math.Max(1, e.Loan + amount);
        return (ushort)Math.Clamp(Math.Round(mean * Hundredths), 1, ushort.MaxValue);
    }
}
