using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Messages;
using SimLab.Model.Policies;

namespace SimLab.Model.Economy;

/// <summary>
/// The macro step of each world of a batch: computes the state of a month from the tallies of the month before. It is
/// a small function of whole-number totals, so every silo derives the same public information from the same state.
/// </summary>
public sealed class Macroeconomy
{
    private readonly EconomySetting _setting;
    private readonly World[] _worlds;

    /// <param name="setting">Setting of the run.</param>
    /// <param name="worlds">Worlds of the batch.</param>
    /// <param name="closed">State to continue from: month zero (<see cref="AtMonthZero"/>) or a snapshot.</param>
    public Macroeconomy(EconomySetting setting, World[] worlds, MacroState closed)
    {
        _setting = setting;
        _worlds = worlds;
        Closed = closed;
    }

    /// <summary>The state before the first month.</summary>
    /// <param name="setting">Setting of the run.</param>
    /// <param name="worlds">Worlds of the batch.</param>
    /// <param name="cellsByDistrict">Tally cells of month zero by district, of one world of an arm.</param>
    /// <param name="markets">What customers buy in a month by arm, yuan; by region, then industry.</param>
    /// <param name="payments">Payments of the year before by arm, see <see cref="LocalCircuit.Length"/>.</param>
    public static MacroState AtMonthZero(
        EconomySetting setting, World[] worlds, Func<int, IReadOnlyList<long[]>> cellsByDistrict, Func<int, double[]> markets,
        Func<int, double[]> payments)
    {
        MacroTotals[] byArm = [
            .. setting.Behaviour.Select(
                (behaviour, arm) => MacroTotals.AtMonthZero(setting, cellsByDistrict(arm), markets(arm), behaviour))];
        return new()
        {
            Commodity = [.. worlds.Select(_ => 1.0)],
            Totals = [.. worlds.Select(world => byArm[world.Arm])],
            BroughtForward = new double[worlds.Length],
            Markets = [.. worlds.SelectMany(world => markets(world.Arm))],
            Path = [.. worlds.Select(_ => 1.0)],
            Payments = [.. worlds.SelectMany(world => payments(world.Arm))],
            UsualPayments = [.. worlds.SelectMany(world => payments(world.Arm))],
            Purses = new PublicPurse[worlds.Length],
            UsualStaff = [.. worlds.SelectMany(world => byArm[world.Arm].Staff.ToArray())],
            Bids = new double[worlds.Length * setting.Province.Regions.Length * Tender.Kinds],
        };
    }

    /// <summary>Prices and totals of the last closed month; the input of <see cref="Next"/>.</summary>
    public MacroState Closed { get; private set; }

    /// <summary>State of a month, from the last closed state.</summary>
    public MacroState Next(Month month)
    {
        var next = Closed with
        {
            Month = month,
            Commodity = new double[_worlds.Length],
            BroughtForward = new double[_worlds.Length],
            Markets = new double[Closed.Markets.Length],
            Path = new double[_worlds.Length],
            Bids = (double[])Closed.Bids.Clone(),
        };
        var cells = SharedMarkets.Count(_setting.Province.Regions.Length);
        for (var world = 0; world < _worlds.Length; world++)
        {
            var draws = new Draws(_worlds[world].Key, Draws.ProvinceWide, month);
            var macro = _setting.Macro[_worlds[world].Arm];
            var log = PortableMath.Log(Closed.Commodity[world]) * (1 - macro.CommodityReversion)
                + draws.Logistic(DrawId.CommodityShock, macro.CommodityVolatility);
            next.Commodity[world] = PortableMath.Exp(log);
            var behaviour = _setting.Behaviour[_worlds[world].Arm];
            next.BroughtForward[world] = Closed.BroughtForward[world] * (1 - 1 / behaviour.MonthsBroughtForward)
                + behaviour.BroughtForward * Fen.ToYuan(Closed.Totals[world].VoucherSales);
            var growth = PortableMath.Pow(1 + DemandGrowth(macro, _worlds[world].Key, month.Year), 1.0 / 12);
            for (var market = world * cells; market < (world + 1) * cells; market++)
                next.Markets[market] = Closed.Markets[market] * growth;
            next.Path[world] = Closed.Path[world] * growth;
            NoteBids(next.Bids.AsSpan(world * Closed.Totals[world].Bids.Length), Closed.Totals[world].Bids, behaviour.MonthsBidsWatched);
            SharedMarkets.WinOutside(
                next.Markets.AsSpan(world * cells, cells), Closed.Totals[world], behaviour.WonOutside, macro.UsualCustomersWon);
        }
        return next;
    }

