using System.Collections.Immutable;
using SimLab.Engine.Effects;
using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Messages;
using Xunit;

namespace SimLab.Tests.Effects;

/// <summary>A measure acts from its first month to its last, and not one month more.</summary>
[Slow]
public sealed class DatesInForceTests
{
    private static readonly Month From = Month.Of(2022, 6), Until = Month.Of(2023, 5);

    private static ImmutableArray<Engine.Scenarios.CataloguedMeasure> Measures => MeasuresAlone.Measures;

    private static readonly Lazy<Task<RunResult>> Run = new(() => MeasuresAlone.Simulate(1, 20,
        [new("none", []), .. Measures.Select(m => new ArmPlan(m.Name, [new Dose(m, 1).From(From) with { Until = Until }]))]));

    public static TheoryData<string> Names => [.. Measures.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Until_its_first_month_a_measure_is_absent_bit_for_bit_and_then_it_acts(string name)
    {
        var series = (await Run.Value).Series;
        for (var month = series.Plan.Start - 1; month < From; month += 1)
            Assert.Equal(series.Row(0, 0, month).ToArray(), series.Row(Arm(name), 0, month).ToArray());
        Assert.NotEqual(Of(series, 0), Of(series, Arm(name)));

        static long[] Of(RunSeries series, int arm) =>
            [.. Enumerable.Range(0, Until - From + 1).SelectMany(i => series.Row(arm, 0, From + i).ToArray())];
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_measure_costs_something_while_in_force_and_nothing_after_it(string name)
    {
        var series = (await Run.Value).Series;
        var measure = Measures[Arm(name) - 1].Id;
        Assert.True(series.Cost(Arm(name), 0, From, Until, measure) > 0);
        // The support that was promised to firms in the last month is paid in the next, and nothing else.
        Assert.Equal(
            series.Value(Arm(name), 0, Until + 1, Indicator.SupportPaid),
            series.Cost(Arm(name), 0, Until + 1, Until + 1, measure));
        Assert.Equal(0, series.Cost(Arm(name), 0, Until + 2, series.Plan.LastMonth, measure));
    }

    [Fact]
    public async Task Nothing_is_booked_under_another_measure()
    {
        var series = (await Run.Value).Series;
        for (var arm = 0; arm < series.Plan.Arms.Length; arm++)
            foreach (var measure in series.Measures.Ids)
                if (arm == 0 || measure != Measures[arm - 1].Id)
                    Assert.Equal(0, series.Cost(arm, 0, series.Plan.Start, series.Plan.LastMonth, measure));
    }

    private static int Arm(string name) => 1 + Measures.ToList().FindIndex(m => m.Name == name);
}
