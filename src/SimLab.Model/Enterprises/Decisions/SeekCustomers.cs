using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Papers;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>A shop joins a consumption campaign; a maker with free capacity looks for a stand at a fair. Both only where a measure offers it.</summary>
public static class SeekCustomers
{
    private const int ExportTrait = 108;                   // address of the lasting trait

    public static void Decide(ref Life life)
    {
        if (life.Desk.SalesPlans.Length == 0) return;
        var shop = life.Firm.Industry == Industry.Retail;
        if (!shop && !life.Firm.Industry.IsIndustrial()) return;
        ref readonly var e = ref life.E;
        var habits = life.Habits;
        var spare = Trade.Capacity(life) - e.Demand - Fen.ToYuan(e.OrdersPublic + e.OrdersChain) / habits.MonthsToDeliver;
        if (spare <= 0.02 * e.Demand) return;

        var orders = Math.Min(spare, habits.OrdersPerStand * e.Demand);
        var plan = new SalesPlan
        {
            CampaignGain = Fen.FromYuan(e.Demand * 12 * habits.CampaignHope * habits.MarginOfExtraSale),
            FairGain = Fen.FromYuan(Math.Max(0, 12 * (orders * habits.MarginOfExtraSale - habits.StandCost) * habits.StandsHoped)),
            Exports = !shop && life.Trait(ExportTrait) < habits.Exporters,
        };
        life.Pass(life.Desk.SalesPlans, ref plan, note: life.Month.EndsYear);
        if (plan.JoinsCampaign) life.File(life.Tray.CampaignEntries, new CampaignEntry(Fen.FromYuan(e.Demand), Fen.FromYuan(spare)));
        if (!plan.WantsStand) return;
        var rank = 1 - 0.1 * e.QualityLevel - 0.05 * (e.Capability - 1) + life.Dice.Bell(Matter.FairRank, habits.BidSpread);
        life.File(life.Tray.FairEntries, new FairEntry(Fen.FromYuan(orders), rank, plan.Exports));
    }
}
