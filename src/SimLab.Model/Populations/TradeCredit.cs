using System.Collections.Immutable;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Decisions;
using SimLab.Model.Enterprises.Operations;
using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Populations;

/// <summary>
/// Sales of firms along the chains to their customer, and unpaid invoices of a steady trade under the default
/// behavioural parameters (<see cref="BehaviouralParameters"/>): they exist at month zero, and a month's orders and
/// payments are in transit, so the first months show no jump.
/// </summary>
internal static class TradeCredit
{
    private static readonly BehaviouralParameters Rules = new();

    /// <summary>Unpaid invoices of a debtor by age, for constant sales of one fen a month.</summary>
    private readonly record struct Steady(double NotDue, double LateTo3, double Late3To12, double LateOverYear)
    {
        public Receivables For(double yuanAMonth) => new()
        {
            NotDue = Fen.FromYuan(yuanAMonth * NotDue),
            LateTo3 = Fen.FromYuan(yuanAMonth * LateTo3),
            Late3To12 = Fen.FromYuan(yuanAMonth * Late3To12),
            LateOverYear = Fen.FromYuan(yuanAMonth * LateOverYear),
        };
    }

    private static readonly Steady Public = SettlePublic();

    private const long Flow = 1_000_000_000_000;           // sales of a month used to find the steady state, fen
    private const int LongEnough = 600;                    // months; the slowest age class lasts years

    private static Steady Settled(in Receivables claims)
    {
        static double Share(long fen) => fen / (double)Flow;
        return new(Share(claims.NotDue), Share(claims.LateTo3), Share(claims.Late3To12), Share(claims.LateOverYear));
    }

    private static Steady SettlePublic()
    {
        var claims = new Receivables();
        for (var month = 0; month < LongEnough; month++)
        {
            claims.PayAsPublicBodies(CollectPayments.PublicInvoice(Rules));
            claims.NotDue += Flow;
        }
        return Settled(claims);
    }

    // The month of EnterpriseMonth: orders and last month's payment come in, invoices age, the customer pays.
    private static Steady SettleCustomer(FirmBuilder customer, double yuanAMonth)
    {
        var (claims, paid, payable) = (new Receivables(), 0L, 0L);
        var waits = yuanAMonth <= 0 ? 0 : (long)(TradeAlongChain.Waits(customer.State, Rules) / (yuanAMonth * Fen.PerYuan) * Flow);
        var share = customer.LeadsChain ? Rules.LeadersPay : Rules.FirstTierPays;
        for (var month = 0; month < LongEnough; month++)
        {
            claims.NotDue += Flow;
            claims.PayOldestFirst(paid);
            claims.Age(1 / Rules.ChainTerm);
            payable += Flow;
            paid = TradeAlongChain.Due(payable, waits, share);
            payable -= paid;
        }
        return Settled(claims);
    }

    /// <summary>Shares the purchases of customers along the chain among their suppliers, leaders first.</summary>
    public static void ShareOutPurchases(FirmBuilder[] drafts, PopulationRecipe recipe, InitialDraws draws)
    {
        foreach (var tier in new[] { Tier.First, Tier.Second })
            foreach (var suppliers in drafts.Where(d => d.Tier == tier && !d.Vacant).GroupBy(d => d.Customer!))
            {
                var customer = suppliers.Key;
                var buys = customer.Sales * (1 - customer.PublicShare - customer.ChainShare)
                    * recipe.Industries.Materials.Of(customer.Industry)
                    * (customer.LeadsChain ? Rules.LeadersBuyLocally : Rules.FirstTierBuysLocally);
                double Wish(FirmBuilder d) =>
                    Balances.SellerShare(d, InitialDrawId.LeaderShare, recipe.Balance, draws) * (1 - d.PublicShare);
                var factor = Math.Min(recipe.Supply.SalesToCustomer.Value, buys / suppliers.Sum(d => d.Weight * d.Sales * Wish(d)));
                foreach (var draft in suppliers) draft.ChainShare = factor * Wish(draft);
            }
    }

    /// <summary>
    /// Sets claims and debts: from public bodies down the chains, since a firm that waits for payment pays late itself.
    /// </summary>
    public static void GiveCredit(FirmBuilder[] drafts, BalanceShape balance)
    {
        foreach (var draft in drafts.Where(d => !d.Vacant))
        {
            SellToPublic(draft, balance);
            draft.State.OrdersChain = Fen.FromYuan(draft.Sales / 12 * draft.ChainShare * ChainOrderBook(balance));
        }
        foreach (var tier in new[] { Tier.First, Tier.Second })
            foreach (var suppliers in drafts.Where(d => d.Tier == tier && !d.Vacant).GroupBy(d => d.Customer!))
            {
                var steady = SettleCustomer(suppliers.Key, suppliers.Sum(d => d.Weight * d.Sales / 12 * d.ChainShare));
                foreach (var draft in suppliers)
                {
                    draft.State.OwedByCustomer = steady.For(draft.Sales / 12 * draft.ChainShare);
                    // Payments in transit are no longer owed.
                    suppliers.Key.State.Payable += draft.Weight * (draft.State.OwedByCustomer.Total - PaidInTransit(draft));
                }
            }
    }

    /// <summary>Orders of public bodies at a firm, and their debt to it.</summary>
    public static void SellToPublic(FirmBuilder draft, BalanceShape balance)
    {
        var month = draft.Sales / 12 * draft.PublicShare;
        draft.State.OwedByPublic = Public.For(month);
        draft.State.OrdersPublic = Fen.FromYuan(month * balance.OrderBook.Value);
    }

    /// <summary>Overdue invoices of public bodies of unknown age: distributed as in a steady trade.</summary>
    /// <param name="late">Sum of the overdue invoices, fen.</param>
    public static Receivables LateByAge(long late)
    {
        var all = Public.LateTo3 + Public.Late3To12 + Public.LateOverYear;
        var (middle, old) = (Fen.Share(late, Public.Late3To12 / all), Fen.Share(late, Public.LateOverYear / all));
        return new() { LateTo3 = late - middle - old, Late3To12 = middle, LateOverYear = old };
    }

    /// <summary>Months of orders on a supplier's book at month zero: one more month is in transit.</summary>
    public static double ChainOrderBook(BalanceShape balance) => Math.Max(0, balance.OrderBook.Value - 1);

    public static ImmutableArray<Settlement> Settlements(FirmBuilder[] drafts)
    {
        var placed = new long[drafts.Length];
        foreach (var draft in drafts)
            if (draft.Customer is { } customer) placed[customer.Id] += draft.Weight * Monthly(draft);
        var received = ImmutableArray.CreateBuilder<Settlement>();
        foreach (var draft in drafts)
        {
            Letter(SettlementKind.ChainPaid, PaidInTransit(draft));
            Letter(SettlementKind.ChainOrderWon, Monthly(draft));
            Letter(SettlementKind.ChainOrderPlaced, placed[draft.Id]);

            void Letter(SettlementKind kind, long amount)
            {
                if (amount > 0) received.Add(new(draft.Id, 0, kind, 0, amount, 0));
            }
        }
        return received.DrainToImmutable();
    }

    private static long Monthly(FirmBuilder draft) => Fen.FromYuan(draft.Sales / 12 * draft.ChainShare);

    // In a steady trade monthly payments equal monthly orders.
    private static long PaidInTransit(FirmBuilder draft) => Math.Min(Monthly(draft), draft.State.OwedByCustomer.Total);
}
