using SimLab.Engine.Scenarios;
using SimLab.Model;
using Xunit;

namespace SimLab.Tests.Scenarios;

[Fast]
public sealed class ScenarioTextTests : IDisposable
{
    private readonly ScenarioFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_same_scenario_written_otherwise_has_the_same_text()
    {
        folder.Write("law.yaml", ScenarioFolder.Plain);
        var one = folder.Read(ScenarioFolder.Plain + """
            baseline: law.yaml
            measures: { SampleRewards: { provincialReward: 60万元 }, SampleLoans: {} }
            targets:
              new_above_scale: { atLeast: 300, unit: firms, by: 2023-12, source: clause 2 }
              high_tech_enterprises: { atLeast: 2000, unit: firms, by: 2023-12 }
            """);
        folder.Write("elsewhere/law.yaml", "name: Plain\nextends: ../law.yaml\n");
        folder.Write("elsewhere/y.yaml", """
            # Another file, another order, another note.
            extends: ../law.yaml
            baseline: law.yaml
            name: Plain
            note: Not part of the result.
            targets:
              high_tech_enterprises: { atLeast: 2000 firms, unit: firms, by: 2023-12 }
              new_above_scale: { atLeast: 3e2, unit: firms, by: 2023-12 }
            measures:
              SampleLoans:
                interestPaid: 50%
              SampleRewards: { provincialReward: 600000 }
            """);
        var other = ScenarioFile.Read(folder.In("elsewhere/y.yaml"), ScenarioFolder.Catalog);
        Assert.Equal(ScenarioText.Canonical(one), ScenarioText.Canonical(other));
        Assert.DoesNotContain(folder.Path, ScenarioText.Canonical(one), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_changes_the_result_changes_the_text()
    {
        var plain = folder.Read(ScenarioFolder.Plain);
        Scenario[] others =
        [
            plain with { Name = "Other" }, plain with { Start = Month.Of(2022, 2) }, plain with { Months = 35 },
                plain with { Replicates = 9 }, plain with { Seed = ulong.MaxValue },
            plain with { Macro = plain.Macro with { DemandGrowth = YearPath.Of((2022, 0.05)) } },
                plain with { Behaviour = plain.Behaviour with { GrowthSpread = 0.30000000000000004 } },
            plain with { Measures = [new SampleLoans()] }, plain with { Measures = [new SampleLoans { From = Month.Of(2023, 3) }] },
                plain with { Measures = [new SampleLoans { InterestPaid = 0 }] },
            plain with { Baseline = plain },
        ];
        Assert.Equal(others.Length + 1, others.Append(plain).Select(ScenarioText.Canonical).Distinct().Count());
    }

    [Fact]
    public void The_difference_of_two_scenarios_is_told_in_sentences()
    {
        var plain = folder.Read(ScenarioFolder.Plain);
        var baseline = plain with { Measures = [new SampleLoans { From = Month.Of(2023, 1) }] };
        var policy = plain with
        {
            Months = 24,
            Measures = [new SampleLoans { From = Month.Of(2023, 3), InterestPaid = 0.6 },
                new SampleRewards { ProvincialReward = 600_000, Until = Month.Of(2023, 12) }],
            Macro = plain.Macro with { DemandGrowth = YearPath.Of((2022, 0.05), (2023, 0.06)) },
        };
        Assert.Equal(
        [
            "months is 24 instead of 36.",
            "macro.demandGrowth is 0.05 from 2022, 0.06 from 2023 instead of 0.056 from 2022, 0.074 from 2023, 0.068 from 2024, 0.066 "
                + "from 2025 (share a year).",
            "SampleLoans is in force from 2023-03 instead of from 2023-01.",
            "SampleLoans.interestPaid is 0.6 instead of 0.5 (share of rate).",
            "SampleRewards is on until 2023-12.",
            "SampleRewards.provincialReward is 600000 instead of the document's 300000 (yuan).",
        ], Differences(
            policy with { Macro = policy.Macro },
            baseline with
            { Macro = plain.Macro with { DemandGrowth = YearPath.Of((2022, 0.056), (2023, 0.074), (2024, 0.068), (2025, 0.066)) } }));
        Assert.Equal(["SampleLoans is off."], Differences(plain, plain with { Measures = [new SampleLoans()] }));
        Assert.Empty(ScenarioText.Difference(policy, policy));
    }

    private static IEnumerable<string> Differences(Scenario policy, Scenario baseline) =>
        ScenarioText.Difference(policy, baseline).Select(sentence => $"{sentence}");
}
