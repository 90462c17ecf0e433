using SimLab.Model.Economy;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Markets;

/// <summary>
/// Banks lend to SMEs in ranked order until the month's lending room is spent. Room is last month's repayments plus the
/// growth banks plan; unused room is carried over, up to a month's worth. Large firms have their own credit lines and
/// are served outside it.
/// 1. Refuse applicants below the standard.
/// 2. In ranked order, small and micro firms draw on the room reserved for them, then everybody on the rest.
/// 3. What small firms left of their room goes to those who found none, best first.
/// </summary>
public sealed class CreditMarket : Market
{
    private readonly Inbox<LoanRequest> _inbox = new();
    private long[] _carried = [];

    public override void Begin(int worlds, Province province, int measures)
    {
        _inbox.Begin(worlds);
        _carried = new long[worlds];
    }

    public override byte[] Save(int world) => Bytes<long>([_carried[world]]);

    public override void Restore(int world, ReadOnlySpan<byte> saved) => _carried[world] = Read<long>(saved)[0];

    public override byte[][] Collect(Outbox outbox) => [Bytes(outbox.LoanApplications)];

    public override void Receive(byte[][] buffers) => _inbox.Receive(buffers[0]);

    public override void Sort() => _inbox.Sort();

    public override void Settle(
        PublicInformation information, int world, ReusableBuffer<Settlement> settlements, ReusableBuffer<MarketCost> costs)
    {
        var conditions = information.Conditions[world];
        var plan = Plan(information, world, costs);
        var month = conditions.SmeRunOff + Fen.Share(conditions.SmeLoans, (conditions.CreditGrowth + plan.ExtraRoom) / 12);
        var room = Math.Max(0, month) + _carried[world];
        var setAside = Fen.Share(room, plan.SetAsideForSmall);
        var open = room - setAside;

        var list = _inbox.Of(world);
        list.Sort(static (a, b) =>
        {
            var byRank = (b.Body.Score + b.Body.Priority).CompareTo(a.Body.Score + a.Body.Priority);
            return byRank != 0 ? byRank : a.Enterprise.CompareTo(b.Enterprise);
        });
        Span<bool> granted = list.Length <= 4096 ? stackalloc bool[list.Length] : new bool[list.Length];
        for (var i = 0; i < list.Length; i++)
        {
            var request = list[i].Body;
            if (request.Score < request.Standard) continue;
            var need = request.Amount * list[i].Weight;
            granted[i] = request.Size == SizeClass.Large || request.Size <= SizeClass.Small && Draw(ref setAside, need)
                || Draw(ref open, need);
        }
        for (var i = 0; i < list.Length; i++)
        {
            var request = list[i].Body;
            if (!granted[i] && request.Score >= request.Standard) granted[i] = Draw(ref setAside, request.Amount * list[i].Weight);
            settlements.Add(new(list[i].Enterprise, world, granted[i] ? SettlementKind.LoanGranted : SettlementKind.LoanRefused,
                (byte)request.Size, request.Amount, granted[i] ? Rate(information, world, request) : 0));
        }
        // At most one month's room is carried over; banks place the rest elsewhere.
        _carried[world] = Math.Min(setAside + open, Math.Max(0, month));
    }

    private static CreditPlan Plan(PublicInformation information, int world, ReusableBuffer<MarketCost> costs)
    {
        var behaviour = information.BehaviourIn(world);
        var plan = new CreditPlan
        {
            Balance = information.Conditions[world].SmeLoans,
            RoomPerPremium = behaviour.RoomPerPremium,
            SetAsideForSmall = behaviour.SetAsideForSmall,
        };
        PassMarketForm(information, world, static desk => desk.CreditPlans, ref plan, costs);
        return plan;
    }

    private static bool Draw(ref long room, long need)
    {
        if (need > room) return false;
        room -= need;
        return true;
    }

    private static double Rate(PublicInformation information, int world, in LoanRequest request)
    {
        var behaviour = information.BehaviourIn(world);
        var risk = request.Size == SizeClass.Large ? 0 : behaviour.RiskPremium
            + behaviour.RateByScore * (behaviour.RateUsualScore - Math.Min(behaviour.RateBestScore, request.Score));
        return Math.Max(behaviour.LowestRate, CreditPrices.LoanPrimeRate(information.Month) + risk - request.RateCut);
    }
}
