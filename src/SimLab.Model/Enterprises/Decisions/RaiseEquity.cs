using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>A firm with a title or in a strategic field, doing R&amp;D, now and then looks for investors.</summary>
public static class RaiseEquity
{
    public static void Decide(ref FirmContext context)
    {
        ref readonly var e = ref context.State;
        if (!context.Card.IsSme) return;
        var usual = e.RndIntensity > 0 && (context.Card.Titles != 0 || context.Card.StrategicField);
        // Others come forward only where a fund looks for projects of their trade.
        if (!usual && !context.Firm.Industry.IsData() && context.Firm.Industry != Industry.Manufacturing) return;

        var round = new EquityRound
        {
            Chance = usual ? context.Behaviour.LooksForInvestors : 0,
            Attraction = e.Capability + 5 * e.RndIntensity + (context.Card.Holds(Title.Specialised) ? 0.5 : 0) + (context.Card.Holds(Title.LittleGiant) ? 0.5 : 0),
        };
        var filled = round;
        context.Pass(context.Desk.EquityRounds, ref round, note: false);
        if (!context.Draws.Bernoulli(DrawId.LookForInvestors, round.Chance)) return;
        context.WriteLedgerOf(context.Desk.EquityRounds, filled);
        context.Send(context.Outbox.EquityRequests, new EquityRequest(Fen.FromYuan(e.Demand * 12 * context.Behaviour.EquityRoundToSales), round.Attraction, context.Firm.Industry));
    }
}
