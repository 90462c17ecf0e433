using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Operations;
using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>Shops join campaigns and industrial firms request stands at fairs, if a measure offers them.</summary>
public static class SeekCustomers
{
    private const int ExportEffect = 108;                   // address of the firm effect

    /// <summary>Sends the campaign entry or stand request of a firm with free capacity.</summary>
    public static void Decide(ref FirmContext context)
    {
        if (context.Desk.SalesPlans.Length == 0) return;
        var shop = context.Firm.Industry == Industry.Retail;
        if (!shop && !context.Firm.Industry.IsIndustrial()) return;
        ref readonly var e = ref context.State;
        var behaviour = context.Behaviour;
        var spare = SpareCapacity.Of(Trade.Capacity(context), e, behaviour);
        if (!SpareCapacity.IsWorthSelling(spare, e.Demand, behaviour)) return;

        var orders = Math.Min(spare, behaviour.OrdersPerStand * e.Demand);
        var plan = new SalesPlan
        {
            CampaignGain = Fen.FromYuan(e.Demand * 12 * behaviour.CampaignHope * behaviour.MarginOfExtraSale),
            FairGain = Fen.FromYuan(FairGain(orders, behaviour)),
            Exports = !shop && context.FirmEffect(ExportEffect) < behaviour.Exporters,
        };
        context.Pass(context.Desk.SalesPlans, ref plan, note: context.Month.EndsYear);
        if (plan.JoinsCampaign) context.Send(
            context.Outbox.CampaignEntries, new CampaignEntry(Fen.FromYuan(e.Demand), Fen.FromYuan(spare)));
        if (!plan.WantsStand) return;
        var rank = SpareCapacity.Rank(
            e.QualityLevel, e.Capability, context.Draws.Logistic(DrawId.FairRank, behaviour.BidSpread), behaviour);
        context.Send(context.Outbox.FairEntries, new FairEntry(Fen.FromYuan(orders), rank, plan.Exports));
    }

    /// <summary>Gain a firm hopes for from its stands in a year, yuan, if a stand brings it the orders (yuan); never below 0.</summary>
    internal static double FairGain(double orders, BehaviouralParameters behaviour) =>
        Math.Max(0, 12 * (orders * behaviour.MarginOfExtraSale - behaviour.StandCost) * behaviour.StandsHoped);
}
