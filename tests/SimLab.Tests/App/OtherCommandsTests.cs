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
        Assert.All(MeasureCatalog.Default.Measures, m => Assert.Contains($" {m.Name} ", said.Output, StringComparison.Ordinal));
        Assert.Contains("\ngansu-2023: 甘工信发〔2023〕75号 甘肃省助力中小微企业稳增长调结构强能力若干措施\n", $"\n{said.Output.ReplaceLineEndings("\n")}",
            StringComparison.Ordinal);
        Assert.Contains("RecognitionFile (claimed), RecognitionAward", said.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CultivateSpecialisedSmes")]
    [InlineData("cultivatespecialisedsmes")]
    [InlineData("gansu-2023/9")]
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
    public async Task The_number_of_a_clause_is_enough_where_one_document_has_it()
    {
        var numbered = MeasureCatalog.Default.Measures.GroupBy(m => m.Clause.Number).First(same => same.Count() == 1).Single();
        var said = await Said.By("measures", $"{numbered.Clause.Number}");
        Assert.StartsWith($"{numbered.Name}: clause {numbered.Clause.Number} ", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_shown_with_who_issued_it_and_all_its_clauses()
    {
        var said = await Said.By("measures", "gansu-2023");
        Assert.Contains("甘工信发〔2023〕75号", said.Output, StringComparison.Ordinal);
        Assert.All(MeasureCatalog.Default.Measures, m => Assert.Equal(
            m.Clause.Document.Id == "gansu-2023",
            said.Output.Contains($"\n{m.Clause.Number} {m.Clause.Heading}: {m.Name}\n", StringComparison.Ordinal)));
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
