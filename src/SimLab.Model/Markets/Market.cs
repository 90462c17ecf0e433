using System.Runtime.InteropServices;
using SimLab.Model.Economy;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Policies;

namespace SimLab.Model.Markets;

/// <summary>Public cost, in fen, of a measure (its number) that arises in a market and not on one firm's form.</summary>
public readonly record struct MarketCost(int World, int Measure, long Amount);

/// <summary>
/// A market or office: districts send messages, each world is settled independently in order of enterprise number, and
/// settlements go back. State carried between months is stored by world.
/// </summary>
public abstract class Market
{
    /// <summary>All markets of a run, in the order in which firms receive their settlements.</summary>
    public static Market[] All() =>
        [new CreditMarket(), new ProcurementMarket(), new SupplyMarket(), new TalentMarket(), new RecognitionOffice(),
            new Treasury(), new EquityMarket(), new CustomerMarket(), new CultivationOffice()];

    /// <summary>
    /// Clears all state and allocates it for the worlds of a batch, the regions of the province and the measures of the run.
    /// </summary>
    public abstract void Begin(int worlds, Province province, int measures);

    /// <summary>
    /// The buffers of an outbox that concern this market, as bytes, in the order <see cref="Receive"/> takes them.
    /// </summary>
    public abstract byte[][] Collect(Outbox outbox);

    /// <summary>Takes a district's buffers; call in the order of districts.</summary>
    public abstract void Receive(byte[][] buffers);

    /// <summary>Sorts the received messages by world; call once a month, before the worlds are settled.</summary>
    public abstract void Sort();

    /// <summary>Settles one world. Different worlds may be settled in parallel.</summary>
    public abstract void Settle(
        PublicInformation information, int world, ReusableBuffer<Settlement> settlements, ReusableBuffer<MarketCost> costs);

    /// <summary>
    /// Money paid in and not yet paid out when the month ends, all accounts of one world, fen; 0 where a market holds none.
    /// </summary>
    public virtual long InTransit(int world) => 0;

    /// <summary>Claims of exited firms on that money, one world, fen.</summary>
    public virtual long ClaimsOfExited(int world) => 0;

    /// <summary>State of one world carried between months, as bytes.</summary>
    public abstract byte[] Save(int world);

    /// <summary>Restores the state of a world that <see cref="Save"/> wrote; call after <see cref="Begin"/>.</summary>
    public abstract void Restore(int world, ReadOnlySpan<byte> saved);

    /// <summary>
    /// Passes a form that belongs to no firm through the arm's measures and books the public cost of each.
    /// </summary>
    protected static void PassMarketForm<TForm>(
        PublicInformation information, int world, Func<PolicyDesk, AppliedMeasure<TForm>[]> counter, ref TForm form,
            ReusableBuffer<MarketCost> costs) where TForm : struct, IForm
    {
        form = PassInStages(world, counter(information.DeskIn(world)), form, costs)[^1];
    }

    /// <summary>
    /// Passes such a form and keeps it after each measure: what a measure costs is what the form costs after it, less
    /// what it cost before.
    /// </summary>
    /// <param name="world">Index of the world.</param>
    /// <param name="measures">The measures that act on this kind of form.</param>
    /// <param name="law">The form under the law.</param>
    /// <param name="costs">Receives the public cost that each measure writes on the form.</param>
    /// <returns>The form under the law, and after each measure.</returns>
    protected static TForm[] PassInStages<TForm>(
        int world, AppliedMeasure<TForm>[] measures, in TForm law, ReusableBuffer<MarketCost> costs) where TForm : struct, IForm
    {
        var stages = new TForm[measures.Length + 1];
        stages[0] = law;
        for (var i = 0; i < measures.Length; i++)
        {
            stages[i + 1] = stages[i];
            measures[i].Measure.Apply(ref stages[i + 1], default);
            Book(world, measures[i].Number, stages[i + 1].PublicCost - stages[i].PublicCost, costs);
        }
        return stages;
    }

    /// <summary>Books the public cost (fen) of a measure, if it is any.</summary>
    protected static void Book(int world, int measure, long fen, ReusableBuffer<MarketCost> costs)
    {
        if (fen != 0) costs.Add(new(world, measure, fen));
    }

    /// <summary>Copies the elements of a buffer to bytes.</summary>
    protected static byte[] Bytes<T>(ReusableBuffer<T> buffer) where T : unmanaged => Bytes(buffer.All);

    /// <summary>Copies elements to bytes.</summary>
    protected static byte[] Bytes<T>(ReadOnlySpan<T> all) where T : unmanaged => MemoryMarshal.AsBytes(all).ToArray();

    /// <summary>Reads bytes as elements, without a copy.</summary>
    protected static ReadOnlySpan<T> Read<T>(ReadOnlySpan<byte> saved) where T : unmanaged => MemoryMarshal.Cast<byte, T>(saved);
}

/// <summary>
/// One kind of message from all districts, sorted by world and, within a world, by enterprise number.
/// </summary>
public sealed class Inbox<T> where T : unmanaged
{
    private readonly ReusableBuffer<Message<T>> _inbox = new();
    private Message<T>[] _sorted = [];
    private int[] _starts = [0];

    /// <summary>Clears the inbox and allocates it for the worlds of a batch.</summary>
    public void Begin(int worlds)
    {
        _inbox.Clear();
        _starts = new int[worlds + 1];
    }

    /// <summary>Adds the messages of one district.</summary>
    public void Receive(byte[] buffer) => _inbox.AddRange(MemoryMarshal.Cast<byte, Message<T>>(buffer));

    /// <summary>Counting sort by world; stable, so the order of enterprises within a world is preserved.</summary>
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

    /// <summary>Messages of one world, after <see cref="Sort"/>.</summary>
    public Span<Message<T>> Of(int world) => _sorted.AsSpan(_starts[world].._starts[world + 1]);
}
