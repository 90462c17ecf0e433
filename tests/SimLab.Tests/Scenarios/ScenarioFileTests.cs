using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Economy;
using Xunit;

namespace SimLab.Tests.Scenarios;

[Fast]
public sealed class ScenarioFileTests : IDisposable
{
    private readonly ScenarioFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_plain_scenario_has_the_documented_numbers_and_no_measures()
    {
        var scenario = folder.Read(ScenarioFolder.Plain);
        Assert.Equal("Plain", scenario.Name);
        Assert.Equal(Month.Of(2022, 1), scenario.Start);
        Assert.Equal(36, scenario.Months);
        Assert.Equal(Month.Of(2024, 12), scenario.LastMonth);
        Assert.Equal(8, scenario.Replicates);
        Assert.Equal(7ul, scenario.Seed);
        Assert.Equal(folder.In("people.json"), scenario.Population);
        Assert.Equal(new Macro(), scenario.Macro);
        Assert.Equal(new BehaviouralParameters(), scenario.Behaviour);
        Assert.Empty(scenario.Measures);
        Assert.Empty(scenario.Targets);
        Assert.Null(scenario.Baseline);
        Assert.Equal(scenario, Assert.Single(scenario.Arms));
    }

    [Fact]
    public void Measures_stand_in_clause_order_with_their_levers_and_months()
    {
        var scenario = folder.Read(ScenarioFolder.Plain + """
            measures:
              SampleRewards: { provincialReward: 600000, coachingGain: 6, largestList: 6000000000, paidTwice: true,
                from: 2023-03, until: 2024-06 }
              SampleLoans:
            """);
        Assert.Equal([new SampleLoans(), new SampleRewards
        {
            ProvincialReward = 600_000, CoachingGain = 6, LargestList = 6_000_000_000, PaidTwice = true, From = Month.Of(2023, 3),
                Until = Month.Of(2024, 6),
        }], scenario.Measures);
    }

    [Theory]
    [InlineData("600000", 600_000)]
    [InlineData("600000 yuan", 600_000)]
    [InlineData("\"600000\"", 600_000)]
    [InlineData("60万元", 600_000)]
    [InlineData("60 万元", 600_000)]
    [InlineData("0.01亿元", 1_000_000)]
    [InlineData("600000元", 600_000)]
    [InlineData("0.6 million yuan", 600_000)]
    [InlineData("600 thousand yuan", 600_000)]
    [InlineData("6e5", 600_000)]
    [InlineData("+6.0E+5 Yuan", 600_000)]
    public void Yuan_may_be_written_as_people_write_them(string written, double yuan)
    {
        var scenario = folder.Read(ScenarioFolder.Plain + $"measures: {{ SampleRewards: {{ provincialReward: {written} }} }}");
        Assert.Equal(yuan, Assert.IsType<SampleRewards>(Assert.Single(scenario.Measures)).ProvincialReward);
    }

    [Theory]
    [InlineData("0.046")]
    [InlineData("4.6%")]
    [InlineData("4.6 %")]
    [InlineData("4.6% of cost")]
    [InlineData("0.046 share")]
    [InlineData("0.046 share of cost")]
    public void A_share_may_be_written_in_percent_and_is_the_same_number_to_the_last_bit(string written)
    {
        var scenario = folder.Read(ScenarioFolder.Plain + $"measures: {{ SampleRewards: {{ paperworkLeft: {written} }} }}");
        Assert.Equal(0.046, Assert.IsType<SampleRewards>(Assert.Single(scenario.Measures)).PaperworkLeft);
    }

    [Fact]
    public void Behaviour_and_macro_paths_can_be_turned()
    {
        var scenario = folder.Read(ScenarioFolder.Plain + """
            behaviour:
              growthSpread: 0.4
            macro:
              demandGrowth: { 2022: 5%, 2023: 0.06 }
            """);
        Assert.Equal(0.4, scenario.Behaviour.GrowthSpread);
        Assert.Equal(YearPath.Of((2022, 0.05), (2023, 0.06)), scenario.Macro.DemandGrowth);
        Assert.Equal(0.03, folder.Read(ScenarioFolder.Plain + "macro: { demandGrowth: 0.03 }").Macro.DemandGrowth.In(2024));
    }

