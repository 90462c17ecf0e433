using SimLab.Engine.Distribution;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Messages;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Distribution;

/// <summary>A small province under the notice, beside the law in force: the public money followed firm by firm.</summary>
[Slow]
public sealed class IncidenceTests
{
    private static readonly Lazy<Task<(RunResult Run, Incidence Result)>> Followed = new(() => Follow(new LoopExecutor()));

    [Fact]
    public async Task The_groups_of_each_grouping_add_up_to_the_cost_of_every_measure_to_the_fen()
    {
        var (run, result) = await Followed.Value;
        var plan = run.Materials.Plan;
        Assert.True(result.Measures.Length >= 15, "Most measures of the notice cost something.");
        foreach (var id in run.Series.Measures.Ids)
        {
            var measure = result.Measures.FirstOrDefault(m => m.Id == id);
            foreach (var by in Enum.GetValues<FirmGrouping>())
            {
                var received = result.By(by).SelectMany(group => group.Received).Where(money => money.Id == id).ToList();
                Assert.Equal(Cost(0, id), ToFen(received.Sum(money => money.Baseline) + (measure?.ElsewhereBaseline ?? 0)));
                Assert.Equal(Cost(1, id), ToFen(received.Sum(money => money.Policy) + (measure?.Elsewhere ?? 0)));
            }
        }

        long Cost(int arm, Model.Policies.MeasureId id) => Enumerable.Range(0, result.Replicates)
            .Sum(replicate => run.Series.Cost(arm, replicate, plan.Start, plan.LastMonth, id));

        long ToFen(double yuan) => (long)Math.Round(yuan * Fen.PerYuan * result.Replicates);
    }

    [Fact]
    public async Task Jobs_and_loans_of_the_groups_add_up_to_those_of_the_province()
    {
        var (run, result) = await Followed.Value;
        foreach (var by in Enum.GetValues<FirmGrouping>())
        {
            Same(result.By(by).Sum(group => group.Jobs!.Baseline), 0, Indicator.Staff, 1);
            Same(result.By(by).Sum(group => group.Jobs!.Policy), 1, Indicator.Staff, 1);
            Same(result.By(by).Sum(group => group.Loans!.Baseline), 0, Indicator.LoansOwed, Fen.PerYuan);
            Same(result.By(by).Sum(group => group.Loans!.Policy), 1, Indicator.LoansOwed, Fen.PerYuan);
        }

        void Same(double mean, int arm, Indicator stock, double unit) => Assert.Equal(
            Enumerable.Range(0, result.Replicates).Sum(replicate => run.Series.Value(arm, replicate, run.Materials.Plan.LastMonth, stock)),
            (long)Math.Round(mean * unit * result.Replicates));
    }

    [Fact]
    public async Task There_are_winners_and_losers_and_what_is_won_less_what_is_lost_is_the_difference()
    {
        var (_, result) = await Followed.Value;
        Assert.True(result.All.Sales is { Winners: > 0, Losers: > 0 });
        Assert.All(result.Groups, group => Assert.All([group.Sales!, group.Jobs!, group.Loans!], moved =>
        {
            Assert.InRange(moved.Won - moved.Lost, moved.Difference - 0.01, moved.Difference + 0.01);
            Assert.InRange(moved.Winners + moved.Losers, 0, group.Firms);
        }));
        Assert.InRange(result.Deadweight!.Value, 0.01, 0.99);
    }

    [Fact]
    public async Task Grains_follow_the_money_as_the_loop_does()
    {
        var (run, result) = await Followed.Value;
        var (byGrains, same) = await Follow(await SmallProvince.Grains());
        Assert.Equal(run.Hash, byGrains.Hash);
        AssertSame(result, same);
    }

    [Fact]
    public async Task The_number_of_batches_changes_nothing()
    {
        var (_, result) = await Followed.Value;
        AssertSame(result, (await Follow(new LoopExecutor(), replicatesPerBatch: 1)).Result);
    }

    [Theory]
    [InlineData(32, 27_000, 4)]
    [InlineData(3, 27_000, 3)]
    [InlineData(32, 718_000, 1)]
    public void The_money_is_followed_in_four_replicates_and_in_one_where_the_firms_are_many(int replicates, int slots, int expected) =>
        Assert.Equal(expected, WorldBatch.SupportReplicates(replicates, slots));

    private static async Task<(RunResult Run, Incidence Result)> Follow(IExecutor executor, int replicatesPerBatch = int.MaxValue)
    {
        var materials = SmallProvince.Materials();
        var recorder = new IncidenceRecorder(materials);
        var run = await SmallProvince.Simulate(materials, executor, replicatesPerBatch, recorder);
        return (run, recorder.Result());
    }

    private static void AssertSame(Incidence one, Incidence other)
    {
        Assert.Equal(one.Measures, other.Measures);
        Assert.Equal(
            one.Groups.Select(group => group with { Received = [] }), other.Groups.Select(group => group with { Received = [] }));
        Assert.Equal(one.Groups.SelectMany(group => group.Received), other.Groups.SelectMany(group => group.Received));
    }
}
