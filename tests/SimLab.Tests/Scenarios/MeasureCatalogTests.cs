using SimLab.Engine.Scenarios;
using SimLab.Model.Economy;
using SimLab.Model.Policies;
using Xunit;

namespace SimLab.Tests.Scenarios;

[Fast]
public sealed class MeasureCatalogTests
{
    public abstract record NotAMeasureYet : Measure;

    [Fact]
    public void A_measure_in_another_assembly_appears_with_its_levers_and_nothing_else_touched()
    {
        var rewards = ScenarioFolder.Catalog.Find("SampleRewards")!;
        Assert.Equal(901, rewards.Clause.Number);
        Assert.Equal(
            ["provincialReward", "paperworkLeft", "coachingGain", "largestList", "paidTwice", "budgetPerYear"],
            rewards.Levers.Select(l => l.Name));
        var reward = rewards.Lever("provincialReward")!;
        Assert.Equal(
            ("yuan", 0.0, 2_000_000.0, "clause 9: 每户奖励30万元", (object)300_000.0),
            (reward.Unit, reward.Min, reward.Max, reward.Source, reward.Default));
        Assert.Equal(new SampleRewards(), rewards.AsWritten());
    }

    [Fact]
    public void Measures_are_ordered_by_clause_and_abstract_ones_are_none()
    {
        var measures = ScenarioFolder.Catalog.Measures;
        Assert.Equal(measures.Select(m => m.Clause.Number).Order(), measures.Select(m => m.Clause.Number));
        Assert.DoesNotContain(measures, m => m.Name == nameof(NotAMeasureYet));
    }

    [Fact]
    public void The_default_catalog_holds_the_measures_of_the_model_only()
    {
        Assert.Null(MeasureCatalog.Default.Find("SampleRewards"));
        Assert.All(MeasureCatalog.Default.Measures, m => Assert.Equal(typeof(Measure).Assembly, m.Type.Assembly));
    }

    [Fact]
    public void What_a_measure_a_habit_or_a_path_says_by_default_is_within_its_own_range()
    {
        foreach (var parameter in ScenarioFolder.Catalog.Measures.SelectMany(m => m.Levers)
            .Concat(Parameter.Of(new BehaviouralParameters()))
            .Where(d => d.Type != typeof(bool) && d.Type != typeof(SimLab.Model.YearPath)))
            Assert.InRange(
                Convert.ToDouble(parameter.Default, System.Globalization.CultureInfo.InvariantCulture), parameter.Min, parameter.Max);
        foreach (var parameter in Parameter.Of(new Macro()).Where(d => d.Type == typeof(SimLab.Model.YearPath)))
            Assert.All(((SimLab.Model.YearPath)parameter.Default).ByYear.Values, value =>
                Assert.InRange(value, parameter.Min, parameter.Max));
    }
}
