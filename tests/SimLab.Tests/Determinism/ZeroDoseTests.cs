using System.Globalization;
using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Determinism;

/// <summary>A measure with every lever at zero is a measure that is not there.</summary>
[Slow]
public sealed class ZeroDoseTests
{
    public static TheoryData<string> Measures => [.. MeasureCatalog.Default.Measures.Select(m => m.Name)];

    // One run with an arm for each.
    private static readonly Lazy<Task<RunResult>> Zeros = new(() => SmallProvince.Simulate(
        SmallProvince.Materials(plan =>
            plan with
            {
                Replicates = 1,
                Arms = [new("absent", []), .. MeasureCatalog.Default.Measures.Select(m => new ArmPlan(m.Name, [AtZero(m)]))]
            }),
        new LoopExecutor()));

    [Theory]
    [MemberData(nameof(Measures))]
    public async Task A_measure_at_zero_dose_is_an_absent_measure_bit_for_bit(string name)
    {
        var run = await Zeros.Value;
        var arm = 1 + MeasureCatalog.Default.Measures.ToList().FindIndex(m => m.Name == name);
        Assert.Equal(run.WorldHashes[0], run.WorldHashes[arm]);
    }

    [Fact]
    public async Task All_measures_at_zero_dose_together_beside_the_real_ones_change_nothing()
    {
        var zeros = MeasureCatalog.Default.Measures.Select(AtZero);
        var reference = await SmallProvince.Reference;
        var run = await SmallProvince.Simulate(
            SmallProvince.Materials(plan =>
                plan with { Arms = [.. plan.Arms.Select(arm => arm with { Measures = [.. arm.Measures, .. zeros] })] }),
                new LoopExecutor());
        Assert.Equal(reference.WorldHashes, run.WorldHashes);
    }

    [Fact]
    public async Task Measures_as_written_do_change_something()
    {
        var reference = await SmallProvince.Reference;
        Assert.Empty(reference.WorldHashes[..SmallProvince.Replicates].Intersect(reference.WorldHashes[SmallProvince.Replicates..]));
    }

    internal static Measure AtZero(CataloguedMeasure catalogued)
    {
        var measure = catalogued.AsWritten();
        foreach (var lever in catalogued.Levers)
            lever.Property.SetValue(
                measure, lever.Type == typeof(YearPath) ? YearPath.Of((2000, 0))
                : Convert.ChangeType(0, lever.Type, CultureInfo.InvariantCulture));
        return measure;
    }
}
