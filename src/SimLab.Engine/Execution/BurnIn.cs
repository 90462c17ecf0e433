using System.Collections.Immutable;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Operations;
using SimLab.Model.Populations;

namespace SimLab.Engine.Execution;

/// <summary>
/// States of the enterprises at month zero. The generator knows how large each firm is, what it owns on average, and who owes
/// whom; it cannot know how cash, machines, loans and refusals are spread among firms that have traded with each other for years.
/// So the population first trades for some months under the law alone, and each firm that survives them keeps the proportions of
/// its balance sheet, at the size that the generator gave it; loans together are what they were. All else, and all of a user's own
/// firms, is as generated. One world is enough: all worlds of a run begin alike.
/// </summary>
internal static class BurnIn
{
    private const int SizeClasses = (int)SizeClass.Large + 1;

    /// <summary>What the firms were before the first month.</summary>
    /// <param name="States">Of the enterprises, in order of their numbers.</param>
    /// <param name="Markets">What customers buy in a month, yuan, by region, then industry.</param>
    /// <param name="Payments">Payments of the year before, see <see cref="LocalCircuit.Length"/>.</param>
    internal sealed record Start(ImmutableArray<Enterprise> States, double[] Markets, double[] Payments);

    /// <summary>States of the enterprises at month zero, and what came before.</summary>
    /// <param name="plan">The run.</param>
    /// <param name="population">As generated.</param>
    /// <param name="arm">Index of the arm; the <see cref="Macro.BurnIn"/> of its environment is the number of months.</param>
    /// <param name="cache">Keeps what the assumptions of the run come to; null: nothing is kept.</param>
    public static Start Settle(RunPlan plan, Population population, int arm, BurnInCache? cache)
    {
        var (behaviour, macro) = (plan.BehaviourOf(arm), plan.MacroOf(arm));
        var months = (int)macro.BurnIn;
        var payments = new double[LocalCircuit.Length(plan.Population.Province.Regions.Length)];
        var markets = MarketsOf(population, plan.Population.Province.Regions.Length);
        if (months == 0) return new(population.Initial, markets, payments);
        var before = plan with
        {
            Start = plan.Start - months,
            Months = months,
            Replicates = 1,
            Behaviour = behaviour,
            // Banks lend as the market grows, so that loans keep their proportion too.
            Macro = macro with { BurnIn = 0, BankCreditGrowth = macro.DemandGrowth },
            Arms = [new("law", [])],
        };
        // An experiment asks for each set of numbers once.
        var isOfRun = plan.Arms[arm] is { Behaviour: null, Macro: null };
        return isOfRun && cache is not null ? cache.Get(before, population, Trade) : Trade();

        Start Trade() => AfterTrading(before, population, markets, payments);
    }

    private static Start AfterTrading(RunPlan before, Population population, double[] markets, double[] payments)
    {
        var behaviour = before.Behaviour;
        var traded = TradeAlone(new(before, population), payments).GetAwaiter().GetResult();
        var states = population.Initial.ToArray();
        for (var i = 0; i < traded.Length; i++)
            if (population.OwnId(i).Length == 0) states[i] = Settled(states[i], traded[i], population.Firms[i], before.Months, behaviour);
        MatchEquipment(states, traded, population, behaviour.MonthsToDeliver);
        KeepLoans(states, population);
        Rescale(
            payments.AsSpan(0, LocalCircuit.Paid(before.Population.Province.Regions.Length)), population, states, traded,
            behaviour.MonthsToDeliver);
        return new([.. states], markets, payments);
    }

    private static async Task<Enterprise[]> TradeAlone(RunMaterials materials, double[] payments)
    {
        var batch = new WorldBatch(0, 0, 1, 1);
        await using var loop = new LoopExecutor();
        await loop.Begin(materials, batch, watch: false);
        var economy = materials.Economy(batch.In(materials.Plan, watch: false));
        await foreach (var month in Simulation.Months(
            materials, batch, loop, economy, materials.Plan.Start, materials.Plan.LastMonth))
            LocalCircuit.Note(payments, month.Macro.Month, economy.Closed.Totals[0], missed: 0);
        return await loop.Inspect(0);
    }

    /// <summary>A firm at its first size with the proportions it has after trading.</summary>
    /// <param name="first">As generated.</param>
    /// <param name="traded">After trading; another firm, or none, where the first has closed.</param>
    /// <param name="firm">Its attributes.</param>
    /// <param name="months">Months of trading.</param>
    /// <param name="behaviour">Behavioural parameters.</param>
    internal static Enterprise Settled(
        in Enterprise first, in Enterprise traded, in Firm firm, int months, BehaviouralParameters behaviour)
    {
        var survived = first.IsAlive && traded.IsAlive && traded.AgeMonths >= Math.Min(ushort.MaxValue, first.AgeMonths + months);
        var sales = Math.Min(traded.ExpectedSales(behaviour.MonthsToDeliver), Trade.Capacity(traded, firm, behaviour));
        // Creditors are about to close a firm with an overdraft of so many months.
        if (!survived || sales <= 0 || Fen.ToYuan(-traded.Cash) > sales * behaviour.OverdraftLimit) return first;
        var size = first.ExpectedSales(behaviour.MonthsToDeliver) / sales;
        var settled = first with
        {
            Demand = Math.Max(0, first.ExpectedSales(behaviour.MonthsToDeliver) * traded.ExpectedSales(behaviour.MonthsToDeliver) / sales
                - Fen.ToYuan(first.OrdersPublic + first.OrdersChain) / behaviour.MonthsToDeliver),
            Cash = Fen.Share(traded.Cash, size),
            Loan = Fen.Share(traded.Loan, size),
            VatCredit = Fen.Share(traded.VatCredit, size),
            LossCarried = Fen.Share(traded.LossCarried, size),
            Awareness = traded.Awareness,
            MonthsSinceRefusal = traded.MonthsSinceRefusal,
            LoanRate = traded.LoanRate,
            LoanTerm = traded.LoanTerm,
        };
        settled.Set(Standing.EverBorrowed, traded.Is(Standing.EverBorrowed));
        settled.Set(Standing.EarnsMuch, traded.Is(Standing.EarnsMuch));
        settled.BookLoanAs(traded.LentAs);
        return settled;
    }

