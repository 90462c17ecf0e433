using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Forms;
using SimLab.Model.Messages;

namespace SimLab.Model.Enterprises.Operations;

/// <summary>The firm delivers orders, sells its remaining capacity to ordinary customers, and pays its costs.</summary>
public static class Trade
{
    /// <summary>Monthly production capacity of fixed assets, yuan of sales.</summary>
    public static double Capacity(in FirmContext context) => Capacity(context.State, context.Firm, context.Behaviour);

    /// <summary>Monthly production capacity of fixed assets, yuan of sales.</summary>
    /// <param name="e">State of the firm.</param>
    /// <param name="firm">Its attributes.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    public static double Capacity(in Enterprise e, in Firm firm, BehaviouralParameters behaviour) =>
        Fen.ToYuan(e.FixedAssets) * firm.SalesToCapital / 12 * behaviour.Headroom * e.Capability;

    /// <summary>Updates demand, sells, and pays the costs of the month.</summary>
    public static void SellAndPay(ref FirmContext context)
    {
        ref var e = ref context.State;
        e.Demand *= PortableMath.Exp(e.YearShock / 12 + context.Conditions.CustomersGainedBy(context.Firm.Region, context.Firm.Industry));

        var publicWork = Deliver(ref e.OrdersPublic, context.Behaviour);
        var chainWork = Deliver(ref e.OrdersChain, context.Behaviour);
        var free = Capacity(context) - Fen.ToYuan(publicWork + chainWork);
        var material = OrderMaterials(ref context);
        var served = material.Runs * (1 - context.Behaviour.UnservedWithoutCash * Liquidity.Shortage(context));
        var wanted = e.Demand * served * (1 + context.Draws.Logistic(DrawId.DemandNoise, context.Behaviour.MonthlyNoise));
        if (context.Firm.Industry == Industry.Retail)
        {
            var missed = wanted * context.Conditions.MissedByShops;
            wanted -= missed;
            context.Count(Indicator.AddedToMarket, -Fen.FromYuan(missed));
        }
        var own = wanted;
        wanted += Fen.ToYuan(context.ExtraCustomers);
        var ordinary = Fen.FromYuan(Math.Max(0, Math.Min(wanted, free)));
        if (own > free) e.Demand *= 1 - context.Behaviour.TurnedAwayLeave * (1 - Math.Max(0, free) / own);
        var sales = ordinary + publicWork + chainWork;

        e.OwedByPublic.NotDue += publicWork;               // chain work became a claim when ordered
        e.SalesThisQuarter += sales;
        e.SalesThisYear += sales;
        context.Receive(Indicator.OrdinarySales, ordinary);
        context.Count(Indicator.SalesToHouseholds, Fen.Share(
            ordinary, context.Firm.Industry.IsLocal() ? context.Behaviour.LocalToHouseholds : context.Behaviour.OtherToHouseholds));
        context.Count(Indicator.PublicDelivered, publicWork);
        context.Count(Indicator.ChainDelivered, chainWork);
        context.Count(Indicator.Sales, sales);

        PayCosts(ref context, sales, material.Price);
    }

    // Material-intensive industries follow the commodity index, and their supply sometimes stops for part of a month.
    private static (double Price, double Runs) OrderMaterials(ref FirmContext context)
    {
        if (context.Traits.CommodityExposure < context.Behaviour.OrdersMaterials) return (context.Conditions.CommodityIndex, 1);
        var order = new MaterialOrder { Price = context.Conditions.CommodityIndex, StopChance = context.Behaviour.SupplyStop };
        var filled = order;
        context.Pass(context.Desk.MaterialOrders, ref order, note: false);
        if (!context.Draws.Bernoulli(DrawId.SupplyStop, order.StopChance)) return (order.Price, 1);
        context.Count(Indicator.SupplyStops);
        context.WriteLedgerOf(context.Desk.MaterialOrders, filled);
        return (order.Price, 1 - context.Behaviour.StopLoss);
    }

    private static long Deliver(ref long orders, BehaviouralParameters behaviour)
    {
        if (orders <= 0) return 0;
        var part = orders < Fen.FromYuan(behaviour.SmallestDelivery) ? orders
            : Math.Min(orders, Fen.Share(orders, 1 / behaviour.MonthsToDeliver) + 1);
        orders -= part;
        return part;
    }

    // The owner of a micro firm works in it and takes what the month leaves, at most a worker's pay.
    private static long Pay(in FirmContext context, int workers, long left)
    {
        var each = context.Wage / 12;
        if (context.Card.Size != SizeClass.Micro || context.Firm.StateOwned || workers == 0) return Fen.FromYuan(workers * each);
        var others = Fen.FromYuan((workers - 1) * each);
        var owner = Math.Clamp(left - others, Fen.FromYuan(each * context.Behaviour.OwnersLeastPay), Fen.FromYuan(each));
        return others + owner;
    }

    private static void PayCosts(ref FirmContext context, long sales, double commodity)
    {
        ref var e = ref context.State;
        ref readonly var traits = ref context.Traits;

        // More capable firms waste less; material prices follow the commodity index in part.
        var prices = 1 + traits.CommodityExposure * (commodity - 1);
        var saves = context.Behaviour.CapabilitySaves;
        var materials = Fen.Share(sales, traits.Materials * prices / (1 - saves + saves * e.Capability));
        var bought = materials - Math.Min(materials, context.PlacedAlongChain);    // the rest was ordered along the chain

        var workers = Math.Max(0, e.Staff - e.RndStaff);   // researchers are paid out of R&D
        var overhead = Fen.Share(sales, context.Firm.Overhead);
        var wages = Pay(context, workers, sales - materials - overhead);
        var depreciation = Fen.Share(e.FixedAssets, traits.Depreciation / 12);

        context.Pay(Indicator.Materials, bought);
        context.Pay(Indicator.Wages, wages);
        context.Pay(Indicator.Overhead, overhead);
        var interest = ServeLoan.Pay(ref context);
        e.FixedAssets -= depreciation;
        e.MaterialsThisQuarter += materials;

        var profit = sales - materials - wages - overhead - interest - depreciation;
        e.ProfitThisYear += profit;
        context.Count(Indicator.Profit, profit);
    }
}
