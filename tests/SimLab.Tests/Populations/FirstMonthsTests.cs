using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Model.Messages;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Populations;

/// <summary>Month zero is near a steady state: what is owed and overdue does not jump when the run begins.</summary>
[Slow]
public sealed class FirstMonthsTests(ITestOutputHelper output)
{
    private static readonly Lazy<Task<RunResult>> Run = new(() =>
    {
        var scenario = ScenarioFile.Read(Repository.File("scenarios", "provinces", "gansu", "baseline-2023.yaml"), MeasureCatalog.Default);
        return SmallProvince.Simulate(
            new(RunPlan.Of(scenario with { Months = 12, Replicates = 1 }, GansuPopulation.Recipe)), new LoopExecutor());
    });

    [Theory]
    [InlineData(Indicator.PublicOwes, 0.05)]
    [InlineData(Indicator.PublicArrears, 0.05)]
    [InlineData(Indicator.PublicLateOverYear, 0.05)]
    [InlineData(Indicator.LargeOwes, 0.15)]
    [InlineData(Indicator.LargeArrears, 0.15)]
    [InlineData(Indicator.FirstTierOwes, 0.15)]
    [InlineData(Indicator.FirstTierArrears, 0.15)]
    public async Task In_the_first_year_it_stays_near_month_zero_and_moves_little_in_a_month(Indicator stock, double near)
    {
        var totals = (await Run.Value).Series;
        var plan = totals.Plan;
        double[] series = [.. Enumerable.Range(-1, plan.Months + 1).Select(i => totals.Value(0, 0, plan.Start + i, stock) / 1e10)];
        output.WriteLine(string.Join(" ", series.Select(x => $"{x:F2}")));
        Assert.All(series, value => Assert.InRange(value / series[0], 1 - near, 1 + near));
        Assert.All(series.Zip(series.Skip(1)), pair => Assert.InRange(pair.Second / pair.First, 0.94, 1.06));
    }
}
