using SimLab.Model.Economy;
using SimLab.Model.Messages;

namespace SimLab.Model.Markets;

/// <summary>
/// Orders and payments between each customer of a chain and its own suppliers. Every customer has a separate account:
/// its orders equal what its suppliers win, its payments equal what they receive, and both sides are booked in the same
/// month. In every account, to the fen:
/// <c>debt of the customer + in transit = claims of its suppliers + claims of exited suppliers</c>.
/// 1. Payments, with the balance in transit, are shared among the claims in proportion; what an exited customer did not
/// pay is lost.
/// 2. The customer's order goes to its suppliers' offers by rank.
/// </summary>
public sealed class SupplyMarket : Market
{
    private struct Account
    {
        public long InTransit, ClaimsOfExited;                          // carried between months
        public long Owed, Paid, Wanted, Won;               // of the month
        public double Extra;                               // of what is wanted, what measures added, share
        public bool Closed;
    }

    private readonly Inbox<ChainMoney> _orders = new();
    private readonly Inbox<ChainOffer> _offers = new();
    private readonly Inbox<ChainMoney> _payments = new();
    private readonly Inbox<ChainMoney> _claims = new();
    private readonly Inbox<ChainMoney> _claimsOfExited = new();
    private readonly Inbox<ChainMoney> _defaults = new();
    private Account[][] _accounts = [];                    // by world, then account; grows as accounts appear

    public override void Begin(int worlds, Province province, int measures)
    {
        foreach (var book in Money) book.Begin(worlds);
        _offers.Begin(worlds);
        _accounts = new Account[worlds][];
        Array.Fill(_accounts, []);
    }

    /// <inheritdoc/>
    public override long InTransit(int world) => _accounts[world].Sum(account => account.InTransit);

    /// <inheritdoc/>
    public override long ClaimsOfExited(int world) => _accounts[world].Sum(account => account.ClaimsOfExited);

    public override byte[] Save(int world) =>
        Bytes<long>([.. _accounts[world].SelectMany(account => new[] { account.InTransit, account.ClaimsOfExited })]);

    public override void Restore(int world, ReadOnlySpan<byte> saved)
    {
        var both = Read<long>(saved);
        _accounts[world] = new Account[both.Length / 2];
        for (var i = 0; i < _accounts[world].Length; i++) _accounts[world][i] = new()
        { InTransit = both[2 * i], ClaimsOfExited = both[2 * i + 1] };
    }

    public override byte[][] Collect(Outbox outbox) =>
        [Bytes(outbox.ChainOrders), Bytes(outbox.ChainPayments), Bytes(outbox.ChainClaims), Bytes(outbox.ChainClaimsOfExited),
            Bytes(outbox.ChainDefaults), Bytes(outbox.ChainOffers)];

    public override void Receive(byte[][] buffers)
    {
        for (var i = 0; i < Money.Length; i++) Money[i].Receive(buffers[i]);
        _offers.Receive(buffers[^1]);
    }

    public override void Sort()
    {
        foreach (var book in Money) book.Sort();
        _offers.Sort();
    }

    public override void Settle(
        PublicInformation information, int world, ReusableBuffer<Settlement> settlements, ReusableBuffer<MarketCost> costs)
    {
        var accounts = Open(world);
        TakeMoney(accounts, world);
        PayClaims(accounts, world, settlements);
        PlaceOrders(accounts, world, settlements);
    }

    // In the order of Collect.
    private Inbox<ChainMoney>[] Money => field ??= [_orders, _payments, _claims, _claimsOfExited, _defaults];

    private Span<Account> Open(int world)
    {
        var last = -1;
        foreach (var book in Money)
            foreach (ref readonly var message in book.Of(world)) last = Math.Max(last, message.Body.Account);
        foreach (ref readonly var message in _offers.Of(world)) last = Math.Max(last, message.Body.Account);
        ref var accounts = ref _accounts[world];
        if (accounts.Length <= last) Array.Resize(ref accounts, last + 1);
        foreach (ref var account in accounts.AsSpan()) account = new()
        { InTransit = account.InTransit, ClaimsOfExited = account.ClaimsOfExited };
        return accounts;
    }

    private void TakeMoney(Span<Account> accounts, int world)
    {
        foreach (ref readonly var message in _payments.Of(world))
            accounts[message.Body.Account].InTransit += message.Body.Amount * message.Weight;
        foreach (ref readonly var message in _claimsOfExited.Of(world))
            accounts[message.Body.Account].ClaimsOfExited += message.Body.Amount * message.Weight;
        foreach (ref readonly var message in _claims.Of(world))
            accounts[message.Body.Account].Owed += message.Body.Amount * message.Weight;
        foreach (ref readonly var message in _defaults.Of(world)) accounts[message.Body.Account].Closed = true;
        foreach (ref var account in accounts)
        {
            account.Owed += account.ClaimsOfExited;
            account.Paid = Math.Min(account.InTransit, account.Owed);
        }
    }

    private void PayClaims(Span<Account> accounts, int world, ReusableBuffer<Settlement> settlements)
    {
        // Rounded down for each firm; the remaining fen stay in transit.
        foreach (ref readonly var message in _claims.Of(world))
        {
            ref var account = ref accounts[message.Body.Account];
            var share = ShareOf(account, message.Body.Amount);
            if (share > 0)
            {
                account.InTransit -= share * message.Weight;
                settlements.Add(new(message.Enterprise, world, SettlementKind.ChainPaid, 0, share, 0));
            }
            if (account.Closed && share < message.Body.Amount)
                settlements.Add(new(message.Enterprise, world, SettlementKind.ChainClaimLost, 0, message.Body.Amount - share, 0));
        }
        foreach (ref var account in accounts)
        {
            if (account.ClaimsOfExited == 0 && !account.Closed) continue;
            var toEstates = ShareOf(account, account.ClaimsOfExited);
            account.InTransit -= toEstates;
            // Claims of exited suppliers share in the loss of an exited customer. They get the few fen that could not
            // be divided.
            account.ClaimsOfExited = account.Closed ? account.InTransit : account.ClaimsOfExited - toEstates;
        }
    }

    private static long ShareOf(in Account account, long claim) =>
        account.Paid == account.Owed ? claim : account.Paid <= 0 ? 0 : (long)((Int128)claim * account.Paid / account.Owed);

    private void PlaceOrders(Span<Account> accounts, int world, ReusableBuffer<Settlement> settlements)
    {
        foreach (ref readonly var message in _orders.Of(world))
        {
            ref var account = ref accounts[message.Body.Account];
            (account.Wanted, account.Extra) = (message.Body.Amount, message.Body.Extra);
        }
        var offers = _offers.Of(world);
        offers.Sort(static (a, b) =>
        {
            var byRank = a.Body.Rank.CompareTo(b.Body.Rank);
            return byRank != 0 ? byRank : a.Enterprise.CompareTo(b.Enterprise);
        });
        foreach (ref readonly var message in offers)
        {
            ref var account = ref accounts[message.Body.Account];
            var each = Math.Min(message.Body.Capacity, (account.Wanted - account.Won) / message.Weight);
            if (each <= 0) continue;
            account.Won += each * message.Weight;
            settlements.Add(new(message.Enterprise, world, SettlementKind.ChainOrderWon, 0, each, account.Extra));
        }
        // A customer represents itself alone, so everything won is its own.
        foreach (ref readonly var message in _orders.Of(world))
        {
            var won = accounts[message.Body.Account].Won;
            if (won > 0) settlements.Add(new(message.Enterprise, world, SettlementKind.ChainOrderPlaced, 0, won, 0));
        }
    }
}
