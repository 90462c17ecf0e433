using System.Text.Json.Nodes;
using SimLab.App.Console;
using SimLab.Engine.Scenarios;
using Xunit;

namespace SimLab.Tests.App;

[Fast]
public sealed class OtherCommandsTests
{
    [Fact]
    public async Task The_schema_is_the_one_editors_use()
    {
        var said = await Said.By("schema");
        Assert.Equal((ExitCode.Done, ScenarioSchema.Json(MeasureCatalog.Default), ""), (said.Exit, said.Output, said.Error));
        Assert.NotNull(JsonNode.Parse(said.Output));
    }

    [Fact]
    public async Task Measures_lists_all_of_them()
    {
        var said = await Said.By("measures");
        Assert.Equal(ExitCode.Done, said.Exit);
        Assert.All(MeasureCatalog.Default.Measures, m => Assert.Contains(m.Name, said.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CultivateSpecialisedSmes")]
    [InlineData("cultivatespecialisedsmes")]
    [InlineData("9")]
    public async Task A_measure_is_shown_with_its_clause_levers_ranges_sources_and_forms(string asked)
    {
        var said = await Said.By("measures", asked);
        foreach (var words in new[]
                 {
                     "clause 9 加大专精特新中小企业培育力度", "Lead: 省工信厅", "RecognitionFile (claimed), RecognitionAward",
                         "provincialReward = 300,000  [0, 2,000,000] yuan", "clause 9: 每户奖励30万元",
                 })
            Assert.Contains(words, said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assumptions_lists_behaviour_and_macro_with_confidence()
    {
        var said = await Said.By("assumptions");
        Assert.Contains("rndUserCostElasticity = ", said.Output, StringComparison.Ordinal);
        Assert.Contains("demandGrowth = 2022: ", said.Output, StringComparison.Ordinal);
        Assert.Contains("Derived. gansu.md B4", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_and_help_are_no_mistakes()
    {
        Assert.StartsWith("simlab 0.", (await Said.By("version")).Output, StringComparison.Ordinal);
        var help = await Said.By("run", "--help");
        Assert.Equal(ExitCode.Done, help.Exit);
        Assert.Contains("How often luck is drawn", help.Output, StringComparison.Ordinal);
    }
}
