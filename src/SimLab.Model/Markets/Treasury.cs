using SimLab.Model.Economy;
using SimLab.Model.Messages;

namespace SimLab.Model.Markets;

/// <summary>
/// Pays the support that measures promised, in order of month and enterprise number, while the measure's budget of the
/// calendar year lasts. A claim that exceeds the rest of the budget is refused in full, and the firm is notified.
/// </summary>
public sealed class Treasury : Market
{
    private const int Clauses = Tally.HighestClause + 1;

    private readonly Inbox<SupportClaim> _inbox = new();
    private long[] _spent = [];                            // by world and clause, this calendar year, fen

    public override void Begin(int worlds)
    {
        _inbox.Begin(worlds);
        _spent = new long[worlds * Clauses];
    }

    public override byte[] Save(int world) => Bytes<long>(_spent.AsSpan(world * Clauses, Clauses));

    public override void Restore(int world, ReadOnlySpan<byte> saved) => Read<long>(saved).CopyTo(_spent.AsSpan(world * Clauses, Clauses));

    public override byte[][] Collect(Outbox outbox) => [Bytes(outbox.SupportClaims)];

    public override void Receive(byte[][] buffers) => _inbox.Receive(buffers[0]);

    public override void Sort() => _inbox.Sort();

    public override void Settle(
        PublicInformation information, int world, ReusableBuffer<Settlement> settlements, ReusableBuffer<MarketCost> costs)
    {
        var spent = _spent.AsSpan(world * Clauses, Clauses);
        if (information.Month.OfYear == 1) spent.Clear();

        Span<long> budget = stackalloc long[Clauses];
        budget.Fill(-1);
        foreach (var measure in information.DeskIn(world).InForce)
            budget[measure.Clause.Number] = Math.Max(budget[measure.Clause.Number], measure.BudgetPerYear * Fen.PerYuan);

        foreach (ref readonly var message in _inbox.Of(world))
        {
            var (clause, amount) = message.Body;
            // The promise of a measure that has ended meanwhile is honoured.
            var paid = budget[clause] < 0 || amount * message.Weight <= budget[clause] - spent[clause];
            if (paid) spent[clause] += amount * message.Weight;
            settlements.Add(
                new(message.Enterprise, world, paid ? SettlementKind.SupportPaid : SettlementKind.SupportRefused, (byte)clause, amount, 0));
        }
    }
}
