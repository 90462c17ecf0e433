using System.Collections.Immutable;
using SimLab.Engine.Calibration.Trials;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Chance;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Calibration.Trials;

/// <summary>A trial treats the firms drawn and no other, and leaves all else as in its twin.</summary>
[Slow]
public sealed class TrialTests
{
    private static Task<TrialResult> Run(EffectTrial trial) => SmallTrial.Runner.Run(trial, TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_treatment_of_nothing_changes_nothing()
    {
        var result = await Run(SmallTrial.Trial(
            "small_and_micro", "sales", [SmallTrial.With("ProcurementSupport", "equipmentSupport", 0.0)]));
        Assert.True(result.Treated > 0 && result.Controls > 0);
        Assert.True(result.Estimates[0].Ours!.IsNone);
        Assert.True(result.Estimates[0].AgainstControls!.IsNone);
    }

    [Fact]
    public async Task Support_that_is_assigned_lowers_the_price_of_every_treated_firm_and_that_which_is_claimed_of_few()
    {
        ImmutableArray<Measure> support = [SmallTrial.With("ProcurementSupport", "equipmentSupport", 0.15)];
        var assigned = await Run(SmallTrial.Trial("industrial_smes", "investment", support));
        var claimed = await Run(SmallTrial.Trial("industrial_smes", "unclaimed_support", support, assigned: false, months: 3));
        var paid = await Run(SmallTrial.Trial("industrial_smes", "unclaimed_support", support, months: 3));
        Assert.True(assigned.Estimates[0].Ours!.Mean > 0);
        Assert.InRange(claimed.Estimates[0].Ours!.Mean, 0.5, 1);
        Assert.InRange(paid.Estimates[0].Ours!.Mean, -0.01, 0.05);
    }

    [Fact]
    public async Task The_price_of_equipment_falls_by_the_support()
    {
        var trial = SmallTrial.Trial(
            "industrial_smes", "investment_to_price", [SmallTrial.With("ProcurementSupport", "equipmentSupport", 0.15)]);
        var groups = await Groups(trial);
        for (var replicate = 0; replicate < SmallTrial.Replicates; replicate++)
            Assert.Equal(Math.Log(0.85), groups.LogPrice(0, replicate), 6);
    }

    [Fact]
    public async Task A_refused_loan_is_granted_once_to_those_treated()
    {
        var trial = SmallTrial.Trial("refused_smes", "lending_not_had_otherwise", [], TrialAward.RefusedLoan, months: 1);
        var groups = await Groups(trial);
        Assert.All(groups.Awarded, awarded => Assert.True(awarded > 0));
        // In the first month no other loan is granted to a firm whose answer was a refusal.
        Assert.Equal(1, (await Run(trial)).Estimates[0].Ours!.Mean, 9);
    }

    [Fact]
    public async Task Groups_hold_half_of_the_eligible_each_and_differ_between_replicates()
    {
        var groups = await Groups(SmallTrial.Trial("small_and_micro", "sales", []));
        foreach (var firms in groups.Firms) Assert.InRange(firms[0] / (double)firms.Sum(), 0.45, 0.55);
        Assert.NotEqual(groups.Of[0], groups.Of[1]);
    }

    [Fact]
    public async Task A_small_share_is_treated_where_the_trial_says_so()
    {
        var groups = await Groups(SmallTrial.Trial("small_and_micro", "sales", []) with { Share = 0.1 });
        foreach (var firms in groups.Firms) Assert.InRange(firms[0] / (double)firms.Sum(), 0.05, 0.15);
    }

    [Fact]
    public async Task Firms_that_move_to_the_cloud_sell_more()
    {
        var trial = SmallTrial.Trial("smes_off_the_cloud", "sales", [SmallTrial.With("Digitalise", "othersToCloud", 0.5)], months: 8);
        Assert.InRange((await Run(trial)).Estimates[0].Ours!.Mean, 0.05, 5);
    }

    [Fact]
    public async Task More_firms_bid_where_lots_are_reserved_and_as_many_where_nothing_changes()
    {
        EffectTrial Of(double reserved) => SmallTrial.Trial(
            "bidders_for_large_works", "bids_of_smes", [SmallTrial.With("ProcurementSupport", "worksReserve", reserved)], months: 12);
        Assert.Equal(1, (await Run(Of(0))).Estimates[0].Ours!.Mean);
        Assert.True((await Run(Of(1))).Estimates[0].Ours!.Mean > 1);
    }

    /// <summary>Banks refuse small firms more often than medium ones, and large ones hardly ever; so they do in the first months.</summary>
    [Fact]
    public async Task The_smaller_a_firm_the_oftener_a_bank_refuses_it()
    {
        var answers = new Dictionary<SizeClass, (int All, int Refused)>();
        for (var months = 1; months <= 6; months++)
        {
            var plan = RunPlan.Of(SmallTrial.Order.Scenario, SmallProvince.Plan.Population) with { Replicates = 8, Months = months };
            await using var executor = new LoopExecutor();
            var state = await Simulation.SimulatePrefix(
                new(plan, SmallProvince.Materials().Population), executor, plan.LastMonth, cancel: TestContext.Current.CancellationToken);
            foreach (var answer in state.Snapshot.Districts.SelectMany(district => district.Settlements).SelectMany(market => market.All))
            {
                if (answer.Kind is not (SettlementKind.LoanGranted or SettlementKind.LoanRefused)) continue;
                var (all, refused) = answers.GetValueOrDefault((SizeClass)answer.Which);
                answers[(SizeClass)answer.Which] = (all + 1, refused + (answer.Kind == SettlementKind.LoanRefused ? 1 : 0));
            }
        }
        double Share(SizeClass size) => answers[size].Refused / (double)answers[size].All;
        Assert.True(Share(SizeClass.Micro) > Share(SizeClass.Medium), string.Join(' ', answers));
        Assert.True(Share(SizeClass.Small) > Share(SizeClass.Medium), string.Join(' ', answers));
    }

    [Fact]
    public async Task The_tally_of_both_groups_is_that_of_the_province_when_all_are_eligible()
    {
        var everybody = SmallTrial.Trial("small_and_micro", "sales", [], months: 1) with
        {
            Eligible = new("everybody", "everybody", static (in _, _) => true),
        };
        var (_, tally, series) = await Observed(everybody);
        for (var replicate = 0; replicate < SmallTrial.Replicates; replicate++)
        {
            var sum = tally.Value(0, 0, replicate, TrialGroup.Treated, Indicator.Sales)
                + tally.Value(0, 0, replicate, TrialGroup.Controls, Indicator.Sales);
            Assert.Equal(series.Value(0, replicate, SmallTrial.From, Indicator.Sales), sum);
        }
    }

    [Fact]
    public async Task Grains_and_the_loop_run_a_trial_to_the_same_hash()
    {
        var firms = SmallProvince.Materials().Population.Firms.Length;
        ImmutableArray<bool> half = [.. Enumerable.Range(0, firms).Select(firm => firm % 2 == 0)];
        RunPlan With(RunPlan plan) => plan with
        {
            Months = 3,
            Replicates = 1,
            Arms = [plan.Arms[0], plan.Arms[0] with
            {
                Measures = [SmallTrial.With("ProcurementSupport", "equipmentSupport", 0.15)],
                Later = [],
                Trial = new Trial(plan.Arms[0].Measures, [half], Assigned: true),
            }],
        };
        var loop = await SmallProvince.Simulate(SmallProvince.Materials(With), new LoopExecutor());
        var grains = await SmallProvince.Simulate(SmallProvince.Materials(With), await SmallProvince.Grains());
        Assert.Equal(loop.WorldHashes, grains.WorldHashes);
        Assert.NotEqual(loop.WorldHashes[0], loop.WorldHashes[1]);
    }

    [Fact]
    public void A_draw_of_a_group_is_no_other_draw()
    {
        var key = RandomKey.Of(7, 0);
        var draws = new Draws(key, 3, Month.Of(2023, 3));
        var assignment = Draws.Assignment(key, 3);
        Assert.NotEqual(assignment, Draws.Assignment(key, 4));
        Assert.NotEqual(assignment, Draws.Assignment(RandomKey.Of(7, 1), 3));
        foreach (var purpose in Enum.GetValues<DrawId>()) Assert.NotEqual(assignment, draws.Uniform(purpose));
        Assert.NotEqual(assignment, Draws.FirmEffect(FirmEffectId.OfModel(FirmEffectId.FirstOfModel), key, 3));
    }

    private static async Task<TrialGroups> Groups(EffectTrial trial) => (await Observed(trial)).Groups;

    private static async Task<(TrialGroups Groups, TrialTally Tally, RunSeries Series)> Observed(EffectTrial trial)
    {
        var order = SmallTrial.Order;
        var plan = RunPlan.Of(order.Scenario, SmallProvince.Plan.Population) with
        {
            Arms = [new("law", order.Scenario.Measures)],
            Replicates = SmallTrial.Replicates,
            Months = SmallTrial.From - order.Scenario.Start,
        };
        var firms = SmallProvince.Materials().Population;
        await using var executor = new LoopExecutor();
        var before = await Simulation.SimulatePrefix(
            new(plan, firms), executor, SmallTrial.From - 1, cancel: TestContext.Current.CancellationToken);
        var groups = new TrialGroups(trial, new(plan, firms), before.Snapshot);
        var tally = new TrialTally(groups, null, SmallTrial.From, trial.Months);
        await using var observed = new LoopExecutor(observer: tally);
        var run = await Simulation.Run(
            new(plan with { Arms = [plan.Arms[0], plan.Arms[0]], Months = plan.Months + trial.Months }, firms), observed, 1L << 30,
            prefix: before, cancel: TestContext.Current.CancellationToken);
        return (groups, tally, run.Series);
    }
}
