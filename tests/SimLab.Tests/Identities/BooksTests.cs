using CsCheck;
using SimLab.Engine.Execution;
using SimLab.Model.Messages;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Identities;

/// <summary>Money, loans, claims and orders add up in every world and month: <see cref="Books"/> throws when they do not.</summary>
[Slow]
public sealed class BooksTests
{
    // Behaviour at the edges of its ranges: many exits and refusals, late payment, no credit, a flood of orders.
    private static readonly Gen<(
        ulong Seed, double Exit, double Entry, double Late, double Chain, double Credit, double Overdraft, long Budget)> Worlds =
        Gen.Select(Gen.ULong, Gen.Double[0, 0.4], Gen.Double[0, 0.4], Gen.Double[0, 1], Gen.Double[0, 0.5], Gen.Double[-0.1, 0.4],
            Gen.Double[0.5, 6], Gen.Long[0, 3_000_000]);

    [Fact]
    public Task The_books_balance_in_random_worlds_to_the_fen() => Worlds.SampleAsync(async w =>
    {
        var grown = SmallProvince.Materials();
        var materials = new RunMaterials(Changed(grown.Plan), grown.Population);
        RunPlan Changed(RunPlan plan) => plan with
        {
            Seed = w.Seed,
            Months = 14,
            Replicates = 1,
            Behaviour = plan.Behaviour with
            {
                ExitRate = w.Exit,
                EntryRate = w.Entry,
                PublicPaysOnTime = w.Late,
                FirstTierPays = Math.Max(0.05, w.Late),
                PassedOn = 1 - w.Late,
                FirstTierBuysLocally = w.Chain,
                LeadersBuyLocally = w.Chain,
                OverdraftLimit = w.Overdraft,
            },
            Macro = plan.Macro with { BankCreditGrowth = Model.YearPath.Of((2022, w.Credit)) },
            Arms = [.. plan.Arms.Select(arm =>
                arm with { Measures = [.. arm.Measures.Select(m => m with { From = null, BudgetPerYear = w.Budget })] })],
        };
        var result = await SmallProvince.Simulate(materials, new LoopExecutor());        // throws where an account does not balance
        Assert.True(result.Series.Sum(0, 0, materials.Plan.Start, materials.Plan.LastMonth, Indicator.Sales) > 0);
    }, iter: 12, threads: 1);

    [Fact]
    public async Task Every_account_of_the_notice_moves_and_ends_as_its_flows_say()
    {
        var result = await SmallProvince.Reference;
        var plan = result.Materials.Plan;
        var zero = result.Series.Row(1, 0, plan.Start - 1);
        long Sum(Indicator flow) => result.Series.Sum(1, 0, plan.Start, plan.LastMonth, flow);
        long Now(Indicator stock) => result.Series.Value(1, 0, plan.LastMonth, stock);

        Assert.Equal(Now(Indicator.LoansOwed),
            zero[(int)Indicator.LoansOwed] + Sum(Indicator.LoansGranted) - Sum(Indicator.Principal) - Sum(Indicator.LoansWrittenOff));
        Assert.Equal(Sum(Indicator.ChainOrdersPlaced), Sum(Indicator.ChainOrdersWon));
        Assert.All(
            new[] { Indicator.LoansGranted, Indicator.LoansWrittenOff, Indicator.ChainOrdersWon, Indicator.PublicPaid,
                Indicator.SupportPaid, Indicator.EquityIn, Indicator.EquityRaised, Indicator.Liquidated, Indicator.FeesPaid },
            flow => Assert.NotEqual(0, Sum(flow)));
    }

    [Fact]
    public async Task Suppliers_lose_what_customers_that_fail_owe_them()
    {
        // Half a month of costs overdrawn is the end here, and suppliers are paid last.
        var grown = SmallProvince.Materials();
        var run = await SmallProvince.Simulate(new(grown.Plan with
        {
            Replicates = 1,
            Arms = [grown.Plan.Arms[0]],
            Behaviour = grown.Plan.Behaviour with { OverdraftLimit = 0.5, PassedOn = 1, FirstTierBuysLocally = 0.3 },
        }, grown.Population), new LoopExecutor());
        var plan = run.Materials.Plan;
        long Sum(Indicator flow) => run.Series.Sum(0, 0, plan.Start, plan.LastMonth, flow);
        Assert.True(Sum(Indicator.ChainDebtsDefaulted) > 0);
        // Estates lost a part too; and of a last payment some fen could not be divided.
        Assert.InRange(
            Sum(Indicator.ChainClaimsLost), Sum(Indicator.ChainDebtsDefaulted) / 2,
            Sum(Indicator.ChainDebtsDefaulted) + 10 * Model.Fen.PerYuan);
    }

    [Fact]
    public void An_account_that_is_a_fen_off_is_a_bug_and_says_which()
    {
        var before = new long[Indicators.Count];
        var now = new long[Indicators.Count];
        now[(int)Indicator.LoansOwed] = 1;
        var bug = Assert.Throws<InvalidOperationException>(() =>
            Books.Check(Model.Month.Of(2023, 5), before, now, default, "arm 0, replicate 3"));
        Assert.Contains("2023-05, arm 0, replicate 3: loans should be 0 fen and are 1", bug.Message, StringComparison.Ordinal);
    }
}
