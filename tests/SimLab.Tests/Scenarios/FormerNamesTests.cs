using SimLab.App.Lab.Experiments;
using SimLab.App.Texts;
using SimLab.Engine.Calibration;
using SimLab.Engine.Experiments.Files;
using SimLab.Engine.Experiments.Models;
using SimLab.Engine.Scenarios;
using SimLab.Model.Economy;
using Xunit;

namespace SimLab.Tests.Scenarios;

/// <summary>Files written before a key was renamed read the same, and each former key is answered with its line.</summary>
[Fast]
public sealed class FormerNamesTests : IDisposable
{
    private const string Plain = ScenarioFolder.Plain;                       // six lines, so what is added stands in line 7

    private const string Calibration = """
        name: Test
        scenario: x.yaml
        facts: facts.yaml
        knownBy: 2023-01
        seed: 1
        draws: 40
        habits: { hassleSpread: 0.5 }
        parameters:
          claimHassle: { from: 1000, to: 4000, source: test }
        """;

    private const string Fact =
        "exit: { measures: exit_rate, at: 2022-12, unit: share a year, observed: 0.06, error: 0.01, reason: test, source: test, tag: "
            + "assumed, known: 2023-01 }";

    private readonly ScenarioFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string[] Lines(params (string File, int Line, string Former, string Today)[] expected) =>
        [.. expected.Select(e =>
            $"{folder.In(e.File)}, line {e.Line}: \"{e.Former}\" is now called \"{e.Today}\"; the old word is still read.")];

    private static string[] Texts(IEnumerable<FormerName> names) => [.. names.Select(name => name.ToString())];

    [Fact]
    public void A_former_section_and_its_former_numbers_are_read_and_noted_with_their_lines()
    {
        var scenario = folder.Read(Plain + "habits:\n  readinessToAsk: 0.3\n  claimHassle: 1234\n");
        Assert.Equal((0.3, 1234.0), (scenario.Behaviour.ReadinessToAsk, scenario.Behaviour.ClaimCost));
        Assert.Equal(Lines(("x.yaml", 7, "habits", "behaviour"), ("x.yaml", 9, "claimHassle", "claimCost")), Texts(scenario.FormerNames));
    }

    [Fact]
    public void Todays_names_are_read_in_silence() =>
        Assert.Empty(folder.Read(Plain + "behaviour: { claimCost: 1234 }\n").FormerNames);

    [Fact]
    public void A_former_name_in_a_file_below_is_noted_once_with_that_file()
    {
        folder.Write("below.yaml", Plain + "habits: { readinessToAsk: 0.3, visitChance: 0.02 }\n");
        var scenario = folder.Read("name: X\nextends: below.yaml\nbaseline: below.yaml\nbehaviour: { readinessToAsk: 0.5 }\n");
        Assert.Equal((0.5, 0.02), (scenario.Behaviour.ReadinessToAsk, scenario.Behaviour.VisitChance));
        Assert.Equal(Lines(("below.yaml", 7, "habits", "behaviour")), Texts(scenario.FormerNames));
    }

    [Theory]
    [InlineData("habits: {}\nbehaviour: {}", 8,
        "\"behaviour\" is the same as \"habits\" in line 7; both are now called \"behaviour\". Keep one.")]
    [InlineData("behaviour: {}\nhabits: {}", 8,
        "\"habits\" is the same as \"behaviour\" in line 7; both are now called \"behaviour\". Keep one.")]
    [InlineData("behaviour:\n  claimCost: 1\n  claimHassle: 1", 9,
        "\"claimHassle\" is the same as \"claimCost\" in line 8; both are now called \"claimCost\". Keep one.")]
    public void Both_names_in_one_file_are_a_mistake_that_names_both_lines(string text, int line, string message) =>
        folder.AssertMistake(Plain + text, line, message);

