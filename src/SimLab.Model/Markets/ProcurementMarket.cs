using SimLab.Model.Chance;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Decisions;
using SimLab.Model.Forms;
using SimLab.Model.Papers;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Markets;

/// <summary>
/// Public buyers of each region tender contracts of four kinds. A lot won by one firm is lost to the others.
/// 1. Reserved lots: SMEs only, the legal part of them small and micro firms only, cheapest first.
/// 2. Open lots: everybody, bidders from outside the population included; a small or micro firm's price is compared
///    after the deduction, and paid in full. What that costs beyond the legal minimum deduction is the measure's.
/// </summary>
public sealed class ProcurementMarket : Market
{
    private const int Counters = Places.Regions * Tender.Kinds;

    private readonly Book<SealedBid> _book = new();
    private double[] _leftOver = [];                       // parts of a lot waiting for the next month, by world and counter

    public override void Begin(int worlds)
    {
        _book.Begin(worlds);
        _leftOver = new double[worlds * Counters];
    }

    public override byte[][] Collect(Tray tray) => [Bytes(tray.Bids)];

    public override void HandIn(byte[][] piles) => _book.HandIn(piles[0]);

    public override void Sort() => _book.Sort();

    public override void Settle(Briefing briefing, int world, Pile<Settlement> letters, Pile<MarketCost> costs)
    {
        var bids = _book.Of(world);
        bids.Sort(static (a, b) =>
        {
            var byCounter = Counter(a.Paper).CompareTo(Counter(b.Paper));
            return byCounter != 0 ? byCounter : a.Enterprise.CompareTo(b.Enterprise);
        });
        var begin = 0;
        for (var counter = 0; counter < Counters; counter++)
        {
            var end = begin;
            while (end < bids.Length && Counter(bids[end].Paper) == counter) end++;
            Award(briefing, world, counter, bids[begin..end], letters, costs);
            begin = end;
        }
    }

    private static int Counter(in SealedBid bid) => (int)bid.Region * Tender.Kinds + (int)bid.What;

    private void Award(Briefing briefing, int world, int counter, Span<Filed<SealedBid>> bids, Pile<Settlement> letters, Pile<MarketCost> costs)
    {
        var what = (TenderKind)(counter % Tender.Kinds);
        var (tender, law, clause) = Announce(briefing, world, what);
        var due = _leftOver[world * Counters + counter]
            + Spending(briefing, what) * PublicSpending.Share((Region)(counter / Tender.Kinds)) / 12 / Fen.ToYuan(tender.LotValue);
        var lots = (int)due;
        _leftOver[world * Counters + counter] = due - lots;
        if (lots == 0 || bids.Length == 0) return;

        var room = new Lots(bids, tender.LotValue, letters);
        var reserved = (int)Math.Round(lots * tender.ReservedForSmes);
        var forSmall = (int)Math.Round(reserved * Procurement.ReservedForSmallAndMicro);
        room.Give(forSmall, static size => size <= SizeClass.Small);
        room.Give(reserved - forSmall, static size => size != SizeClass.Large);

        var outside = Outsiders(briefing, world, counter, (int)Math.Round((lots - reserved) * briefing.Habits.OutsideBidsPerLot));
        var premium = room.GiveOpen(lots - reserved, outside, tender.PriceDeduction, law.PriceDeduction);
        if (clause != 0 && premium > 0) costs.Add(new(world, clause, premium));
    }

    private static (Tender Tender, Tender Law, int Clause) Announce(Briefing briefing, int world, TenderKind what)
    {
        var lot = Fen.FromYuan(BidForTenders.LotOf(what, briefing.Habits));
        var kind = what switch { TenderKind.Goods => PurchaseKind.Goods, TenderKind.Services => PurchaseKind.Services, _ => PurchaseKind.Works };
        var law = new Tender
        {
            What = what,
            LotValue = lot,
            ReservedForSmes = Procurement.ReservedShare(briefing.Month, kind, lot),
            PriceDeduction = Procurement.RangeFor(briefing.Month, kind, SizeClass.Small).Least,
        };
        var (tender, clause) = (law, 0);
        foreach (var stamp in briefing.Desks[briefing.Worlds[world].Arm].Tenders)
        {
            var before = tender.PriceDeduction;
            stamp.Measure.Apply(ref tender, default);
            if (tender.PriceDeduction != before) clause = stamp.Clause;
        }
        return (tender, law, clause);
    }

