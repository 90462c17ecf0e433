using SimLab.Engine.Execution;
using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Populations;
using SimLab.Model.Enterprises;
using SimLab.Model.Populations;
using Xunit;

namespace SimLab.Tests.Experiments;

/// <summary>About 2,000 weighted enterprises stand for the same province.</summary>
[Slow]
public sealed class ReducedPopulationTests
{
    private static readonly PopulationRecipe Recipe = PopulationFile.Read(SmallExperiment.Notice.Population).Recipe;
    private static readonly Lazy<Population> Whole = new(() => PopulationGenerator.Generate(Recipe, 7)),
        Reduced = new(() => PopulationGenerator.Generate(Recipe with { Reduced = 2_000 }, 7));

    [Fact]
    public void Totals_are_kept_within_a_few_per_cent()
    {
        Assert.InRange(Reduced.Value.Firms.Length, 1_900, 2_100);
        Assert.All(PopulationTotals.Off(Whole.Value, Reduced.Value), total =>
            Assert.True(Math.Abs(total.Off) < 0.05, $"{total.Total} is off by {total.Off:P1}"));
    }

    [Fact]
    public void The_number_of_firms_and_of_large_firms_is_exact()
    {
        Assert.Equal(Whole.Value.Firms.Sum(f => (long)f.Weight), Reduced.Value.Firms.Sum(f => (long)f.Weight));
        Assert.Equal(Whole.Value.Firms.Count(f => f.LeadsChain), Reduced.Value.Firms.Count(f => f.LeadsChain));
        Assert.All(Reduced.Value.Firms, firm => Assert.True(!firm.LeadsChain || firm.Weight == 1));
    }

    [Fact]
    public void Links_are_whole_and_every_debtor_stands_for_itself()
    {
        var firms = Reduced.Value.Firms;
        Assert.All(firms, (firm, i) => Assert.Equal(i, firm.Id));
        Assert.Contains(firms, f => f.Tier == Tier.Second);
        Assert.All(firms.Where(f => f.Tier is Tier.First or Tier.Second), f =>
        {
            var customer = firms[f.Customer];
            Assert.Equal((1, f.Chain, f.Tier == Tier.First ? Tier.Leader : Tier.First), (customer.Weight, customer.Chain, customer.Tier));
        });
    }

    [Fact]
    public void It_is_the_same_every_time() =>
        Assert.Equal(
            SimLab.Engine.Execution.Grains.RunCache.PrintOf(Reduced.Value),
            SimLab.Engine.Execution.Grains.RunCache.PrintOf(PopulationGenerator.Generate(Recipe with { Reduced = 2_000 }, 7)));

    [Fact]
    public async Task Its_books_balance_in_every_month()
    {
        var frame = SmallExperiment.Of(new Compare()).Frame(Recipe with { Reduced = 2_000 }, Reduced.Value);
        var run = await Simulation.Run(
            frame.Of([Experiment.Arm(SmallExperiment.Notice, "notice")], 1), new LoopExecutor(), long.MaxValue,
            cancel: TestContext.Current.CancellationToken);
        Assert.Equal(16, run.Materials.Plan.Months);                              // Books.Check throws where they do not
    }

    [Fact]
    public void Too_few_to_have_one_of_each_class_are_refused_with_the_number_that_will_do()
    {
        var refusal = Assert.Throws<PopulationMismatchException>(() => PopulationGenerator.Generate(Recipe with { Reduced = 50 }, 7));
        Assert.Contains("50 enterprises are too few for a reduced population", refusal.Message, StringComparison.Ordinal);
    }
}
