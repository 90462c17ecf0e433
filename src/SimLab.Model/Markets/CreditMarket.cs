using SimLab.Model.Enterprises;
using SimLab.Model.Forms;
using SimLab.Model.Papers;
using SimLab.Model.Rulebook;

namespace SimLab.Model.Markets;

/// <summary>
/// Banks lend to SMEs down a list until the month's room is spent. Room is what came back last month plus the growth
/// banks plan; what is not lent is carried on for a while. Large firms have their own lines and are served outside it.
/// 1. Refuse who is below the standard. 2. Small and micro firms may draw on the room set aside for them.
/// 3. Everybody draws on the rest, best first.
/// </summary>
public sealed class CreditMarket : Market
{
    private readonly Book<LoanRequest> _book = new();
    private long[] _carried = [];

    public override void Begin(int worlds)
    {
        _book.Begin(worlds);
        _carried = new long[worlds];
    }

    public override byte[][] Collect(Tray tray) => [Bytes(tray.LoanApplications)];

    public override void HandIn(byte[][] piles) => _book.HandIn(piles[0]);

    public override void Sort() => _book.Sort();

    public override void Settle(Briefing briefing, int world, Pile<Settlement> letters, Pile<MarketCost> costs)
    {
        var news = briefing.News[world];
        var plan = Plan(briefing, world, costs);
        var month = news.SmePrincipal + Fen.Share(news.SmeLoans, (news.CreditGrowth + plan.ExtraRoom) / 12);
        var room = Math.Max(0, month) + _carried[world];
        var setAside = Fen.Share(room, plan.SetAsideForSmall);
        var open = room - setAside;

        var list = _book.Of(world);
        list.Sort(static (a, b) =>
        {
            var byRank = (b.Paper.Score + b.Paper.Priority).CompareTo(a.Paper.Score + a.Paper.Priority);
            return byRank != 0 ? byRank : a.Enterprise.CompareTo(b.Enterprise);
        });
        foreach (ref readonly var filed in list)
        {
            var request = filed.Paper;
            var need = request.Amount * filed.Weight;
            bool granted;
            if (request.Score < request.Standard) granted = false;
            else if (request.Size == SizeClass.Large) granted = true;
            else granted = request.Size <= SizeClass.Small && Draw(ref setAside, need) || Draw(ref open, need);
            letters.Add(new(filed.Enterprise, filed.World, granted ? SettlementKind.LoanGranted : SettlementKind.LoanRefused,
                (byte)request.Size, request.Amount, granted ? Rate(briefing, request) : 0));
        }
        // At most one more month's room waits; the rest the banks place elsewhere.
        _carried[world] = Math.Min(setAside + open, Math.Max(0, month));
    }

    private static CreditPlan Plan(Briefing briefing, int world, Pile<MarketCost> costs)
    {
        var plan = new CreditPlan { Balance = briefing.News[world].SmeLoans };
        foreach (var stamp in briefing.Desks[briefing.Worlds[world].Arm].CreditPlans)
        {
            var before = plan.PublicCost;
            stamp.Measure.Apply(ref plan, default);
            if (plan.PublicCost != before) costs.Add(new(world, stamp.Clause, plan.PublicCost - before));
        }
        return plan;
    }

    private static bool Draw(ref long room, long need)
    {
        if (need > room) return false;
        room -= need;
        return true;
    }

    private static double Rate(Briefing briefing, in LoanRequest request)
    {
        var risk = request.Size == SizeClass.Large ? 0 : briefing.Habits.RiskPremium + 0.02 * (0.5 - Math.Min(0.7, request.Score));
        return Math.Max(0.01, CreditPrices.LoanPrimeRate(briefing.Month) + risk - request.RateCut);
    }
}
