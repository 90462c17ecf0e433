using SimLab.Model;
using SimLab.Model.Chance;
using SimLab.Model.Economy;
using SimLab.Model.Messages;
using SimLab.Model.Policies;

namespace SimLab.Engine.Execution;

/// <summary>
/// What the province knows of itself in each world of a wave: from the tallies of one month it makes the news of the next.
/// It is a small function of whole-number totals, so every silo can make the same briefing from the same news.
/// </summary>
public sealed class Macroeconomy
{
    private readonly RunMaterials _materials;
    private readonly World[] _worlds;
    private double[] _commodity;
    private MacroTotals[] _last;
    private double[] _broughtForward;
    private Month _month;

    /// <summary>The province before the first month.</summary>
    public Macroeconomy(RunMaterials materials, World[] worlds)
    {
        _materials = materials;
        _worlds = worlds;
        _commodity = new double[worlds.Length];
        _commodity.AsSpan().Fill(1);
        _broughtForward = new double[worlds.Length];
        var common = MacroTotals.AtMonthZero(materials, materials.Plan.Behaviour);
        MacroTotals[] zero = [.. materials.Plan.Arms.Select(arm => arm.Behaviour is null ? common : MacroTotals.AtMonthZero(materials, arm.Behaviour))];
        _last = [.. worlds.Select(world => zero[world.Arm])];
    }

    /// <summary>The province where a snapshot left it.</summary>
    public Macroeconomy(RunMaterials materials, World[] worlds, Snapshot from, WorldMapping mapping)
    {
        _materials = materials;
        _worlds = worlds;
        _commodity = new double[worlds.Length];
        _broughtForward = new double[worlds.Length];
        _last = new MacroTotals[worlds.Length];
        for (var world = 0; world < worlds.Length; world++)
        {
            _commodity[world] = from.Macro.Commodity[mapping.ParentOf(world)];
            _broughtForward[world] = from.Macro.BroughtForward[mapping.ParentOf(world)];
            _last[world] = from.Macro.Totals[mapping.ParentOf(world)];
        }
        _month = from.Month;
    }

    /// <summary>The month closed last, its prices and totals; what <see cref="Next"/> of the next one is made of.</summary>
    public MacroState Closed => new() { Month = _month, Commodity = _commodity, Totals = _last, BroughtForward = _broughtForward };

    /// <summary>News of the month, from what happened before it.</summary>
    public MacroState Next(Month month)
    {
        var news = new MacroState { Month = month, Commodity = new double[_worlds.Length], Totals = _last, BroughtForward = new double[_worlds.Length] };
        for (var world = 0; world < _worlds.Length; world++)
        {
            var draws = new Draws(_worlds[world].Key, Draws.ProvinceWide, month);
            var macro = _materials.Plan.MacroOf(_worlds[world].Arm);
            var log = Math.Log(_commodity[world]) * (1 - macro.CommodityReversion) + draws.Logistic(DrawId.CommodityShock, macro.CommodityVolatility);
            news.Commodity[world] = Math.Exp(log);
            var behaviour = _materials.Plan.BehaviourOf(_worlds[world].Arm);
            news.BroughtForward[world] = _broughtForward[world] * (1 - 1 / behaviour.MonthsBroughtForward)
                + behaviour.BroughtForward * Fen.ToYuan(_last[world].VoucherSales);
        }
        return news;
    }

    /// <summary>Takes the month's tallies, by district.</summary>
    public void Close(MacroState news, IReadOnlyList<long[]> cellsByDistrict)
    {
        _month = news.Month;
        _commodity = news.Commodity;
        _broughtForward = news.BroughtForward;
        _last = new MacroTotals[_worlds.Length];
        for (var world = 0; world < _worlds.Length; world++)
        {
            var totals = new MacroTotals();
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
    public static PublicInformation Inform(RunMaterials materials, World[] worlds, MacroState news)
    {
        var plan = materials.Plan;
        return new()
        {
            Month = news.Month,
            Worlds = worlds,
            Conditions = [.. worlds.Select((world, i) => ConditionsOf(plan, world, news, i))],
            Behaviours = [.. plan.Arms.Select((_, arm) => plan.BehaviourOf(arm))],
            Macro = [.. plan.Arms.Select((_, arm) => plan.MacroOf(arm))],
            Desks = [.. plan.Arms.Select((arm, i) => new PolicyDesk(arm.In(news.Month), news.Month, plan.BehaviourOf(i).MonthsToSpread))],
        };
    }

    private static MacroConditions ConditionsOf(RunPlan plan, World world, MacroState macroState, int index)
    {
        var totals = macroState.Totals[index];
        var (behaviour, macro) = (plan.BehaviourOf(world.Arm), plan.MacroOf(world.Arm));
        var year = macroState.Month.Year;
        var weather = new Draws(world.Key, Draws.ProvinceWide, Month.Of(year, 1));
        var news = new MacroConditions
        {
            CommodityIndex = macroState.Commodity[index],
            DemandGrowth = macro.DemandGrowth.In(year) + weather.Logistic(DrawId.DemandShock, macro.DemandUncertainty),
            CustomersFreed = totals.DemandHeld > 0 ? (totals.DemandLeft - totals.DemandFounded) / (double)totals.DemandHeld : 0,
            MissedByShops = MissedByShops(behaviour, macroState, index),
            OutputPerHead = Math.Pow(1 + macro.OutputPerHeadGrowth, (macroState.Month - plan.Start + 1) / 12.0),
            CreditGrowth = macro.BankCreditGrowth.In(year) + weather.Logistic(DrawId.CreditShock, macro.CreditUncertainty),
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
                news.EntryChance[region] = Math.Min(0.5, behaviour.EntryRate / 12 * totals.Firms[region] / totals.Vacant[region]);
        }
        return news;
    }

    // Vouchers create little demand: part of it would have come later, part went to other shops (see the assumptions).
    private static double MissedByShops(BehaviouralParameters behaviour, MacroState macroState, int world)
    {
        var totals = macroState.Totals[world];
        if (totals.ShopsDemand == 0 || macroState.BroughtForward.Length == 0) return 0;
        var missed = macroState.BroughtForward[world] / behaviour.MonthsBroughtForward + behaviour.TakenFromRivals * Fen.ToYuan(totals.VoucherSales);
        return Math.Min(0.5, missed / Fen.ToYuan(totals.ShopsDemand));
    }
}