    private static double Spending(Briefing briefing, TenderKind what)
    {
        var macro = briefing.Macro;
        var works = 1 - macro.GoodsShare - macro.ServicesShare;
        return macro.PublicProcurement.In(briefing.Month.Year) * what switch
        {
            TenderKind.Goods => macro.GoodsShare,
            TenderKind.Services => macro.ServicesShare,
            TenderKind.SmallWorks => works * (1 - macro.LargeWorksShare),
            _ => works * macro.LargeWorksShare,
        };
    }

    private static double[] Outsiders(Briefing briefing, int world, int counter, int number)
    {
        var prices = new double[number];
        for (var i = 0; i < number; i++)
        {
            var u = Dice.AtCounter(briefing.Worlds[world].Luck, briefing.Month, counter, i);
            prices[i] = 0.95 - briefing.Habits.OutsidersCheaper + briefing.Habits.BidSpread * 0.5513288954217921 * Math.Log(u / (1 - u));
        }
        Array.Sort(prices);
        return prices;
    }

    /// <summary>Lots of one counter given out to the bids, each bid at most once for each firm it stands for.</summary>
    private readonly ref struct Lots(Span<Filed<SealedBid>> bids, long lotValue, Pile<Settlement> letters)
    {
        private readonly Span<Filed<SealedBid>> _bids = bids;
        private readonly int[] _won = new int[bids.Length];

        public void Give(int lots, Func<SizeClass, bool> admitted)
        {
            foreach (var i in Order(0))
            {
                if (lots == 0) return;
                if (!admitted(_bids[i].Paper.Size)) continue;
                lots -= Win(i, lots);
            }
        }

        /// <summary>Gives open lots; returns what the deduction above the legal one cost, fen.</summary>
        public long GiveOpen(int lots, double[] outside, double deduction, double legalDeduction)
        {
            var order = Order(deduction);
            var (next, outsider, premium) = (0, 0, 0L);
            var helped = new List<(int Bid, int Lots)>();
            var cutoff = 0.0;
            while (lots > 0 && (next < order.Length || outsider < outside.Length))
            {
                var key = next < order.Length ? Key(order[next], deduction) : double.MaxValue;
                if (outsider < outside.Length && outside[outsider] <= key)
                {
                    cutoff = outside[outsider++];
                    lots--;
                    continue;
                }
                var taken = Win(order[next], lots);
                if (taken > 0) (cutoff, lots) = (key, lots - taken);
                if (taken > 0 && Small(order[next])) helped.Add((order[next], taken));
                next++;
            }
            // Without the extra deduction a helped firm above the cut-off would have lost to somebody at that price.
            foreach (var (bid, taken) in helped)
                if (deduction > legalDeduction && Key(bid, legalDeduction) > cutoff)
                    premium += Fen.Share(lotValue, Math.Max(0, _bids[bid].Paper.Price - Math.Max(cutoff, 0.5))) * taken;
            return premium;
        }

        private bool Small(int bid) => _bids[bid].Paper.Size <= SizeClass.Small;

        private double Key(int bid, double deduction)
        {
            var paper = _bids[bid].Paper;
            return paper.Price * (Small(bid) ? 1 - deduction : 1) - paper.QualityBonus;
        }

        private int[] Order(double deduction)
        {
            var keys = new double[_bids.Length];
            var order = new int[_bids.Length];
            for (var i = 0; i < order.Length; i++) (keys[i], order[i]) = (Key(i, deduction), i);
            // Bids stand in order of enterprise number; a tie goes to the lower number.
            Array.Sort(order, (a, b) => keys[a] != keys[b] ? keys[a].CompareTo(keys[b]) : a.CompareTo(b));
            return order;
        }

        private int Win(int bid, int lots)
        {
            var filed = _bids[bid];
            var taken = Math.Min(lots, filed.Weight - _won[bid]);
            if (taken <= 0) return 0;
            _won[bid] += taken;
            // A firm that stands for many shares the lots among them, so that the weighted total is what was let.
            var value = Fen.Share(lotValue, filed.Paper.Price) * taken / filed.Weight;
            letters.Add(new(filed.Enterprise, filed.World, SettlementKind.BidWon, (byte)filed.Paper.What, value, filed.Paper.Price));
            return taken;
        }
    }
}
