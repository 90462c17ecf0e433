using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Papers;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>A firm with a title or in a strategic field, doing R&amp;D, now and then looks for investors.</summary>
public static class RaiseEquity
{
    public static void Decide(ref Life life)
    {
        ref readonly var e = ref life.E;
        if (!life.Card.IsSme) return;
        var usual = e.RndIntensity > 0 && (life.Card.Titles != 0 || life.Card.StrategicField);
        // Others come forward only where a fund looks for projects of their trade.
        if (!usual && !life.Firm.Industry.IsData() && life.Firm.Industry != Industry.Manufacturing) return;

        var round = new EquityRound
        {
            Chance = usual ? life.Habits.LooksForInvestors : 0,
            Attraction = e.Capability + 5 * e.RndIntensity + (life.Card.Holds(Title.Specialised) ? 0.5 : 0) + (life.Card.Holds(Title.LittleGiant) ? 0.5 : 0),
        };
        var filled = round;
        life.Pass(life.Desk.EquityRounds, ref round, note: false);
        if (!life.Dice.Says(Matter.LookForInvestors, round.Chance)) return;
        life.NoteAll(life.Desk.EquityRounds, filled);
        life.File(life.Tray.EquityRequests, new EquityRequest(Fen.FromYuan(e.Demand * 12 * life.Habits.EquityRoundToSales), round.Attraction, life.Firm.Industry));
    }
}
