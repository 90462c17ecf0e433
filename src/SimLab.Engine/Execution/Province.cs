using SimLab.Model;
using SimLab.Model.Chance;
using SimLab.Model.Enterprises;
using SimLab.Model.Forms;
using SimLab.Model.Papers;

namespace SimLab.Engine.Execution;

/// <summary>
/// What the province knows of itself in each world of a wave: from the tallies of one month it makes the news of the next.
/// It is a small function of whole-number totals, so every silo can make the same briefing from the same news.
/// </summary>
public sealed class Province
{
    private readonly RunMaterials _materials;
    private readonly World[] _worlds;
    private double[] _commodity;
    private RegionTotals[] _last;
    private double[] _broughtForward;
    private Month _month;

    public Province(RunMaterials materials, World[] worlds)
    {
        _materials = materials;
        _worlds = worlds;
        _commodity = new double[worlds.Length];
        _commodity.AsSpan().Fill(1);
        _broughtForward = new double[worlds.Length];
        _last = new RegionTotals[worlds.Length];
        var common = RegionTotals.AtMonthZero(materials, materials.Plan.Habits);
        RegionTotals[] zero = [.. materials.Plan.Arms.Select(arm => arm.Habits is null ? common : RegionTotals.AtMonthZero(materials, arm.Habits))];
        for (var world = 0; world < worlds.Length; world++) _last[world] = zero[worlds[world].Arm];
    }

    /// <summary>The province where a snapshot left it.</summary>
    public Province(RunMaterials materials, World[] worlds, Snapshot from, Descent descent) : this(materials, worlds)
    {
        for (var world = 0; world < worlds.Length; world++)
        {
            _commodity[world] = from.News.Commodity[descent.ParentOf(world)];
            _broughtForward[world] = from.News.BroughtForward[descent.ParentOf(world)];
            _last[world] = from.News.Totals[descent.ParentOf(world)];
        }
        _month = from.Month;
    }

    /// <summary>The month closed last, its prices and totals; what <see cref="News"/> of the next one is made of.</summary>
    public NewsSheet Closed => new() { Month = _month, Commodity = _commodity, Totals = _last, BroughtForward = _broughtForward };

    /// <summary>News of the month, from what happened before it.</summary>
    public NewsSheet News(Month month)
    {
        var news = new NewsSheet { Month = month, Commodity = new double[_worlds.Length], Totals = _last, BroughtForward = new double[_worlds.Length] };
        for (var world = 0; world < _worlds.Length; world++)
        {
            var dice = new Dice(_worlds[world].Luck, Dice.Weather, month);
            var macro = _materials.Plan.MacroOf(_worlds[world].Arm);
            var log = Math.Log(_commodity[world]) * (1 - macro.CommodityReversion) + dice.Bell(Matter.CommodityShock, macro.CommodityVolatility);
            news.Commodity[world] = Math.Exp(log);
            var habits = _materials.Plan.HabitsOf(_worlds[world].Arm);
            news.BroughtForward[world] = _broughtForward[world] * (1 - 1 / habits.MonthsBroughtForward)
                + habits.BroughtForward * Fen.ToYuan(_last[world].VoucherSales);
        }
        return news;
    }

    /// <summary>Takes the month's tallies, by district.</summary>
    public void Close(NewsSheet news, IReadOnlyList<long[]> cellsByDistrict)
    {
        _month = news.Month;
        _commodity = news.Commodity;
        _broughtForward = news.BroughtForward;
        _last = new RegionTotals[_worlds.Length];
        for (var world = 0; world < _worlds.Length; world++)
        {
            var totals = new RegionTotals();
            foreach (var district in _materials.Districts)
            {
                for (var chain = 1; chain < Chains.Count; chain++)
                    totals.AddCluster(district.Region, chain, Tally.ClusterRow(cellsByDistrict[district.Index], _worlds.Length, chain, world));
                for (var industry = 0; industry < Places.Industries; industry++)
                    totals.Add(district.Region, (Industry)industry, cellsByDistrict[district.Index].AsSpan((industry * _worlds.Length + world) * Tally.Width, Tally.Width));
            }
            _last[world] = totals;
        }
    }

    /// <summary>What is announced to everybody, from the news; the same on every silo.</summary>
    public static Briefing Brief(RunMaterials materials, World[] worlds, NewsSheet news)
    {
        var plan = materials.Plan;
        return new()
        {
            Month = news.Month,
            Worlds = worlds,
            News = [.. worlds.Select((world, i) => Tell(plan, world, news, i))],
            Habits = [.. plan.Arms.Select((_, arm) => plan.HabitsOf(arm))],
            Macro = [.. plan.Arms.Select((_, arm) => plan.MacroOf(arm))],
            Desks = [.. plan.Arms.Select((arm, i) => new PolicyDesk(arm.In(news.Month), news.Month, plan.HabitsOf(i).MonthsToSpread))],
        };
    }

    private static WorldNews Tell(RunPlan plan, World world, NewsSheet sheet, int index)
    {
        var totals = sheet.Totals[index];
        var (habits, macro) = (plan.HabitsOf(world.Arm), plan.MacroOf(world.Arm));
        var year = sheet.Month.Year;
        var weather = new Dice(world.Luck, Dice.Weather, Month.Of(year, 1));
        var news = new WorldNews
        {
            CommodityIndex = sheet.Commodity[index],
            DemandGrowth = macro.DemandGrowth.In(year) + weather.Bell(Matter.DemandWeather, macro.DemandUncertainty),
            CustomersFreed = totals.DemandHeld > 0 ? (totals.DemandLeft - totals.DemandFounded) / (double)totals.DemandHeld : 0,
            MissedByShops = MissedByShops(habits, sheet, index),
            OutputPerHead = Math.Pow(1 + macro.OutputPerHeadGrowth, (sheet.Month - plan.Start + 1) / 12.0),
            CreditGrowth = macro.BankCreditGrowth.In(year) + weather.Bell(Matter.CreditWeather, macro.CreditUncertainty),
            SmeLoans = totals.SmeLoans,
            SmeRunOff = totals.SmeRunOff,
        };
        for (var cluster = 0; cluster < news.ClusterRnd.Length; cluster++)
            if (totals.ClusterMembers[cluster] > 0) news.ClusterRnd[cluster] = Fen.ToYuan(totals.ClusterRnd[cluster]) / totals.ClusterMembers[cluster];
        for (var region = 0; region < Places.Regions; region++)
        {
            news.RndStaff[region] = totals.RndStaff[region];
            if (totals.Firms[region] > 0) news.Awareness[region] = totals.AwarenessMillionths[region] / 1e6 / totals.Firms[region];
            if (totals.Vacant[region] > 0)
                news.EntryChance[region] = Math.Min(0.5, habits.EntryRate / 12 * totals.Firms[region] / totals.Vacant[region]);
        }
        return news;
    }

    // Vouchers create little demand: part of it would have come later, part went to other shops (see the assumptions).
    private static double MissedByShops(Habits habits, NewsSheet sheet, int world)
    {
        var totals = sheet.Totals[world];
        if (totals.ShopsDemand == 0 || sheet.BroughtForward.Length == 0) return 0;
        var missed = sheet.BroughtForward[world] / habits.MonthsBroughtForward + habits.TakenFromRivals * Fen.ToYuan(totals.VoucherSales);
        return Math.Min(0.5, missed / Fen.ToYuan(totals.ShopsDemand));
    }
}