    // Bids of a month move their mean of late; the first are the mean.
    private static void NoteBids(Span<double> ofLate, ReadOnlySpan<long> bids, double months)
    {
        for (var i = 0; i < bids.Length; i++) ofLate[i] = ofLate[i] == 0 ? bids[i] : ofLate[i] + (bids[i] - ofLate[i]) / months;
    }

    /// <summary>Closes a month: sums the tallies of all districts by world.</summary>
    /// <param name="next">State of the month.</param>
    /// <param name="cellsByDistrict">Tally cells by district.</param>
    /// <param name="costs">What measures cost the public in markets: world, number of the measure, fen.</param>
    public void Close(MacroState next, IReadOnlyList<long[]> cellsByDistrict, IEnumerable<(int World, int Measure, long Fen)> costs)
    {
        var closed = new MacroTotals[_worlds.Length];
        var width = Tally.WidthFor(_setting.Measures.Count);
        for (var world = 0; world < _worlds.Length; world++)
        {
            var totals = new MacroTotals(_setting.Province);
            for (var district = 0; district < _setting.Districts.Length; district++)
            {
                var (region, cells) = (_setting.Districts[district], cellsByDistrict[district]);
                for (var chain = 1; chain < totals.Chains; chain++)
                    totals.AddCluster(region, chain, Tally.ClusterRow(cells, _worlds.Length, width, chain, world));
                for (var industry = 0; industry < Places.Industries; industry++)
                    totals.Add(
                        region, (Industry)industry, cells.AsSpan((industry * _worlds.Length + world) * width, width),
                        _setting.Payers[_worlds[world].Arm].AsSpan());
            }
            closed[world] = totals;
        }
        foreach (var (world, measure, fen) in costs)
            closed[world].Financed[(int)_setting.Payers[_worlds[world].Arm][measure]] += fen;
        var payments = (double[])next.Payments.Clone();
        var each = LocalCircuit.Length(_setting.Province.Regions.Length);
        var purses = new PublicPurse[_worlds.Length];
        for (var world = 0; world < _worlds.Length; world++)
        {
            var (behaviour, macro) = (_setting.Behaviour[_worlds[world].Arm], _setting.Macro[_worlds[world].Arm]);
            purses[world] = next.Purses[world].After(closed[world], behaviour, macro);
            var missed = next.Purses[world].MissedByHouseholds(closed[world], behaviour, macro);
            LocalCircuit.Note(payments.AsSpan(world * each, each), next.Month, closed[world], missed);
        }
        Closed = next with { Totals = closed, Payments = payments, Purses = purses };
    }

    /// <summary>Public information from the state of the month, identical on every silo.</summary>
    /// <param name="setting">Setting of the run.</param>
    /// <param name="worlds">Worlds of the batch.</param>
    /// <param name="macroState">State of the month.</param>
    /// <param name="measures">Measures of the month, by arm.</param>
    /// <param name="trials">Trials, by arm; null where an arm is none.</param>
    public static PublicInformation Inform(
        EconomySetting setting, World[] worlds, MacroState macroState, IReadOnlyList<IEnumerable<Measure>> measures,
        IReadOnlyList<Trial?> trials)
    {
        PolicyDesk[] desks =
        [
            .. measures.Select((of, arm) => new PolicyDesk(
                setting.Measures, of, macroState.Month, setting.Behaviour[arm].MonthsToSpread)),
        ];
        return new()
        {
            Province = setting.Province,
            Month = macroState.Month,
            Worlds = worlds,
            Conditions = [.. worlds.Select((world, i) => ConditionsOf(setting, world, macroState, i, desks[world.Arm]))],
            Behaviours = [.. setting.Behaviour],
            Macro = [.. setting.Macro],
            Industries = [.. setting.Behaviour.Select(levels => setting.Industries.Select(industry => industry.At(levels)).ToArray())],
            Desks = desks,
            Trials = trials.All(trial => trial is null)
                ? null
                : [.. trials.Select((trial, arm) =>
                    trial is null ? null : DesksOf(setting, arm, trial, measures[arm], macroState.Month))],
        };
    }

    private static TrialDesks DesksOf(EconomySetting setting, int arm, Trial trial, IEnumerable<Measure> measures, Month month)
    {
        var monthsToSpread = setting.Behaviour[arm].MonthsToSpread;
        return new(
            trial, new PolicyDesk(setting.Measures, measures, month, monthsToSpread, trial.Assigned),
            new PolicyDesk(setting.Measures, trial.Others, month, monthsToSpread));
    }

