using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Decisions;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Markets;

/// <summary>
/// Public buyers of each region tender contracts of four kinds. A lot won by one firm is lost to the others.
/// 1. Reserved lots: SMEs only, the legal part of them small and micro firms only, cheapest first.
/// 2. Open lots: everybody, bidders from outside the population included; a small or micro firm's price is compared
/// after the deduction, and paid in full. A measure costs what buyers pay for the bids under its terms, less what they
/// would pay for them under the terms before it: under the law alone, or after the measures before it.
/// </summary>
public sealed class ProcurementMarket : Market
{
    private readonly Inbox<SealedBid> _inbox = new();
    private double[] _leftOver = [];                       // fraction of a lot carried over, by world and lot
    private double[] _spending = [];                       // share of each region
    private int _lots;                                     // by region and kind

    public override void Begin(int worlds, Province province, int measures)
    {
        _inbox.Begin(worlds);
        _spending = province.PublicSpending();
        _lots = _spending.Length * Tender.Kinds;
        _leftOver = new double[worlds * _lots];
    }

    public override byte[] Save(int world) => Bytes<double>(_leftOver.AsSpan(world * _lots, _lots));

    public override void Restore(int world, ReadOnlySpan<byte> saved) => Read<double>(saved).CopyTo(_leftOver.AsSpan(world * _lots, _lots));

    public override byte[][] Collect(Outbox outbox) => [Bytes(outbox.Bids)];

    public override void Receive(byte[][] buffers) => _inbox.Receive(buffers[0]);

    public override void Sort() => _inbox.Sort();

    public override void Settle(
        PublicInformation information, int world, ReusableBuffer<Settlement> settlements, ReusableBuffer<MarketCost> costs)
    {
        var bids = _inbox.Of(world);
        bids.Sort(static (a, b) =>
        {
            var byCounter = Lot(a.Body).CompareTo(Lot(b.Body));
            return byCounter != 0 ? byCounter : a.Enterprise.CompareTo(b.Enterprise);
        });
        var begin = 0;
        for (var counter = 0; counter < _lots; counter++)
        {
            var end = begin;
            while (end < bids.Length && Lot(bids[end].Body) == counter) end++;
            Award(information, world, counter, bids[begin..end], settlements, costs);
            begin = end;
        }
    }

    private static int Lot(in SealedBid bid) => (int)bid.Region * Tender.Kinds + (int)bid.What;

    private void Award(
        PublicInformation information, int world, int counter, Span<Message<SealedBid>> bids,
        ReusableBuffer<Settlement> settlements, ReusableBuffer<MarketCost> costs)
    {
        var what = (TenderKind)(counter % Tender.Kinds);
        var measures = information.DeskIn(world).Tenders;
        var stages = PassInStages(world, measures, PublicTenders.UnderLaw(information.Month, what, information.BehaviourIn(world)), costs);
        ref readonly var tender = ref stages[^1];
        var due = _leftOver[world * _lots + counter]
            + PublicTenders.Spending(information.MacroIn(world), information.Month.Year, what) * _spending[counter / Tender.Kinds] / 12
                    / Fen.ToYuan(tender.LotValue);
        var lots = (int)due;
        _leftOver[world * _lots + counter] = due - lots;
        if (lots == 0 || bids.Length == 0) return;

        var outside = Outsiders(information, world, counter, (int)Math.Round(lots * information.BehaviourIn(world).OutsideBidsPerLot));
        var awarded = new Awards(bids, tender.LotValue);
        awarded.Give(lots, tender, outside);
        awarded.Announce(settlements);
        var paid = awarded.Paid;
        for (var i = measures.Length - 1; i >= 0; i--)
        {
            if (SameTerms(stages[i], stages[i + 1])) continue;
            var before = new Awards(bids, tender.LotValue);
            before.Give(lots, stages[i], outside);
            Book(world, measures[i].Number, paid - before.Paid, costs);
            paid = before.Paid;
        }
    }

    private static bool SameTerms(in Tender a, in Tender b) =>
        a.PriceDeduction == b.PriceDeduction && a.ReservedForSmes == b.ReservedForSmes;

    private static double[] Outsiders(PublicInformation information, int world, int counter, int number)
    {
        var prices = new double[number];
        for (var i = 0; i < number; i++)
        {
            var u = Draws.MarketDraw(information.Worlds[world].Key, information.Month, counter, i);
            prices[i] = information.BehaviourIn(world).UsualBid - information.BehaviourIn(world).OutsidersCheaper
                + Draws.LogisticQuantile(u, information.BehaviourIn(world).BidSpread);
        }
        Array.Sort(prices);
        return prices;
    }

    /// <summary>Awards the lots of one region and kind; each bid wins at most one lot per firm it represents.</summary>
    private sealed class Awards
    {
        private readonly Message<SealedBid>[] _bids;
        private readonly long _lotValue;
        private readonly int[] _won;

        public Awards(Span<Message<SealedBid>> bids, long lotValue)
        {
            _bids = bids.ToArray();
            _lotValue = lotValue;
            _won = new int[bids.Length];
        }

        /// <summary>Price of all awarded lots, bidders from outside included, fen.</summary>
        public long Paid { get; private set; }

        public void Give(int lots, Tender terms, double[] outside)
        {
            var reserved = (int)Math.Round(lots * terms.ReservedForSmes);
            var forSmall = (int)Math.Round(reserved * Procurement.ReservedForSmallAndMicro);
            var left = GiveReserved(forSmall, SizeClass.Small);
            left = GiveReserved(reserved - forSmall + left, SizeClass.Medium);
            GiveOpen(lots - reserved + left, outside, terms.PriceDeduction); // nobody bid for them: tendered again, open to all
        }

        public void Announce(ReusableBuffer<Settlement> settlements)
        {
            for (var i = 0; i < _bids.Length; i++)
            {
                if (_won[i] == 0) continue;
                var message = _bids[i];
                // A firm that represents many divides the lots among them, so that the weighted total equals the
                // awards.
                var value = Price(i) * _won[i] / message.Weight;
                settlements.Add(new(
                    message.Enterprise, message.World, SettlementKind.BidWon, (byte)message.Body.What, value, message.Body.Price));
            }
        }

        private int GiveReserved(int lots, SizeClass largest)
        {
            foreach (var i in Order(0))
            {
                if (lots == 0) break;
                if (_bids[i].Body.Size <= largest) lots -= Win(i, lots);
            }
            return lots;
        }

        private void GiveOpen(int lots, double[] outside, double deduction)
        {
            var order = Order(deduction);
            var (next, outsider) = (0, 0);
            while (lots > 0 && (next < order.Length || outsider < outside.Length))
            {
                if (outsider < outside.Length && (next == order.Length || outside[outsider] <= Key(order[next], deduction)))
                {
                    Paid += Fen.Share(_lotValue, outside[outsider++]);
                    lots--;
                }
                else
                {
                    lots -= Win(order[next++], lots);
                }
            }
        }

        private long Price(int bid) => Fen.Share(_lotValue, _bids[bid].Body.Price);

        private double Key(int bid, double deduction)
        {
            var paper = _bids[bid].Body;
            return paper.Price * (paper.Size <= SizeClass.Small ? 1 - deduction : 1) - paper.QualityBonus;
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
            var taken = Math.Min(lots, _bids[bid].Weight - _won[bid]);
            _won[bid] += taken;
            Paid += Price(bid) * taken;
            return taken;
        }
    }
}
