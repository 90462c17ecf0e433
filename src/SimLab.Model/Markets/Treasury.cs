using SimLab.Model.Economy;
using SimLab.Model.Messages;

namespace SimLab.Model.Markets;

/// <summary>
/// Pays the support that measures promised, in order of month and enterprise number, while the measure's budget of the
/// calendar year lasts. A claim that exceeds the rest of the budget is refused in full, and the firm is notified.
/// </summary>
public sealed class Treasury : Market
{
    private readonly Inbox<SupportClaim> _inbox = new();
    private int _measures;
    private long[] _spent = [];                            // by world and measure, this calendar year, fen

    public override void Begin(int worlds, Province province, int measures)
    {
        _inbox.Begin(worlds);
        _measures = measures;
        _spent = new long[worlds * measures];
    }

    public override byte[] Save(int world) => Bytes<long>(_spent.AsSpan(world * _measures, _measures));

    public override void Restore(int world, ReadOnlySpan<byte> saved) =>
        Read<long>(saved).CopyTo(_spent.AsSpan(world * _measures, _measures));

    public override byte[][] Collect(Outbox outbox) => [Bytes(outbox.SupportClaims)];

    public override void Receive(byte[][] buffers) => _inbox.Receive(buffers[0]);

    public override void Sort() => _inbox.Sort();

    public override void Settle(
        PublicInformation information, int world, ReusableBuffer<Settlement> settlements, ReusableBuffer<MarketCost> costs)
    {
        var spent = _spent.AsSpan(world * _measures, _measures);
        if (information.Month.OfYear == 1) spent.Clear();

        Span<long> budgets = stackalloc long[_measures];
        budgets.Fill(-1);
        foreach (var (measure, budget) in information.DeskIn(world).Budgets) budgets[measure] = Math.Max(budgets[measure], budget);

        foreach (ref readonly var message in _inbox.Of(world))
        {
            var (measure, amount) = message.Body;
            // The promise of a measure that has ended meanwhile is honoured.
            var paid = budgets[measure] < 0 || amount * message.Weight <= budgets[measure] - spent[measure];
            if (paid) spent[measure] += amount * message.Weight;
            settlements.Add(
                new(
                    message.Enterprise, world, paid ? SettlementKind.SupportPaid : SettlementKind.SupportRefused,
                    (byte)measure, amount, 0));
        }
    }
}
