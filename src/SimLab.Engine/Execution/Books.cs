using SimLab.Model;
using SimLab.Model.Papers;

namespace SimLab.Engine.Execution;

/// <summary>
/// The books must balance, in every world and month, to the fen. What firms hold and owe changes only by flows that have
/// another end: customers, workers, suppliers, banks, the public purse, owners, or another firm.
/// </summary>
public static class Books
{
    private static readonly Indicator[] CashIn =
    [
        Indicator.OrdinarySales, Indicator.PublicPaid, Indicator.ChainPaid, Indicator.LoansGranted, Indicator.SupportPaid,
        Indicator.RefundsPaid, Indicator.EquityIn, Indicator.EquityRaised, Indicator.EmploymentCredits, Indicator.VatRecovered, Indicator.VatRefunded,
    ];

    private static readonly Indicator[] CashOut =
    [
        Indicator.Materials, Indicator.Wages, Indicator.Overhead, Indicator.Interest, Indicator.Principal, Indicator.Vat,
        Indicator.Surcharges, Indicator.IncomeTax, Indicator.Investment, Indicator.RndReal, Indicator.ChainPayments,
        Indicator.ApplicationCosts, Indicator.FeesPaid, Indicator.Dividends, Indicator.Liquidated,
        Indicator.InputVat, Indicator.GuaranteeFees, Indicator.MarketingCosts,
    ];

    /// <summary>Throws when an account of a world does not balance between two months.</summary>
    /// <param name="month">The month just lived.</param>
    /// <param name="before">Province totals of the month before.</param>
    /// <param name="now">Province totals of the month.</param>
    /// <param name="till">What lay between leaders and suppliers when the month before had been settled.</param>
    /// <param name="world">For the message.</param>
    public static void Check(Month month, ReadOnlySpan<long> before, ReadOnlySpan<long> now, ChainTill till, string world)
    {
        Balance(month, world, "cash", before[(int)Indicator.CashHeld] + Sum(now, CashIn) - Sum(now, CashOut), now[(int)Indicator.CashHeld]);
        Balance(month, world, "loans",
            before[(int)Indicator.LoansOwed] + now[(int)Indicator.LoansGranted] - now[(int)Indicator.Principal] - now[(int)Indicator.LoansWrittenOff],
            now[(int)Indicator.LoansOwed]);
        Balance(month, world, "input VAT carried on",
            before[(int)Indicator.VatCreditHeld] + now[(int)Indicator.InputVat] - now[(int)Indicator.VatRecovered] - now[(int)Indicator.VatRefunded] - now[(int)Indicator.VatCreditLeft],
            now[(int)Indicator.VatCreditHeld]);
        Balance(month, world, "claims on public bodies",
            before[(int)Indicator.PublicOwes] + now[(int)Indicator.PublicDelivered] - now[(int)Indicator.PublicPaid] - now[(int)Indicator.PublicClaimsLeft],
            now[(int)Indicator.PublicOwes]);
        Balance(month, world, "chain orders placed and won", now[(int)Indicator.ChainOrdersPlaced], now[(int)Indicator.ChainOrdersWon]);
        Balance(month, world, "claims on chain leaders",
            before[(int)Indicator.LargeOwes] + now[(int)Indicator.ChainOrdersWon] - now[(int)Indicator.ChainPaid] - now[(int)Indicator.ChainClaimsLeft],
            now[(int)Indicator.LargeOwes]);
        // What leaders owed, with what they had paid in and was on its way, is what suppliers and estates could claim.
        Balance(month, world, "chain debts and claims",
            before[(int)Indicator.ChainPayable] + till.Till + now[(int)Indicator.ChainPaid], before[(int)Indicator.LargeOwes] + till.Estates);
        Balance(month, world, "debts of chain leaders",
            before[(int)Indicator.ChainPayable] + now[(int)Indicator.ChainOrdersPlaced] - now[(int)Indicator.ChainPayments],
            now[(int)Indicator.ChainPayable]);
    }

    private static void Balance(Month month, string world, string account, long expected, long found)
    {
        if (expected != found)
            throw new InvalidOperationException(
                $"Bug in SimLab: the books do not balance in {month}, {world}: {account} should be {expected} fen and are {found} fen.");
    }

    private static long Sum(ReadOnlySpan<long> row, Indicator[] flows)
    {
        long sum = 0;
        foreach (var flow in flows) sum += row[(int)flow];
        return sum;
    }
}
