using SimLab.Model.Enterprises;
using SimLab.Model.Papers;

namespace SimLab.Model.Markets;

/// <summary>
/// Orders and payments along the seven chains. Every order has two ends: what leaders place is what suppliers win, to the
/// fen, and both are booked in the same month. What leaders owe and have paid in equals what suppliers and the estates
/// of closed suppliers may claim: <c>payable + till = claims + estates</c>.
/// 1. Payments, with what is left in the till, are shared among the claims in proportion. 2. Orders go to offers by rank.
/// </summary>
public sealed class SupplyMarket : Market
{
    private readonly Book<ChainOrder> _orders = new();
    private readonly Book<ChainOffer> _offers = new();
    private readonly Book<ChainMoney> _payments = new();
    private readonly Book<ChainMoney> _claims = new();
    private readonly Book<ChainMoney> _estates = new();
    private long[] _till = [], _estate = [];               // by world and chain, fen

    public override void Begin(int worlds)
    {
        _orders.Begin(worlds);
        _offers.Begin(worlds);
        _payments.Begin(worlds);
        _claims.Begin(worlds);
        _estates.Begin(worlds);
        _till = new long[worlds * Chains.Count];
        _estate = new long[worlds * Chains.Count];
    }

    /// <summary>Paid in by leaders and not yet paid out, fen, all chains.</summary>
    public long Till(int world) => _till.AsSpan(world * Chains.Count, Chains.Count).ToArray().Sum();

    /// <summary>Claims of closed suppliers, fen, all chains.</summary>
    public long Estates(int world) => _estate.AsSpan(world * Chains.Count, Chains.Count).ToArray().Sum();

    public override byte[] Save(int world) =>
        Bytes<long>([.. _till.AsSpan(world * Chains.Count, Chains.Count), .. _estate.AsSpan(world * Chains.Count, Chains.Count)]);

    public override void Restore(int world, ReadOnlySpan<byte> saved)
    {
        var both = Read<long>(saved);
        both[..Chains.Count].CopyTo(_till.AsSpan(world * Chains.Count));
        both[Chains.Count..].CopyTo(_estate.AsSpan(world * Chains.Count));
    }

    public override byte[][] Collect(Tray tray) =>
        [Bytes(tray.ChainOrders), Bytes(tray.ChainOffers), Bytes(tray.ChainPayments), Bytes(tray.ChainClaims), Bytes(tray.ChainEstates)];

    public override void HandIn(byte[][] piles)
    {
        _orders.HandIn(piles[0]);
        _offers.HandIn(piles[1]);
        _payments.HandIn(piles[2]);
        _claims.HandIn(piles[3]);
        _estates.HandIn(piles[4]);
    }

    public override void Sort()
    {
        _orders.Sort();
        _offers.Sort();
        _payments.Sort();
        _claims.Sort();
        _estates.Sort();
    }

    public override void Settle(Briefing briefing, int world, Pile<Settlement> letters, Pile<MarketCost> costs)
    {
        _offers.Of(world).Sort(static (a, b) =>
        {
            var byRank = a.Paper.Rank.CompareTo(b.Paper.Rank);
            return byRank != 0 ? byRank : a.Enterprise.CompareTo(b.Enterprise);
        });
        for (var chain = 1; chain < Chains.Count; chain++)
        {
            PayClaims((Chain)chain, world, letters);
            PlaceOrders((Chain)chain, world, letters);
        }
    }

    private void PayClaims(Chain chain, int world, Pile<Settlement> letters)
    {
        ref var till = ref _till[world * Chains.Count + (int)chain];
        ref var estate = ref _estate[world * Chains.Count + (int)chain];
        foreach (ref readonly var filed in _payments.Of(world))
            if (filed.Paper.Chain == chain) till += filed.Paper.Amount * filed.Weight;
        foreach (ref readonly var filed in _estates.Of(world))
            if (filed.Paper.Chain == chain) estate += filed.Paper.Amount * filed.Weight;

        var claimed = estate;
        foreach (ref readonly var filed in _claims.Of(world))
            if (filed.Paper.Chain == chain) claimed += filed.Paper.Amount * filed.Weight;
        var paid = Math.Min(till, claimed);
        if (paid <= 0) return;

        // Rounded down for each firm; the fen that are left wait in the till.
        foreach (ref readonly var filed in _claims.Of(world))
        {
            if (filed.Paper.Chain != chain) continue;
            var share = (long)((Int128)filed.Paper.Amount * paid / claimed);
            if (share == 0) continue;
            till -= share * filed.Weight;
            letters.Add(new(filed.Enterprise, world, SettlementKind.ChainPaid, (byte)chain, share, 0));
        }
        var toEstates = (long)((Int128)estate * paid / claimed);
        till -= toEstates;
        estate -= toEstates;
    }

    private void PlaceOrders(Chain chain, int world, Pile<Settlement> letters)
    {
        long wanted = 0, won = 0;
        foreach (ref readonly var filed in _orders.Of(world))
            if (filed.Paper.Chain == chain) wanted += filed.Paper.Amount * filed.Weight;
        foreach (ref readonly var filed in _offers.Of(world))
        {
            if (won >= wanted) break;
            if (filed.Paper.Chain != chain) continue;
            var each = Math.Min(filed.Paper.Capacity, (wanted - won) / filed.Weight);
            if (each <= 0) continue;
            won += each * filed.Weight;
            letters.Add(new(filed.Enterprise, world, SettlementKind.ChainOrderWon, (byte)chain, each, 0));
        }
        if (won == 0) return;

        // Leaders share what was matched in proportion; the last one takes the rounding. Leaders stand for themselves alone.
        long placed = 0, askedSoFar = 0;
        foreach (ref readonly var filed in _orders.Of(world))
        {
            if (filed.Paper.Chain != chain) continue;
            askedSoFar += filed.Paper.Amount * filed.Weight;
            var upToHere = (long)((Int128)won * askedSoFar / wanted);
            letters.Add(new(filed.Enterprise, world, SettlementKind.ChainOrderPlaced, (byte)chain, upToHere - placed, 0));
            placed = upToHere;
        }
    }
}
