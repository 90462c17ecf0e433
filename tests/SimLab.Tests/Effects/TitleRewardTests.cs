using System.Collections.Immutable;
using SimLab.Engine.Effects;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Messages;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Effects;

/// <summary>Firms work for 省级专精特新: a higher reward brings more of them, with a lag, and none to the batch before the notice.</summary>
[Slow]
public sealed class TitleRewardTests(ITestOutputHelper output)
{
    private const int Replicates = 12, Months = 48;

    private static readonly ImmutableArray<long> Rewards = [0, 300_000, 2_000_000];

    // Arm 0 has no measure; the others have clause 9 alone, each with another reward.
    private static readonly Lazy<Task<RunResult>> Run = new(() => MeasuresAlone.Simulate(Replicates, Months,
    [
        new("none", []),
        .. Rewards.Select(reward => new ArmPlan(
            $"{reward} yuan", [new CultivateSpecialisedSmes { From = MeasuresAlone.From, ProvincialReward = reward }])),
    ]));

    [Fact]
    public async Task The_batch_whose_files_were_in_before_the_notice_is_the_same_in_all_arms()
    {
        var run = await Run.Value;
        foreach (var indicator in new[] { Indicator.FilesSpecialised, Indicator.NewSpecialised })
            for (var replicate = 0; replicate < Replicates; replicate++)
            {
                var without = run.Series.Sum(0, replicate, Month.Of(2023, 1), Month.Of(2023, 12), indicator);
                Assert.True(without > 0);
                for (var arm = 1; arm <= Rewards.Length; arm++)
                    Assert.Equal(without, run.Series.Sum(arm, replicate, Month.Of(2023, 1), Month.Of(2023, 12), indicator));
            }
    }

    [Fact]
    public async Task Each_higher_reward_brings_more_titles_by_more_than_noise()
    {
        var run = await Run.Value;
        for (var arm = 2; arm <= Rewards.Length; arm++)
        {
            var more = Less(run, arm, arm - 1, Month.Of(2024, 1), Month.Of(2025, 12));
            Assert.True(more.IsClear && more.Mean > 0, $"{Rewards[arm - 1]} yuan: {MeasuresAlone.Shown(more)}");
        }
    }

    [Fact]
    public async Task A_reward_works_with_a_lag_because_firms_first_build_up_what_they_lack()
    {
        var run = await Run.Value;
        var first = Less(run, Rewards.Length, 1, Month.Of(2024, 1), Month.Of(2024, 12));
        var second = Less(run, Rewards.Length, 1, Month.Of(2025, 1), Month.Of(2025, 12));
        Assert.True(second.Mean > first.Mean, $"{MeasuresAlone.Shown(first)}, then {MeasuresAlone.Shown(second)}");
    }

    [Fact]
    public async Task Firms_pay_for_what_they_build_up()
    {
        var run = await Run.Value;
        Gauge spent = (c, arm, r) => c.Sum(arm, r, MeasuresAlone.From, c.Plan.LastMonth, Indicator.TitleWorkCosts) / (double)Fen.PerYuan;
        var more = new SimulatedArm(run.Series, Rewards.Length).Less(new(run.Series, 1), spent)!;
        Assert.True(more.IsClear && more.Mean > 0, MeasuresAlone.Shown(more));
    }

    private Engine.Statistics.PairedDifference Less(RunResult run, int arm, int other, Month first, Month last)
    {
        Gauge titles = (c, a, r) => c.Sum(a, r, first, last, Indicator.NewSpecialised);
        var difference = new SimulatedArm(run.Series, arm).Less(new(run.Series, other), titles)!;
        output.WriteLine($"{first}..{last}, {Rewards[arm - 1]} less {Rewards[other - 1]} yuan: {MeasuresAlone.Shown(difference)}");
        return difference;
    }
}