    [Fact]
    public void A_mistake_in_a_former_section_comes_with_the_line_on_its_name()
    {
        folder.Write("x.yaml", Plain + "habits: { claimHasle: 1 }");
        var mistake = folder.MistakesOf("x.yaml");
        Assert.Contains("there is no number \"claimHasle\" under behaviour. Nearest: claimCost", mistake.Message, StringComparison.Ordinal);
        Assert.EndsWith("\n" + Lines(("x.yaml", 7, "habits", "behaviour"))[0], mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Factors_of_an_experiment_are_read_by_their_former_names_and_its_scenario_is_heard_too()
    {
        folder.Write("x.yaml", Plain + "habits: { readinessToAsk: 0.3 }\n");
        var file = folder.Write("sweep.yaml", """
            name: X
            kind: sweep
            scenario: x.yaml
            outcomes: { jobs: {} }
            factors:
              habits.readinessToAsk: { low: 0.2, high: 0.6 }
              behaviour.claimHassle: { low: 1000, high: 2000 }
            """);
        var experiment = ExperimentFile.Read(file, ScenarioFolder.Catalog);
        Assert.Equal(["behaviour.readinessToAsk", "behaviour.claimCost"], experiment.Factors.Select(factor => factor.Name));
        Assert.Equal(
            Lines(
                ("sweep.yaml", 6, "habits.readinessToAsk", "behaviour.readinessToAsk"),
                    ("sweep.yaml", 7, "behaviour.claimHassle", "behaviour.claimCost"),
                ("x.yaml", 7, "habits", "behaviour")),
            Texts(experiment.FormerNames));
    }

    [Fact]
    public void A_calibration_is_read_by_its_former_names()
    {
        folder.Write("x.yaml", Plain);
        folder.Write("facts.yaml", Fact);
        var order = CalibrationFile.Read(folder.Write("calibration.yaml", Calibration), ScenarioFolder.Catalog);
        Assert.Equal(0.5, order.From.Behaviour.ClaimCostSpread);
        Assert.Equal(["claimCost"], order.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(
            Lines(("calibration.yaml", 7, "habits", "behaviour"), ("calibration.yaml", 7, "hassleSpread", "claimCostSpread"),
                ("calibration.yaml", 9, "claimHassle", "claimCost")),
            Texts(order.FormerNames));
    }

    [Fact]
    public void A_set_of_parameters_is_laid_over_with_todays_names()
    {
        var layer = ParameterLayer.Over(
            folder.Write("shy.yaml", "habits: { claimHassle: 1234 }\n"), folder.Write("plain.yaml", Plain), folder.Path,
                ScenarioFolder.Catalog);
        Assert.DoesNotContain("habits", layer.Scenario, StringComparison.Ordinal);
        Assert.Equal(1234, folder.Read(layer.Scenario).Behaviour.ClaimCost);
        Assert.Equal(Lines(("shy.yaml", 1, "habits", "behaviour"), ("shy.yaml", 1, "claimHassle", "claimCost")), Texts(layer.FormerNames));
    }

    [Fact]
    public void The_form_of_an_experiment_writes_todays_names_and_says_which_it_read()
    {
        var draft = ExperimentDraft.Read("name: X\nkind: sweep\nfactors:\n  habits.claimHassle: { low: 1 }\n");
        Assert.Contains("  behaviour.claimCost: { low: 1 }", draft.Write(), StringComparison.Ordinal);
        Assert.Equal("habits.claimHassle", Assert.Single(draft.FormerNames).Former);
    }

    [Fact]
    public void The_form_of_an_experiment_drops_no_key_that_stands_twice() =>
        Assert.Contains(
            "Keep one.", Assert.Throws<ScenarioException>(() =>
            ExperimentDraft.Read("name: X\nfactors: { habits.a: {}, behaviour.a: {} }\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_line_has_a_Chinese_wording() =>
        Assert.Equal(
            "/s.yaml，第 7 行：“habits”现称“behaviour”；旧名仍可读取。",
            SentenceTexts.Of([new FormerName("/s.yaml", 7, "habits", "behaviour")]).Zh);

    [Fact]
    public void Every_former_name_leads_to_one_that_exists_and_hides_none()
    {
        string[] exist = [
            .. Parameter.Of(new BehaviouralParameters()).Concat(Parameter.Of(new Macro())).Select(parameter => parameter.Name)];
        Assert.All(FormerNames.Numbers, name => Assert.Contains(name.Value, exist));
        Assert.All(FormerNames.Numbers, name => Assert.DoesNotContain(name.Key, exist));
        Assert.All(FormerNames.Sections, name => Assert.Contains(name.Value, ScenarioReader.Keys));
        Assert.All(FormerNames.Sections, name => Assert.DoesNotContain(name.Key, ScenarioReader.Keys));
    }
}
