using SimLab.Model.Economy;
using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Markets;

/// <summary>
/// Researchers available in a region this month: graduates, newcomers and job changers. Firms are served in order of
/// attraction until nobody is left. Some of those available leave the province each month.
/// </summary>
public sealed class TalentMarket : Market
{
    private readonly Inbox<HiringRequest> _inbox = new();
    private double[] _free = [];                           // by world and region, people
    private int _regions;

    public override void Begin(int worlds, Province province, int measures)
    {
        _inbox.Begin(worlds);
        _regions = province.Regions.Length;
        _free = new double[worlds * _regions];
    }

    public override byte[] Save(int world) => Bytes<double>(_free.AsSpan(world * _regions, _regions));

    public override void Restore(int world, ReadOnlySpan<byte> saved) =>
        Read<double>(saved).CopyTo(_free.AsSpan(world * _regions, _regions));

    public override byte[][] Collect(Outbox outbox) => [Bytes(outbox.HiringRequests)];

    public override void Receive(byte[][] buffers) => _inbox.Receive(buffers[0]);

    public override void Sort() => _inbox.Sort();

    public override void Settle(
        PublicInformation information, int world, ReusableBuffer<Settlement> settlements, ReusableBuffer<MarketCost> costs)
    {
        var free = _free.AsSpan(world * _regions, _regions);
        var staff = checked((int)information.Conditions[world].RndStaff.Sum());
        var plan = new TalentPlan { RndStaff = staff, Arriving = information.BehaviourIn(world).ResearchersArrive };
        PassMarketForm(information, world, static desk => desk.TalentPlans, ref plan, costs);
        var coming = (plan.Arriving + information.BehaviourIn(world).ResearchersMove) / 12;
        for (var region = 0; region < free.Length; region++)
            free[region] = free[region] * information.BehaviourIn(world).TalentStays
                + information.Conditions[world].RndStaff[region] * coming;

        var requests = _inbox.Of(world);
        requests.Sort(static (a, b) =>
        {
            var byAttraction = b.Body.Attraction.CompareTo(a.Body.Attraction);
            return byAttraction != 0 ? byAttraction : a.Enterprise.CompareTo(b.Enterprise);
        });
        foreach (ref readonly var message in requests)
        {
            ref var left = ref free[(int)message.Body.Region];
            var each = Math.Min(message.Body.People, (int)(left / message.Weight));
            if (each <= 0) continue;
            left -= each * message.Weight;
            settlements.Add(new(message.Enterprise, world, SettlementKind.Hired, 0, each, 0));
        }
    }
}
