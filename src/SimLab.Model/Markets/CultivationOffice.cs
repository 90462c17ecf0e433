using SimLab.Model.Economy;
using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Markets;

/// <summary>
/// The cultivation lists of the prefectures, drawn up anew each quarter: of the firms that ask, those that lack least for a
/// title are coached, as far as each prefecture has staff for them.
/// </summary>
public sealed class CultivationOffice : Market
{
    private readonly Inbox<CultivationRequest> _inbox = new();

    public override void Begin(int worlds, Province province, int measures) => _inbox.Begin(worlds);

    public override byte[] Save(int world) => [];           // firms know their place themselves

    public override void Restore(int world, ReadOnlySpan<byte> saved) { }

    public override byte[][] Collect(Outbox outbox) => [Bytes(outbox.CultivationRequests)];

    public override void Receive(byte[][] buffers) => _inbox.Receive(buffers[0]);

    public override void Sort() => _inbox.Sort();

    public override void Settle(
        PublicInformation information, int world, ReusableBuffer<Settlement> settlements, ReusableBuffer<MarketCost> costs)
    {
        if (!information.Month.EndsQuarter) return;
        var researchers = information.Conditions[world].RndStaff;
        var plan = new CultivationPlan
        {
            RndStaff = checked((int)researchers.Sum()),
            Places = information.BehaviourIn(world).UsualListPlaces,
        };
        PassMarketForm(information, world, static desk => desk.CultivationPlans, ref plan, costs);
        Span<double> places = stackalloc double[researchers.Length];
        for (var region = 0; region < places.Length; region++) places[region] = plan.Places * researchers[region];

        var requests = _inbox.Of(world);
        requests.Sort(static (a, b) =>
        {
            var byLack = a.Body.Lacks.CompareTo(b.Body.Lacks);
            return byLack != 0 ? byLack : a.Enterprise.CompareTo(b.Enterprise);
        });
        foreach (ref readonly var message in requests)
        {
            ref var left = ref places[(int)message.Body.Region];
            if (left < message.Weight) continue;
            left -= message.Weight;
            settlements.Add(new(message.Enterprise, world, SettlementKind.Listed, 0, 0, 0));
        }
    }
}
