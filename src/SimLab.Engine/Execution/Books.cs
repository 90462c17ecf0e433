using System.Collections.Immutable;
using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.Engine.Execution;

/// <summary>
/// Accounting check of every world and month, to the fen. Cash, debts and claims of firms change only by flows with a
/// counterparty: customers, workers, suppliers, banks, the public purse, owners, or another firm.
/// </summary>
public static class Books
{
    /// <summary>Throws when an account of a world does not balance between two months.</summary>
    /// <param name="month">The month just simulated.</param>
    /// <param name="before">Province totals of the month before.</param>
    /// <param name="now">Province totals of the month.</param>
    /// <param name="inTransit">In-transit account along the chains after the settlement of the month before.</param>
    /// <param name="world">Name of the world, for the message.</param>
    /// <exception cref="InvalidOperationException">An account does not balance.</exception>
    public static void Check(Month month, ReadOnlySpan<long> before, ReadOnlySpan<long> now, InTransitAccount inTransit, string world)
    {
        Balance(month, world, "cash",
            before[(int)Indicator.CashHeld] + Sum(now, Indicators.CashIn) - Sum(now, Indicators.CashOut),
            now[(int)Indicator.CashHeld]);
        Balance(month, world, "loans",
            before[(int)Indicator.LoansOwed]
                + now[(int)Indicator.LoansGranted] - now[(int)Indicator.Principal] - now[(int)Indicator.LoansWrittenOff],
            now[(int)Indicator.LoansOwed]);
        Balance(month, world, "input VAT carried on",
            before[(int)Indicator.VatCreditHeld]
                + now[(int)Indicator.InputVat] - now[(int)Indicator.VatRecovered] - now[(int)Indicator.VatRefunded] - now[
                (int)Indicator.VatCreditLeft],
            now[(int)Indicator.VatCreditHeld]);
        Balance(month, world, "claims on public bodies",
            before[(int)Indicator.PublicOwes]
                + now[(int)Indicator.PublicDelivered] - now[(int)Indicator.PublicPaid] - now[(int)Indicator.PublicClaimsLeft],
            now[(int)Indicator.PublicOwes]);
        Balance(month, world, "chain orders placed and won", now[(int)Indicator.ChainOrdersPlaced], now[(int)Indicator.ChainOrdersWon]);
        var claims = before[(int)Indicator.LargeOwes] + before[(int)Indicator.FirstTierOwes];
        Balance(month, world, "claims on customers along the chains",
            claims + now[(int)Indicator.ChainOrdersWon] - now[(int)Indicator.ChainPaid] - now[
                (int)Indicator.ChainClaimsLost] - now[(int)Indicator.ChainClaimsLeft],
            now[(int)Indicator.LargeOwes] + now[(int)Indicator.FirstTierOwes]);
        // Debts of customers, money in transit and settlements on their way (payments, write-offs) equal the claims of
        // suppliers and exited firms.
        Balance(month, world, "chain debts and claims",
            before[(int)Indicator.ChainPayable] + inTransit.Money + now[(int)Indicator.ChainPaid]
                + now[(int)Indicator.ChainClaimsLost], claims + inTransit.ClaimsOfExited);
        Balance(month, world, "debts of customers along the chains",
            before[(int)Indicator.ChainPayable]
                + now[(int)Indicator.ChainOrdersPlaced] - now[(int)Indicator.ChainPayments] - now[(int)Indicator.ChainDebtsDefaulted],
            now[(int)Indicator.ChainPayable]);
        Aged(month, world, now, Indicator.PublicOwes);
        Aged(month, world, now, Indicator.LargeOwes);
        Aged(month, world, now, Indicator.FirstTierOwes);
    }

    // The columns after a total owed: the overdue part, then that part by age.
    private static void Aged(Month month, string world, ReadOnlySpan<long> now, Indicator owed)
    {
        var at = (int)owed;
        Balance(month, world, $"{owed + 1} by age", now[at + 2] + now[at + 3] + now[at + 4], now[at + 1]);
    }

    private static void Balance(Month month, string world, string account, long expected, long found)
    {
        if (expected != found)
            throw new InvalidOperationException(
                $"Bug in SimLab: the books do not balance in {month}, {world}: {account} should be {expected} fen and are {found} fen.");
    }

    private static long Sum(ReadOnlySpan<long> row, ImmutableArray<Indicator> flows)
    {
        long sum = 0;
        foreach (var flow in flows) sum += row[(int)flow];
        return sum;
    }
}