    [Fact]
    public void A_scenario_lies_over_the_one_it_extends_lever_by_lever()
    {
        folder.Write("deep/er/base.yaml", """
            name: Base
            nameZh: 基准
            note: The base.
            noteZh: 基准的说明。
            start: 2022-01
            months: 24
            population: ../../people.json
            macro: { demandGrowth: { 2022: 0.05, 2023: 0.06 } }
            measures:
              SampleRewards: { provincialReward: 600000, coachingGain: 6, from: 2023-03 }
              SampleLoans: {}
            targets:
              new_above_scale: { atLeast: 300, unit: firms, by: 2023-12, source: clause 2 }
              high_tech_enterprises: { atLeast: 2000, unit: firms, by: 2023-12, source: clause 9 }
            """);
        var scenario = folder.Read("""
            name: Child
            extends: deep/er/base.yaml
            months: 36
            macro: { demandGrowth: { 2023: 0.01 } }
            measures:
              SampleRewards: { coachingGain: 8 }
              SampleLoans: off
            targets:
              new_above_scale: off
            """);
        Assert.Equal("Child", scenario.Name);
        Assert.Null(scenario.NameZh);
        Assert.Null(scenario.Note);
        Assert.Null(scenario.NoteZh);
        Assert.Equal(36, scenario.Months);
        Assert.Equal(folder.In("people.json"), scenario.Population);
        Assert.Equal(YearPath.Of((2023, 0.01)), scenario.Macro.DemandGrowth);
        Assert.Equal([new SampleRewards { ProvincialReward = 600_000, CoachingGain = 8, From = Month.Of(2023, 3) }], scenario.Measures);
        Assert.Equal("high_tech_enterprises", Assert.Single(scenario.Targets).Id);
    }

    [Fact]
    public void An_empty_section_or_measure_takes_nothing_away_from_what_it_extends()
    {
        folder.Write("base.yaml", ScenarioFolder.Plain + "measures: { SampleRewards: { coachingGain: 6 } }");
        Assert.Equal([new SampleRewards { CoachingGain = 6 }], folder.Read("name: A\nextends: base.yaml\nmeasures:\n").Measures);
        Assert.Equal(
            [new SampleRewards { CoachingGain = 6 }], folder.Read("name: A\nextends: base.yaml\nmeasures:\n  SampleRewards:\n").Measures);
    }

    [Fact]
    public void The_baseline_arm_differs_from_the_policy_in_its_measures_only()
    {
        folder.Write("base.yaml", ScenarioFolder.Plain.Replace("Plain", "Law in force", StringComparison.Ordinal));
        folder.Write("policy.yaml", """
            name: Policy
            extends: base.yaml
            baseline: base.yaml
            months: 24
            macro: { demandGrowth: 0.01 }
            measures: { SampleLoans: {} }
            """);
        var scenario = folder.Read("name: What if\nextends: policy.yaml\nseed: 9\n");
        Assert.Equal(36, scenario.Baseline!.Months);

        var (policy, baseline) = (scenario.Arms[0], scenario.Arms[1]);
        Assert.Equal(scenario with { Baseline = null }, policy);
        Assert.Equal("Law in force", baseline.Name);
        Assert.Empty(baseline.Measures);
        Assert.Equal(policy, baseline with { Name = policy.Name, File = policy.File, Measures = policy.Measures });
        Assert.Single(folder.Read("name: Alone\nextends: policy.yaml\nbaseline: off\n").Arms);
    }

    [Fact]
    public void Targets_compare_with_a_number_another_indicator_or_last_year()
    {
        var targets = folder.Read(ScenarioFolder.Plain + """
            targets:
              high_tech_enterprises: { atLeast: 2000, unit: firms, by: 2023-12, source: clause 9 }
              cloud_share_of_specialised: { atLeast: 95%, unit: share, by: 2023-12 }
              inclusive_loan_growth: { above: all_loan_growth, unit: share a year, by: 2023-12, source: clause 3 }
              first_loan_firms: { aboveLastYear: true, unit: firms, by: 2023-12, source: clause 3 }
              credit_volume: { atLeastLastYear: true, unit: yuan, by: 2023-12, source: clause 3 }
              new_sme_loans: { about: 80 billion yuan, tolerance: 5%, unit: yuan, by: 2023-12, source: clause 3 }
            """).Targets.ToDictionary(t => t.Id);
        var december = Month.Of(2023, 12);
        Assert.Equal(
            new Target("high_tech_enterprises", "firms", Comparison.AtLeast, 2000, null, 0, december, "clause 9"),
            targets["high_tech_enterprises"]);
        Assert.Equal(0.95, targets["cloud_share_of_specialised"].Value);
        Assert.Equal(
            ("all_loan_growth", Comparison.Above), (targets["inclusive_loan_growth"].Other, targets["inclusive_loan_growth"].Comparison));
        Assert.True(targets["first_loan_firms"].AgainstLastYear);
        Assert.False(targets["first_loan_firms"].IsMet(100, 100));
        Assert.True(targets["credit_volume"].IsMet(100, 100));
        Assert.Equal((8e10, 0.05), (targets["new_sme_loans"].Value!.Value, targets["new_sme_loans"].Tolerance));
    }

    [Fact]
    public void About_is_met_from_the_tolerance_below_and_never_missed_by_more()
    {
        var loans = new Target("new_sme_loans", "yuan", Comparison.About, 8e10, null, 0.05, Month.Of(2023, 12), "clause 3");
        Assert.False(loans.IsMet(7.59e10, 8e10));
        Assert.True(loans.IsMet(7.6e10, 8e10));
        Assert.True(loans.IsMet(12e10, 8e10));
    }
}
