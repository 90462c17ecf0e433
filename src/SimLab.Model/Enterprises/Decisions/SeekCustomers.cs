using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises.Operations;
using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>Shops join campaigns, if a measure offers one; small and medium manufacturers want a stand at a fair if it pays.</summary>
public static class SeekCustomers
{
    private const int ExportEffect = 108, FairEffect = 113;         // addresses of the firm effects

    /// <summary>Sends the campaign entry or stand request of a firm with free capacity.</summary>
    public static void Decide(ref FirmContext context)
    {
        var shop = context.Firm.Industry == Industry.Retail;
        if (shop ? context.Desk.SalesPlans.Length == 0 : !SellsAtFairs(context)) return;
        ref readonly var e = ref context.State;
        var behaviour = context.Behaviour;
        var (sales, spare) = (context.ExpectedSales, SpareCapacity.Of(Trade.Capacity(context), e, behaviour));
        if (!SpareCapacity.IsWorthSelling(spare, sales, behaviour)) return;

        var orders = shop ? 0 : OrdersOfStand(sales, spare, behaviour);
        var plan = new SalesPlan
        {
            CampaignGain = shop ? Fen.FromYuan(sales * 12 * behaviour.CampaignHope * behaviour.MarginOfExtraSale) : 0,
            StandEarns = Fen.FromYuan(orders * behaviour.MarginOfExtraSale),
            StandPrice = Fen.FromYuan(behaviour.StandCost),
            Exports = !shop && context.FirmEffect(ExportEffect) < behaviour.Exporters,
        };
        context.Pass(context.Desk.SalesPlans, ref plan, note: context.Month.EndsYear);
        if (plan.JoinsCampaign) context.Send(
            context.Outbox.CampaignEntries, new CampaignEntry(Fen.FromYuan(e.Demand), Fen.FromYuan(spare)));
        if (shop || !plan.WantsStand) return;
        var rank = SpareCapacity.Rank(
            e.QualityLevel, e.Capability, context.Draws.Logistic(DrawId.FairRank, behaviour.BidSpread), behaviour);
        context.Send(context.Outbox.FairEntries, new FairEntry(Fen.FromYuan(orders), rank, plan.Exports, plan.StandPrice));
    }

    /// <summary>Orders that a stand brings, yuan: part of a month's sales, as far as capacity is free, up to a limit.</summary>
    internal static double OrdersOfStand(double monthlySales, double spare, BehaviouralParameters behaviour) =>
        Math.Min(Math.Min(spare, behaviour.OrdersPerStand * monthlySales), behaviour.MostPerStand);

    private static bool SellsAtFairs(in FirmContext context) =>
        context.Card.IsSme && context.Firm.Industry == Industry.Manufacturing
            && context.FirmEffect(FairEffect) < context.Behaviour.GoesToFairs;
}
