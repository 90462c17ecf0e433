using SimLab.Engine.Scenarios;
using SimLab.Engine.Scenarios.Stacking;
using SimLab.Model.Policies;
using SimLab.Tests.Experiments;
using Xunit;

namespace SimLab.Tests.Scenarios;

[Fast]
public sealed class StackTests : IDisposable
{
    private readonly TemporaryFolder _place = new();

    public StackTests()
    {
        _place.Write("base.yaml", $$"""
            name: Base
            start: 2022-01
            months: 24
            population: {{Repository.File("scenarios", "provinces", "gansu", "population.yaml")}}
            behaviour:
              readinessToAsk: 0.4
            measures:
              CultivateSpecialisedSmes: { provincialReward: 300000, nationalReward: 500000 }
              FinancialSupport: {}

            """);
        _place.Write(
            "rewards.yaml", "name: Rewards\nextends: base.yaml\nmeasures:\n  CultivateSpecialisedSmes: { provincialReward: 60万元 }\n");
        _place.Write("bold.yaml", "name: Bold\nextends: base.yaml\nbehaviour:\n  readinessToAsk: 0.6\n");
        _place.Write(
            "higher.yaml", "name: Higher\nextends: base.yaml\nmeasures:\n  CultivateSpecialisedSmes:\n    provincialReward: 800000\n");
        _place.Write(
            "same.yaml", "name: Same\nextends: base.yaml\nmeasures:\n  CultivateSpecialisedSmes: { provincialReward: 600000 yuan }\n");
        _place.Write("without.yaml", "name: Without\nextends: base.yaml\nmeasures:\n  CultivateSpecialisedSmes: off\n");
    }

    public void Dispose() => _place.Dispose();

    private string Text(string[] files, params StackedScenario[] taken) =>
        Stack.Of([.. files.Select(_place.In)], taken, MeasureCatalog.Default).Write(_place.In("stack.yaml"));

    private Scenario Read(string[] files, params StackedScenario[] taken) =>
        ScenarioFile.Read(_place.Write("stack.yaml", Text(files, taken)), MeasureCatalog.Default);

    private ScenarioException Refused(string[] files, params StackedScenario[] taken) =>
        Assert.Throws<ScenarioException>(() => Text(files, taken));

    private static CultivateSpecialisedSmes Cultivate(Scenario scenario) => scenario.Measures.OfType<CultivateSpecialisedSmes>().Single();

    [Theory]
    [InlineData("rewards.yaml", "bold.yaml")]
    [InlineData("bold.yaml", "rewards.yaml")]
    public void What_each_changes_is_in_the_stack_in_whatever_order(string first, string second)
    {
        var stack = Read([first, second]);
        Assert.Equal(
            (600_000, 500_000, 0.6),
            (Convert.ToInt32(Cultivate(stack).ProvincialReward), Convert.ToInt32(Cultivate(stack).NationalReward),
            stack.Behaviour.ReadinessToAsk));
        Assert.Equal(2, stack.Measures.Length);
    }

    [Fact]
    public void The_file_says_where_each_number_comes_from_and_inherits_the_rest()
    {
        var text = Text(["rewards.yaml", "bold.yaml"]);
        Assert.Contains("extends: \"base.yaml\"", text, StringComparison.Ordinal);
        Assert.Contains("provincialReward: 600000    # yuan; rewards.yaml:4", text, StringComparison.Ordinal);
        Assert.Contains("; bold.yaml:4", text, StringComparison.Ordinal);
        Assert.DoesNotContain("nationalReward", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_values_for_one_lever_are_a_contradiction_with_both_lines_and_the_way_out()
    {
        foreach (var files in (string[][])[["rewards.yaml", "higher.yaml"], ["higher.yaml", "rewards.yaml"]])
        {
            var message = Assert.Single(Refused(files).Problems).ToString();
            foreach (var words in (string[])[
                "rewards.yaml:4", "higher.yaml:5", "600000", "800000", "--take CultivateSpecialisedSmes.provincialReward="])
                Assert.Contains(words, message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_same_amount_written_in_two_ways_is_no_contradiction() =>
        Assert.Equal(600_000, Convert.ToInt32(Cultivate(Read(["rewards.yaml", "same.yaml"])).ProvincialReward));

    [Fact]
    public void A_choice_settles_one_contradiction_and_no_other()
    {
        var name = "CultivateSpecialisedSmes.provincialReward";
        Assert.Equal(
            800_000, Convert.ToInt32(
            Cultivate(Read(["rewards.yaml", "higher.yaml"], new StackedScenario(name, _place.In("higher.yaml")))).ProvincialReward));
        Assert.Contains(
            "do not contradict each other in it",
            Refused(["rewards.yaml", "bold.yaml"], new StackedScenario(name, _place.In("bold.yaml"))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "this file says nothing of it",
            Refused(["rewards.yaml", "higher.yaml", "bold.yaml"], new StackedScenario(name, _place.In("bold.yaml"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_measure_off_in_one_and_turned_in_another_is_a_contradiction()
    {
        Assert.Contains(
            "CultivateSpecialisedSmes is on here and off in",
            Assert.Single(Refused(["rewards.yaml", "without.yaml"]).Problems).Message, StringComparison.Ordinal);
        Assert.Equal(
            ["FinancialSupport"],
            Read(["rewards.yaml", "without.yaml"],
            new StackedScenario("CultivateSpecialisedSmes", _place.In("without.yaml"))).Measures.Select(m => m.Name));
    }

    [Fact]
    public void A_measure_that_one_leaves_out_and_no_other_turns_is_left_out() =>
        Assert.Equal(["FinancialSupport"], Read(["bold.yaml", "without.yaml"]).Measures.Select(m => m.Name));

    [Fact]
    public void A_scenario_and_one_that_extends_it_make_the_latter() =>
        Assert.Equal(600_000, Convert.ToInt32(Cultivate(Read(["base.yaml", "rewards.yaml"])).ProvincialReward));

    [Fact]
    public void What_makes_no_scenario_together_is_refused()
    {
        _place.Write("late.yaml", "name: Late\nextends: base.yaml\nmeasures:\n  FinancialSupport: { from: 2023-06 }\n");
        _place.Write("brief.yaml", "name: Brief\nextends: base.yaml\nmeasures:\n  FinancialSupport: { until: 2022-12 }\n");
        Assert.Contains(
            "FinancialSupport ends in 2022-12, before it begins in 2023-06", Refused(["late.yaml", "brief.yaml"]).Message,
            StringComparison.Ordinal);
    }
}
