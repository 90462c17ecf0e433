using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>A firm that does R&amp;D and has a title or a strategic field sometimes looks for investors.</summary>
public static class RaiseEquity
{
    /// <summary>Sends a request for equity in some months; SMEs only.</summary>
    public static void Decide(ref FirmContext context)
    {
        ref readonly var e = ref context.State;
        if (!context.Card.IsSme) return;
        var usual = e.RndIntensity > 0 && (context.Card.Titles != 0 || context.Card.StrategicField);
        // Others apply only if a fund looks for projects in their industry.
        if (!usual && !context.Firm.Industry.IsData() && context.Firm.Industry != Industry.Manufacturing) return;

        var round = new EquityRound
        {
            Chance = usual ? context.Behaviour.LooksForInvestors : 0,
            Attraction = Attraction(e.Capability, e.RndIntensity, context.Card, context.Behaviour),
        };
        var filled = round;
        context.Pass(context.Desk.EquityRounds, ref round, note: false);
        if (!context.Draws.Bernoulli(DrawId.LookForInvestors, round.Chance)) return;
        context.WriteLedgerOf(context.Desk.EquityRounds, filled);
        context.Send(
            context.Outbox.EquityRequests,
            new EquityRequest(
                Fen.FromYuan(context.ExpectedSales * 12 * context.Behaviour.EquityRoundToSales), round.Attraction, context.Firm.Industry));
    }

    /// <summary>How funds rank a firm: by capability, R&amp;D, and each title of specialisation.</summary>
    internal static double Attraction(float capability, float rndIntensity, in Card card, BehaviouralParameters behaviour) =>
        capability + behaviour.InvestorsLikeRnd * rndIntensity
            + (card.Holds(Title.Specialised) ? behaviour.InvestorsLikeTitles : 0)
            + (card.Holds(Title.LittleGiant) ? behaviour.InvestorsLikeTitles : 0);
}
