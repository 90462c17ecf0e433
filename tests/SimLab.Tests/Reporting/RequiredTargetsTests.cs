using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using Xunit;

namespace SimLab.Tests.Reporting;

[Fast]
public sealed class RequiredTargetsTests
{
    private static string[] Missed(Target target) =>
        [.. RequiredTargets.Missed(RunSummary.Of(HandMadeRun.Result(), HandMadeRun.Scenario(2, target)), [target.Id])
            .Select(said => $"{said}")];

    [Fact]
    public void Half_of_the_replicates_is_enough() => Assert.Empty(Missed(HandMadeRun.Specialised));

    [Fact]
    public void A_missed_target_says_how_likely_it_is_and_by_how_much_it_falls_short() =>
        Assert.Equal(
            "high_tech_enterprises is missed: met in 25 % of the replicates, 50 % is asked for. Wanted by 2023-12: at least 16 firms. "
            + "The median is 15 firms, 1 firms short of 16 firms.",
            Assert.Single(Missed(HandMadeRun.HighTech(16))));

    [Fact]
    public void A_target_that_is_not_asked_for_may_be_missed() =>
        Assert.Empty(RequiredTargets.Missed(RunSummary.Of(HandMadeRun.Result(), HandMadeRun.Scenario(2, HandMadeRun.HighTech(16))), []));

    [Fact]
    public void A_word_that_is_no_target_gets_the_nearest_one() =>
        Assert.Equal(
            "--require: the scenario has no target \"high_tech\". Nearest: high_tech_enterprises. The targets are: "
                + "high_tech_enterprises, new_specialised_smes.",
            RequiredTargets.Complaint(HandMadeRun.Scenario(2, HandMadeRun.HighTech(16), HandMadeRun.Specialised), ["high_tech"])
                ?.ToString());

    [Fact]
    public void A_target_due_after_the_run_cannot_be_required() =>
        Assert.Contains("the run ends in 2023-12", RequiredTargets.Complaint(
            HandMadeRun.Scenario(2, HandMadeRun.HighTech(16) with { By = Month.Of(2024, 1) }), ["high_tech_enterprises"])?.ToString(),
                StringComparison.Ordinal);
}
