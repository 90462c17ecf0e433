using System.Runtime.InteropServices;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Policies;

namespace SimLab.Model.Markets;

/// <summary>Public cost that arises in a market and not on one firm's form; fen.</summary>
public readonly record struct MarketCost(int World, int Clause, long Amount);

/// <summary>
/// A market or office: districts hand in their papers, each world is settled by itself in order of enterprise number,
/// letters go back. What it remembers from month to month is kept by world.
/// </summary>
public abstract class Market
{
    /// <summary>All markets of a run, in the order in which their letters are opened.</summary>
    public static Market[] All() =>
        [new CreditMarket(), new ProcurementMarket(), new SupplyMarket(), new TalentMarket(), new RecognitionOffice(), new Treasury(), new EquityMarket(), new CustomerMarket()];

    /// <summary>Forgets everything and makes room for the worlds of a wave.</summary>
    public abstract void Begin(int worlds);

    /// <summary>The piles of a tray that concern this market, as bytes, in the order <see cref="Receive"/> takes them.</summary>
    public abstract byte[][] Collect(Outbox outbox);

    /// <summary>Takes a district's piles; districts are handed in in their order.</summary>
    public abstract void Receive(byte[][] buffers);

    /// <summary>Sorts what was handed in by world; call once a month, before the worlds are settled.</summary>
    public abstract void Sort();

    /// <summary>Settles one world. Different worlds may be settled at the same time.</summary>
    public abstract void Settle(PublicInformation information, int world, ReusableBuffer<Settlement> settlements, ReusableBuffer<MarketCost> costs);

    /// <summary>What it remembers of one world from month to month, as bytes.</summary>
    public abstract byte[] Save(int world);

    /// <summary>Remembers the world as <see cref="Save"/> wrote it; call after <see cref="Begin"/>.</summary>
    public abstract void Restore(int world, ReadOnlySpan<byte> saved);

    /// <summary>Passes a form that belongs to no firm through the arm's measures, and books what each cost.</summary>
    protected static void PassMarketForm<TForm>(
        PublicInformation information, int world, Func<PolicyDesk, AppliedMeasure<TForm>[]> counter, ref TForm form, ReusableBuffer<MarketCost> costs) where TForm : struct, IForm
    {
        foreach (var applied in counter(information.DeskIn(world)))
        {
            var before = form.PublicCost;
            applied.Measure.Apply(ref form, default);
            if (form.PublicCost != before) costs.Add(new(world, applied.Clause, form.PublicCost - before));
        }
    }

    protected static byte[] Bytes<T>(ReusableBuffer<T> buffer) where T : unmanaged => Bytes(buffer.All);

    protected static byte[] Bytes<T>(ReadOnlySpan<T> all) where T : unmanaged => MemoryMarshal.AsBytes(all).ToArray();

    protected static ReadOnlySpan<T> Read<T>(ReadOnlySpan<byte> saved) where T : unmanaged => MemoryMarshal.Cast<byte, T>(saved);
}

/// <summary>One kind of paper from all districts, sorted by world and, within a world, in order of enterprise number.</summary>
public sealed class Inbox<T> where T : unmanaged
{
    private readonly ReusableBuffer<Message<T>> _inbox = new();
    private Message<T>[] _sorted = [];
    private int[] _starts = [0];

    public void Begin(int worlds)
    {
        _inbox.Clear();
        _starts = new int[worlds + 1];
    }

    public void Receive(byte[] buffer) => _inbox.AddRange(MemoryMarshal.Cast<byte, Message<T>>(buffer));

    /// <summary>Counting sort by world; stable, so the order of enterprises within a world stays.</summary>
    public void Sort()
    {
        var papers = _inbox.All;
        if (_sorted.Length < papers.Length) _sorted = new Message<T>[Math.Max(papers.Length, _sorted.Length * 2)];
        Array.Clear(_starts);
        foreach (ref readonly var paper in papers) _starts[paper.World + 1]++;
        for (var world = 1; world < _starts.Length; world++) _starts[world] += _starts[world - 1];
        Span<int> next = new int[_starts.Length];
        _starts.CopyTo(next);
        foreach (ref readonly var paper in papers) _sorted[next[paper.World]++] = paper;
        _inbox.Clear();
    }

    public Span<Message<T>> Of(int world) => _sorted.AsSpan(_starts[world].._starts[world + 1]);
}