    // Large firms are those that have grown, and lack equipment; those that have shrunk have too much. So a firm has the part of the
    // equipment its sales need that the firm of its rank by size in its industry has after trading, each with its weight.
    private static void MatchEquipment(Enterprise[] states, Enterprise[] traded, Population population, double monthsToDeliver)
    {
        for (var industry = 0; industry < Places.Industries; industry++)
        {
            var of = Enumerable.Range(0, states.Length).Where(i => (int)population.Firms[i].Industry == industry).ToArray();
            var (takers, givers) = (BySize(of, population.Initial, population, monthsToDeliver),
                BySize(of, [.. traded], population, monthsToDeliver));
            double all = takers.Sum(i => (double)population.Firms[i].Weight), given = givers.Sum(i => (double)population.Firms[i].Weight);
            double taken = 0, passed = 0;
            for (int taker = 0, giver = 0; taker < takers.Length && giver < givers.Length; taker++)
            {
                var middle = (taken + population.Firms[takers[taker]].Weight / 2.0) / all * given;
                while (giver < givers.Length - 1 && passed + population.Firms[givers[giver]].Weight < middle)
                    passed += population.Firms[givers[giver++]].Weight;
                taken += population.Firms[takers[taker]].Weight;
                var i = takers[taker];
                if (population.OwnId(i).Length > 0) continue;
                var part = Fen.ToYuan(traded[givers[giver]].FixedAssets)
                    / Needed(traded[givers[giver]], population.Firms[givers[giver]], monthsToDeliver);
                states[i].FixedAssets = Fen.FromYuan(part * Needed(states[i], population.Firms[i], monthsToDeliver));
            }
        }
    }

    // Alive and with sales, smallest first.
    private static int[] BySize(int[] of, ImmutableArray<Enterprise> states, Population population, double monthsToDeliver) =>
    [
        .. of.Where(i => states[i].IsAlive && Needed(states[i], population.Firms[i], monthsToDeliver) > 0)
            .OrderBy(i => states[i].ExpectedSales(monthsToDeliver)).ThenBy(i => i),
    ];

    // Equipment that the sales need, yuan.
    private static double Needed(in Enterprise e, in Firm firm, double monthsToDeliver) =>
        e.ExpectedSales(monthsToDeliver) * 12 / (firm.SalesToCapital * e.Capability);

    // Loans to each size class together are what the generator, and so the recipe, has them.
    private static void KeepLoans(Enterprise[] states, Population population)
    {
        var (had, has) = (new Int128[SizeClasses], new Int128[SizeClasses]);
        for (var i = 0; i < states.Length; i++)
        {
            var weight = population.Firms[i].Weight;
            had[(int)population.Initial[i].LentAs] += (Int128)population.Initial[i].Loan * weight;
            has[(int)states[i].LentAs] += (Int128)states[i].Loan * weight;
        }
        for (var i = 0; i < states.Length; i++)
        {
            var size = (int)states[i].LentAs;
            if (has[size] > 0 && population.OwnId(i).Length == 0)
                states[i].Loan = (long)(states[i].Loan * had[size] / has[size]);
        }
    }

    private static double[] MarketsOf(Population population, int regions)
    {
        var markets = new double[SharedMarkets.Count(regions)];
        for (var i = 0; i < population.Initial.Length; i++)
        {
            var firm = population.Firms[i];
            if (population.Initial[i].IsAlive)
                markets[(int)firm.Region * Places.Industries + (int)firm.Industry] += firm.Weight * population.Initial[i].Demand;
        }
        return markets;
    }

    // Payments of firms of the first size, by region.
    private static void Rescale(
        Span<double> payments, Population population, Enterprise[] states, Enterprise[] traded, double monthsToDeliver)
    {
        var regions = payments.Length / LocalCircuit.Paid(1);
        var (first, last) = (new double[regions], new double[regions]);
        for (var i = 0; i < states.Length; i++)
        {
            var firm = population.Firms[i];
            if (states[i].IsAlive) first[(int)firm.Region] += firm.Weight * population.Initial[i].ExpectedSales(monthsToDeliver);
            if (traded[i].IsAlive) last[(int)firm.Region] += firm.Weight * traded[i].ExpectedSales(monthsToDeliver);
        }
        for (var i = 0; i < payments.Length; i++)
        {
            var region = LocalCircuit.RegionOf(i);
            if (last[region] > 0) payments[i] *= first[region] / last[region];
        }
    }
}
