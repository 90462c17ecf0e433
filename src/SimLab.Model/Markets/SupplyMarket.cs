using SimLab.Model.Enterprises;
using SimLab.Model.Papers;

namespace SimLab.Model.Markets;

/// <summary>
/// Orders and payments between each customer of a chain and its own suppliers. Every customer has an account, and nothing
/// crosses from one account to another: what a customer orders is what its suppliers win, what it pays is what they are
/// paid, and both ends are booked in the same month. In every account, to the fen:
/// <c>what the customer owes + till = what its suppliers may claim + estates of closed suppliers</c>.
/// 1. Payments, with what is left in the till, are shared among the claims in proportion; what a closed customer did not pay
/// is lost. 2. The customer's order goes to its suppliers' offers by rank.
/// </summary>
public sealed class SupplyMarket : Market
{
    private struct Account
    {
        public long Till, Estate;                          // kept from month to month
        public long Owed, Paid, Wanted, Won;               // of the month
        public bool Closed;
    }

    private readonly Book<ChainMoney> _orders = new();
    private readonly Book<ChainOffer> _offers = new();
    private readonly Book<ChainMoney> _payments = new();
    private readonly Book<ChainMoney> _claims = new();
    private readonly Book<ChainMoney> _estates = new();
    private readonly Book<ChainMoney> _defaults = new();
    private Account[][] _accounts = [];                    // by world and account; as many as have been heard of

    public override void Begin(int worlds)
    {
        foreach (var book in Money) book.Begin(worlds);
        _offers.Begin(worlds);
        _accounts = new Account[worlds][];
        Array.Fill(_accounts, []);
    }

    /// <summary>Paid in by customers and not yet paid out, fen, all accounts.</summary>
    public long Till(int world) => _accounts[world].Sum(account => account.Till);

    /// <summary>Claims of closed suppliers, fen, all accounts.</summary>
    public long Estates(int world) => _accounts[world].Sum(account => account.Estate);

    public override byte[] Save(int world) => Bytes<long>([.. _accounts[world].SelectMany(account => new[] { account.Till, account.Estate })]);

    public override void Restore(int world, ReadOnlySpan<byte> saved)
    {
        var both = Read<long>(saved);
        _accounts[world] = new Account[both.Length / 2];
        for (var i = 0; i < _accounts[world].Length; i++) _accounts[world][i] = new() { Till = both[2 * i], Estate = both[2 * i + 1] };
    }

    public override byte[][] Collect(Tray tray) =>
        [Bytes(tray.ChainOrders), Bytes(tray.ChainPayments), Bytes(tray.ChainClaims), Bytes(tray.ChainEstates), Bytes(tray.ChainDefaults), Bytes(tray.ChainOffers)];

    public override void HandIn(byte[][] piles)
    {
        for (var i = 0; i < Money.Length; i++) Money[i].HandIn(piles[i]);
        _offers.HandIn(piles[^1]);
    }

    public override void Sort()
    {
        foreach (var book in Money) book.Sort();
        _offers.Sort();
    }

    public override void Settle(Briefing briefing, int world, Pile<Settlement> letters, Pile<MarketCost> costs)
    {
        var accounts = Open(world);
        TakeMoney(accounts, world);
        PayClaims(accounts, world, letters);
        PlaceOrders(accounts, world, letters);
    }

    // In the order in which districts hand in.
    private Book<ChainMoney>[] Money => field ??= [_orders, _payments, _claims, _estates, _defaults];

    private Span<Account> Open(int world)
    {
        var last = -1;
        foreach (var book in Money)
            foreach (ref readonly var filed in book.Of(world)) last = Math.Max(last, filed.Paper.Account);
        foreach (ref readonly var filed in _offers.Of(world)) last = Math.Max(last, filed.Paper.Account);
        ref var accounts = ref _accounts[world];
        if (accounts.Length <= last) Array.Resize(ref accounts, last + 1);
        foreach (ref var account in accounts.AsSpan()) account = new() { Till = account.Till, Estate = account.Estate };
        return accounts;
    }

    private void TakeMoney(Span<Account> accounts, int world)
    {
        foreach (ref readonly var filed in _payments.Of(world)) accounts[filed.Paper.Account].Till += filed.Paper.Amount * filed.Weight;
        foreach (ref readonly var filed in _estates.Of(world)) accounts[filed.Paper.Account].Estate += filed.Paper.Amount * filed.Weight;
        foreach (ref readonly var filed in _claims.Of(world)) accounts[filed.Paper.Account].Owed += filed.Paper.Amount * filed.Weight;
        foreach (ref readonly var filed in _defaults.Of(world)) accounts[filed.Paper.Account].Closed = true;
        foreach (ref var account in accounts)
        {
            account.Owed += account.Estate;
            account.Paid = Math.Min(account.Till, account.Owed);
        }
    }

    private void PayClaims(Span<Account> accounts, int world, Pile<Settlement> letters)
    {
        // Rounded down for each firm; the fen that are left wait in the till.
        foreach (ref readonly var filed in _claims.Of(world))
        {
            ref var account = ref accounts[filed.Paper.Account];
            var share = ShareOf(account, filed.Paper.Amount);
            if (share > 0)
            {
                account.Till -= share * filed.Weight;
                letters.Add(new(filed.Enterprise, world, SettlementKind.ChainPaid, 0, share, 0));
            }
            if (account.Closed && share < filed.Paper.Amount)
                letters.Add(new(filed.Enterprise, world, SettlementKind.ChainClaimLost, 0, filed.Paper.Amount - share, 0));
        }
        foreach (ref var account in accounts)
        {
            if (account.Estate == 0 && !account.Closed) continue;
            var toEstates = ShareOf(account, account.Estate);
            account.Till -= toEstates;
            // Of a closed customer, estates lose like everybody else. They get the few fen that could not be divided.
            account.Estate = account.Closed ? account.Till : account.Estate - toEstates;
        }
    }

    private static long ShareOf(in Account account, long claim) =>
        account.Paid == account.Owed ? claim : account.Paid <= 0 ? 0 : (long)((Int128)claim * account.Paid / account.Owed);

    private void PlaceOrders(Span<Account> accounts, int world, Pile<Settlement> letters)
    {
        foreach (ref readonly var filed in _orders.Of(world)) accounts[filed.Paper.Account].Wanted = filed.Paper.Amount;
        var offers = _offers.Of(world);
        offers.Sort(static (a, b) =>
        {
            var byRank = a.Paper.Rank.CompareTo(b.Paper.Rank);
            return byRank != 0 ? byRank : a.Enterprise.CompareTo(b.Enterprise);
        });
        foreach (ref readonly var filed in offers)
        {
            ref var account = ref accounts[filed.Paper.Account];
            var each = Math.Min(filed.Paper.Capacity, (account.Wanted - account.Won) / filed.Weight);
            if (each <= 0) continue;
            account.Won += each * filed.Weight;
            letters.Add(new(filed.Enterprise, world, SettlementKind.ChainOrderWon, 0, each, 0));
        }
        // A customer stands for itself alone, so the whole of what was won is its own.
        foreach (ref readonly var filed in _orders.Of(world))
        {
            var won = accounts[filed.Paper.Account].Won;
            if (won > 0) letters.Add(new(filed.Enterprise, world, SettlementKind.ChainOrderPlaced, 0, won, 0));
        }
    }
}
