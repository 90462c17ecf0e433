using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Steps;
using SimLab.Model.Messages;

namespace SimLab.Engine.Execution;

/// <summary>
/// State of a district between months beside its firms: the settlements that wait for them and the outbox for their
/// messages. Shared by the grain and the loop executor.
/// </summary>
public sealed class District(RunMaterials materials, DistrictRange range, int worlds, int markets)
{
    private readonly Settlement[][] _delivered = [SettlementsOfMonthZero(materials, range, worlds), .. new Settlement[markets - 1][]];
    private readonly int[] _starts = new int[range.Count + 1];
    private Settlement[] _received = [];

    /// <summary>Enterprises of the district.</summary>
    public DistrictRange Range => range;

    /// <summary>Messages, tally, events and ledger of the month just simulated.</summary>
    public Outbox Outbox { get; } = new(worlds, materials.Plan.Population.Province, materials.Measures.Count);

    /// <summary>Attributes of the firm in a slot; slots count from 0 within the district.</summary>
    public Firm Firm(int slot) => materials.Population.Firms[range.First + slot];

    /// <summary>
    /// Takes the settlements of a market, in order of world; replaces those the market delivered before.
    /// </summary>
    public void Deliver(int market, Settlement[] settlements) => _delivered[market] = settlements;

    /// <summary>Waiting settlements, by market.</summary>
    public Settlement[][] Waiting => [.. _delivered.Select(settlements => settlements ?? [])];

    /// <summary>Settlements that wait for a firm, market by market; the firm opens them next month.</summary>
    internal IEnumerable<Settlement> SettlementsFor(int enterprise, int world) =>
        _delivered.SelectMany(settlements => settlements ?? [])
            .Where(settlement => settlement.Enterprise == enterprise && settlement.World == world);

    // Opening order does not matter: initial settlements are queued as the first market's.
    private static Settlement[] SettlementsOfMonthZero(RunMaterials materials, DistrictRange range, int worlds)
    {
        Settlement[] received = [.. materials.Population.Settlements.Where(settlement => range.Holds(settlement.Enterprise))];
        return [.. Enumerable.Range(0, worlds).SelectMany(world => received.Select(settlement => settlement with { World = world }))];
    }

    /// <summary>
    /// Clears the outbox and sorts last month's settlements by (enterprise, world, market); order within a market is
    /// preserved.
    /// </summary>
    public void SortSettlements()
    {
        Outbox.Clear();
        Array.Clear(_starts);
        var total = 0;
        foreach (var settlements in _delivered)
        {
            if (settlements is null) continue;
            total += settlements.Length;
            foreach (ref readonly var settlement in settlements.AsSpan()) _starts[settlement.Enterprise - range.First + 1]++;
        }
        for (var slot = 0; slot < range.Count; slot++) _starts[slot + 1] += _starts[slot];
        if (_received.Length < total) _received = new Settlement[Math.Max(total, _received.Length * 2)];

        Span<int> next = new int[range.Count];
        _starts.AsSpan(0, range.Count).CopyTo(next);
        for (var market = 0; market < _delivered.Length; market++)
        {
            foreach (ref readonly var settlement in (_delivered[market] ?? []).AsSpan())
            {
                // Stable insertion by world: an enterprise has few settlements.
                var slot = settlement.Enterprise - range.First;
                var at = next[slot]++;
                while (at > _starts[slot] && _received[at - 1].World > settlement.World) _received[at] = _received[--at];
                _received[at] = settlement;
            }
            _delivered[market] = [];
        }
    }

    /// <summary>
    /// Steps the firm in the slot through the month in all its worlds; its messages go to the outbox.
    /// </summary>
    public void Step(int slot, Span<Enterprise> states, PublicInformation information)
    {
        var firm = materials.Population.Firms[range.First + slot];
        EnterpriseMonth.Step(in firm, states, information, _received.AsSpan(_starts[slot].._starts[slot + 1]), Outbox);
    }
}