    private static MacroConditions ConditionsOf(
        EconomySetting setting, World world, MacroState macroState, int index, PolicyDesk desk)
    {
        var totals = macroState.Totals[index];
        var (behaviour, macro) = (setting.Behaviour[world.Arm], setting.Macro[world.Arm]);
        var year = macroState.Month.Year;
        var yearly = new Draws(world.Key, Draws.ProvinceWide, Month.Of(year, 1));
        var conditions = new MacroConditions(setting.Province)
        {
            CommodityIndex = macroState.Commodity[index],
            Firms = Sum(totals.Firms),
            MissedByShops = MissedByShops(behaviour, macroState, index),
            OutputPerHead = PortableMath.Pow(1 + macro.OutputPerHeadGrowth, (macroState.Month - setting.Start + 1) / 12.0),
            CreditGrowth = macro.BankCreditGrowth.In(year) + yearly.Logistic(DrawId.CreditShock, macro.CreditUncertainty),
            SmeLoans = totals.SmeLoans,
            SmeRunOff = totals.SmeRunOff,
            ChanceToWin = PublicTenders.Chances(setting, world, desk, macroState.Month, macroState.Of(macroState.Bids, index)),
        };
        var sizes = macroState.MarketsOf(index).ToArray();
        AddLocalIncome(sizes, macroState, index, behaviour);
        SharedMarkets.ShareOut(sizes, totals, behaviour.CustomersMove, conditions.CustomersGained);
        for (var cluster = 0; cluster < conditions.ClusterRnd.Length; cluster++)
            if (totals.ClusterMembers[cluster] > 0) conditions.ClusterRnd[cluster] = Fen.ToYuan(
                totals.ClusterRnd[cluster]) / totals.ClusterMembers[cluster];
        LabourMarket.SetPay(
            conditions.Pay, conditions.WorkPerHead, totals.Staff, macroState.Of(macroState.UsualStaff, index),
            macroState.Path[index] / conditions.OutputPerHead, behaviour);
        for (var region = 0; region < totals.Regions; region++)
        {
            conditions.RndStaff[region] = totals.RndStaff[region];
            if (totals.Firms[region] > 0) conditions.Awareness[region] = totals.AwarenessMillionths[region] / 1e6 / totals.Firms[region];
            if (totals.Vacant[region] > 0)
                conditions.EntryChance[region] = Math.Min(
                    behaviour.MostEntry, behaviour.EntryRate / 12 * totals.Firms[region] / totals.Vacant[region]);
        }
        return conditions;
    }

    private static void AddLocalIncome(Span<double> sizes, MacroState state, int world, BehaviouralParameters behaviour)
    {
        var regions = state.Totals[world].Regions;
        Span<double> income = stackalloc double[regions], materials = stackalloc double[regions];
        var record = state.Of(state.Payments, world);
        var usual = state.Of(state.UsualPayments, world);
        LocalCircuit.Compare(record, usual, state.Path[world], 0, income);
        LocalCircuit.Compare(record, usual, state.Path[world], 1, materials);
        SharedMarkets.AddLocal(sizes, income, materials, behaviour);
    }

    private static long Sum(ReadOnlySpan<long> numbers)
    {
        var sum = 0L;
        foreach (var number in numbers) sum += number;
        return sum;
    }

    // Growth of what customers buy in a year, share.
    private static double DemandGrowth(Macro macro, RandomKey key, int year) =>
        macro.DemandGrowth.In(year)
        + new Draws(key, Draws.ProvinceWide, Month.Of(year, 1)).Logistic(DrawId.DemandShock, macro.DemandUncertainty);

    // Vouchers create little demand: part is brought forward, part diverted from other shops (see the assumptions).
    private static double MissedByShops(BehaviouralParameters behaviour, MacroState macroState, int world)
    {
        var totals = macroState.Totals[world];
        var shops = 0L;
        for (var region = 0; region < totals.Regions; region++) shops += totals.Served[region * Places.Industries + (int)Industry.Retail];
        if (shops == 0 || macroState.BroughtForward.Length == 0) return 0;
        var missed = macroState.BroughtForward[world] / behaviour.MonthsBroughtForward
            + behaviour.TakenFromRivals * Fen.ToYuan(totals.VoucherSales);
        return Math.Min(behaviour.MostMissedByShops, missed / Fen.ToYuan(shops));
    }
}
