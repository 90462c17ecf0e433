using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Papers;

namespace SimLab.Model.Enterprises;

/// <summary>The firm delivers what was ordered, sells the rest of its capacity to ordinary customers, and pays its costs.</summary>
public static class Trade
{
    /// <summary>What fixed assets can turn out in a month, yuan of sales.</summary>
    public static double Capacity(in Life life) =>
        Fen.ToYuan(life.E.FixedAssets) * life.Firm.SalesToCapital / 12 * life.Habits.Headroom * life.E.Capability;

    public static void SellAndPay(ref Life life)
    {
        ref var e = ref life.E;
        e.Demand *= Math.Exp((Math.Log(1 + life.News.DemandGrowth) + e.YearShock) / 12 + life.News.CustomersFreed);

        var publicWork = Deliver(ref e.OrdersPublic, life.Habits.MonthsToDeliver);
        var chainWork = Deliver(ref e.OrdersChain, life.Habits.MonthsToDeliver);
        var free = Capacity(life) - Fen.ToYuan(publicWork + chainWork);
        var material = OrderMaterials(ref life);
        var wanted = e.Demand * material.Runs * (1 + life.Dice.Bell(Matter.DemandNoise, life.Habits.MonthlyNoise));
        if (life.Firm.Industry == Industry.Retail) wanted *= 1 - life.News.MissedByShops;
        wanted += Fen.ToYuan(life.ExtraCustomers);
        var ordinary = Fen.FromYuan(Math.Max(0, Math.Min(wanted, free)));
        var sales = ordinary + publicWork + chainWork;

        e.OwedByPublic.NotDue += publicWork;               // chain work became a claim when it was ordered
        e.SalesThisQuarter += sales;
        e.SalesThisYear += sales;
        life.Receive(Indicator.OrdinarySales, ordinary);
        life.Count(Indicator.PublicDelivered, publicWork);
        life.Count(Indicator.ChainDelivered, chainWork);
        life.Count(Indicator.Sales, sales);

        PayCosts(ref life, sales, material.Price);
    }

    // Industries that live on materials feel the commodity index, and sometimes supply stops for part of a month.
    private static (double Price, double Runs) OrderMaterials(ref Life life)
    {
        if (life.Traits.CommodityExposure < 0.25) return (life.News.CommodityIndex, 1);
        var order = new MaterialOrder { Price = life.News.CommodityIndex, StopChance = life.Habits.SupplyStop };
        var filled = order;
        life.Pass(life.Desk.MaterialOrders, ref order, note: false);
        if (!life.Dice.Says(Matter.SupplyStop, order.StopChance)) return (order.Price, 1);
        life.Count(Indicator.SupplyStops);
        life.NoteAll(life.Desk.MaterialOrders, filled);
        return (order.Price, 1 - life.Habits.StopLoss);
    }

    private static long Deliver(ref long orders, double months)
    {
        if (orders <= 0) return 0;
        var part = orders < 100 * Fen.PerYuan ? orders : Math.Min(orders, Fen.Share(orders, 1 / months) + 1);
        orders -= part;
        return part;
    }

    private static void PayCosts(ref Life life, long sales, double commodity)
    {
        ref var e = ref life.E;
        ref readonly var traits = ref life.Traits;

        // A more capable firm wastes less; prices of materials follow the commodity index in part.
        var prices = 1 + traits.CommodityExposure * (commodity - 1);
        var materials = Fen.Share(sales, traits.Materials * prices / (0.8 + 0.2 * e.Capability));
        var bought = materials - Math.Min(materials, life.PlacedAlongChain);    // the rest was ordered along the chain

        var workers = Math.Max(0, e.Staff - e.RndStaff);   // researchers are paid out of R&D
        var wages = Fen.FromYuan(workers * life.Wage / 12);
        var overhead = Fen.Share(sales, life.Firm.Overhead);
        var depreciation = Fen.Share(e.FixedAssets, traits.Depreciation / 12);

        life.Pay(Indicator.Materials, bought);
        life.Pay(Indicator.Wages, wages);
        life.Pay(Indicator.Overhead, overhead);
        var interest = ServeLoan.Pay(ref life);
        e.FixedAssets -= depreciation;
        e.MaterialsThisQuarter += materials;

        var profit = sales - materials - wages - overhead - interest - depreciation;
        e.ProfitThisYear += profit;
        life.Count(Indicator.Profit, profit);
    }
}
