using SimLab.Engine.Execution;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Tests.Determinism;
using Xunit;

namespace SimLab.Tests.Consistency;

/// <summary>What a target may name and what a report shows beside it: named once, computed once.</summary>
[Fast]
public sealed class OutcomeTests
{
    private static readonly string[] Known = [.. Target.Indicators, .. Outcomes.Context.Select(outcome => outcome.Id)];

    [Fact]
    public void Every_outcome_is_named_and_nothing_else_is() =>
        Assert.Equal(Known.Order(StringComparer.Ordinal), IndicatorTexts.All.Select(words => words.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_name_is_there_in_both_languages() =>
        Assert.All(IndicatorTexts.All, words => Assert.True(words.Name.Trim() != "" && words.NameZh.Any(IsChinese), words.Id));

    [Fact]
    public void Every_outcome_can_be_computed()
    {
        var series = new RunSeries(SmallProvince.Materials());
        Assert.All(Known, id => Outcomes.Of(id, series, arm: 0, replicate: 0, series.Plan.Start - 1));
    }

    private static bool IsChinese(char settlement) => settlement is >= '一' and <= '鿿';
}
