using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using Xunit;

namespace SimLab.Tests.Scenarios;

/// <summary>What a scenario changes while it runs.</summary>
[Fast]
public sealed class ChangesTests : IDisposable
{
    private const string Plain = ScenarioFolder.Plain;                       // six lines, 2022-01 to 2024-12
    private readonly ScenarioFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_lever_that_moves_on_the_way_leaves_the_others_and_the_dates_as_they_are()
    {
        var scenario = folder.Read(
            Plain + "measures: { SampleRewards: { from: 2022-03, coachingGain: 5 } }\nchanges: { 2023-07: { SampleRewards: { "
            + "provincialReward: 600000 } } }");
        var arm = Plan(scenario);
        var (before, after) = ((SampleRewards)arm.In(Month.Of(2023, 6)).Single(), (SampleRewards)arm.In(Month.Of(2023, 7)).Single());
        Assert.Equal((300_000, 600_000), (before.ProvincialReward, after.ProvincialReward));
        Assert.Equal((5, Month.Of(2022, 3)), (after.CoachingGain, after.From));      // word of it has spread since then
    }

    [Fact]
    public void A_measure_ends_and_another_begins_in_their_months_only()
    {
        var scenario = folder.Read(
            Plain + "measures: { SampleRewards: {} }\nchanges:\n  2024-01: { SampleRewards: off }\n  2023-02: { SampleLoans: {} }");
        var arm = Plan(scenario);
        Assert.Equal(["SampleRewards"], Names(arm, 2023, 1));
        Assert.Equal(["SampleLoans", "SampleRewards"], Names(arm, 2023, 2));
        Assert.Equal(["SampleLoans"], Names(arm, 2024, 12));
        Assert.Equal(Month.Of(2023, 2), arm.In(Month.Of(2023, 2)).Single(m => m.Name == "SampleLoans").From);
        Assert.Equal(["SampleLoans", "SampleRewards"], arm.Ever.Select(m => m.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Layers_add_their_changes_lever_by_lever()
    {
        folder.Write(
            "below.yaml",
            Plain + "measures: { SampleRewards: {} }\nchanges: { 2023-07: { SampleRewards: { provincialReward: 600000, coachingGain: 1 } "
            + "} }");
        var scenario = folder.Read(
            "name: Above\nextends: below.yaml\nchanges: { 2023-07: { SampleRewards: { coachingGain: 2 } }, 2024-01: { SampleRewards: off "
            + "} }");
        var reward = (SampleRewards)scenario.Later[0].Measures.Single();
        Assert.Equal((600_000, 2), (reward.ProvincialReward, reward.CoachingGain));
        Assert.Empty(scenario.Later[1].Measures);
    }

    [Fact]
    public void A_change_gives_another_content_address_and_none_gives_the_old_one()
    {
        var plain = folder.Read(Plain + "measures: { SampleRewards: {} }");
        var changed = folder.Read(
            Plain + "measures: { SampleRewards: {} }\nchanges: { 2023-07: { SampleRewards: { provincialReward: 600000 } } }");
        Assert.DoesNotContain("changes", ScenarioText.Canonical(plain), StringComparison.Ordinal);
        Assert.NotEqual(ScenarioText.Canonical(plain), ScenarioText.Canonical(changed));
        Assert.NotEqual(ScenarioText.SimulatedInputs(plain), ScenarioText.SimulatedInputs(changed));
    }

    [Fact]
    public void A_scenario_written_whole_reads_back_with_the_same_content()
    {
        var notice = ScenarioFile.Read(Repository.File("scenarios", "gansu-2023.yaml"), MeasureCatalog.Default);
        var population = Path.GetRelativePath(folder.Path, notice.Population);
        folder.Write(
            "law.yaml", ScenarioLayer.Whole(
            notice.Under(notice.Baseline) with { Name = notice.Baseline!.Name, Note = null }, population, null));
        var changed = notice
            with
        {
            Changes = [
            new(Month.Of(2023, 7), new("gansu-2023", 15)) { Ends = true },
            new(Month.Of(2023, 7), new("gansu-2023", 12)) { Levers = [new("budgetPerYear", 1_000_000)] }]
        };
        var read = ScenarioFile.Read(
            folder.Write("whole.yaml", ScenarioLayer.Whole(changed, population, "law.yaml")), MeasureCatalog.Default);
        Assert.Equal(ScenarioText.Canonical(changed), ScenarioText.Canonical(read));
    }

    [Theory]
    [InlineData("2022-01: { SampleRewards: off }", "the run begins in that month. Write them under measures.")]
    [InlineData("2025-01: { SampleRewards: off }", "the run goes from 2022-01 to 2024-12. Name a month after its first.")]
    [InlineData("July: { SampleRewards: off }", "changes is \"July\"", "such as 2023-03.")]
    [InlineData("2023-07: {}", "nothing changes in 2023-07.")]
    [InlineData("2023-07: { SampleReward: off }", "there is no measure \"SampleReward\".", "Nearest: SampleRewards.")]
    [InlineData("2023-07: { SampleLoans: off }", "SampleLoans is to end in 2023-07, and is not there.")]
    [InlineData("2023-07: { SampleRewards: {} }", "SampleRewards is there already in 2023-07, and no lever of it changes.")]
    [InlineData("2023-07: { SampleRewards: { until: 2023-09 } }", "SampleRewards.until cannot change on the way")]
    [InlineData("2023-07: { SampleRewards: { provincialReward: 9000000 } }", "outside [0, 2000000] yuan")]
    [InlineData("2023-07: { SampleRewards: maybe }", "SampleRewards is \"maybe\".")]
    public void A_mistake_in_a_change_is_told_with_its_line(string change, params string[] words) =>
        folder.AssertMistake(Plain + $"measures: {{ SampleRewards: {{}} }}\nchanges:\n  {change}", 9, words);

    [Theory]
    [InlineData("{ of: abc, at: 2023-07 }", "branch.of is \"abc\".")]
    [InlineData("{ at: 2023-07 }", "branch has no of.")]
    [InlineData("{ of: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, at: 2029-01 }",
        "branch.at is 2029-01, outside the run")]
    public void A_branch_that_names_no_run_or_month_is_a_mistake(string branch, string words) =>
        folder.AssertMistake(Plain + $"branch: {branch}", 7, words);

    private static ArmPlan Plan(Scenario scenario) => new(scenario.Name, scenario.Measures) { Later = scenario.Later };

    private static string[] Names(ArmPlan arm, int year, int month) =>
        [.. arm.In(Month.Of(year, month)).Select(m => m.Name).Order(StringComparer.Ordinal)];
}
