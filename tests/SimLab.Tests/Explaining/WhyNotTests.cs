using System.Text.Json;
using SimLab.App.Console;
using SimLab.Engine.Execution;
using SimLab.Engine.Explaining;
using SimLab.Engine.Recording;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Enterprises;
using SimLab.Model.Enterprises.Decisions;
using SimLab.Model.Enterprises.Steps;
using SimLab.Model.Messages;
using SimLab.Model.Recognition;
using SimLab.Model.Rulebook;
using SimLab.Tests.Populations;
using Xunit;

namespace SimLab.Tests.Explaining;

[Slow]
public sealed class WhyNotTests(ExplainedRun run) : IClassFixture<ExplainedRun>
{
    private const int Policy = 1, Replicate = 1;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Title.Specialised, 2)]
    [InlineData(Title.HighTech, 8)]
    [InlineData(Title.TechSme, 3)]
    [InlineData(Title.Innovative, 9)]
    public async Task The_counts_agree_with_judging_directly(Title title, int filing)
    {
        var answer = await TitleExplainer.Explain(new ReplayedRun(run.Reader, Replicate), title, 2023, Policy, Cancel);
        var (firms, meeting) = await JudgeDirectly(title, Month.Of(2023, filing));
        Assert.Equal($"2023-{filing:00}", answer.Month);
        Assert.Equal((firms, meeting), (answer.Total.Firms, answer.Total.Meeting));
        Assert.True(firms > 0 && meeting < firms);
    }

    [Theory]
    [InlineData(Title.Specialised)]
    [InlineData(Title.LittleGiant)]
    public async Task Regions_and_industries_add_up_to_the_province(Title title)
    {
        var answer = await TitleExplainer.Explain(new ReplayedRun(run.Reader, 0), title, null, Policy, Cancel);
        foreach (var places in new[] { answer.Regions, answer.Industries })
        {
            Assert.Equal(answer.Total.Firms, places.Sum(place => place.Firms));
            Assert.Equal(answer.Total.OneStepAway, places.Sum(place => place.OneStepAway));
            foreach (var condition in answer.Total.Conditions)
                Assert.Equal(
                    condition.Firms,
                    places.Sum(place => place.Conditions.Where(c => c.Condition == condition.Condition).Sum(c => c.Firms)));
        }
        Assert.Equal(answer.Total.OneStepAway, answer.Total.Conditions.Sum(c => c.Alone));
        Assert.Equal(
            answer.Total.Conditions.OrderByDescending(c => c.Firms).Select(c => c.Firms), answer.Total.Conditions.Select(c => c.Firms));
    }

    [Fact]
    public async Task The_answer_is_one_json_document_and_a_text()
    {
        var answer = await TitleExplainer.Explain(new ReplayedRun(run.Reader, 0), Title.HighTech, null, Policy, Cancel);
        using var json = JsonDocument.Parse(answer.ToJson());
        Assert.Equal("high_tech", json.RootElement.GetProperty("title").GetString());
        using var text = new StringWriter();
        WhyNotText.Write(new(text, TextWriter.Null), answer);
        Assert.Contains("one step away", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("国科发火〔2016〕32号", text.ToString(), StringComparison.Ordinal);
    }

    // As a test would, without the explainer: by the executor's states and the rulebook's bare yes or no.
    private async Task<(long Firms, long Meeting)> JudgeDirectly(Title title, Month at)
    {
        var (materials, batch) = (run.Materials, new WorldBatch(0, Replicate, 1, 2));
        var worlds = batch.In(materials.Plan, watch: false);
        var economy = materials.Economy(worlds);
        await using var loop = new LoopExecutor();
        await loop.Begin(materials, batch, watch: false);
        MacroState macroState = null!;
        for (var month = materials.Plan.Start; month <= at; month += 1)
        {
            macroState = economy.Next(month);
            (await loop.Step(macroState)).Close(economy, macroState);
        }
        var states = await loop.Inspect(Policy);
        var information = materials.Inform(worlds, macroState);
        var (firms, meeting) = (0L, 0L);
        for (var i = 0; i < states.Length; i++)
        {
            var firm = materials.Population.Firms[i];
            if (!states[i].IsAlive || !states[i].Is(Standing.DoesRnd) || states[i].Holds(title, at)) continue;
            var context = new FirmContext(ref states[i], ref firm, information, Policy,
                new Outbox(2, GansuPopulation.Province, materials.Measures.Count));
            context.Card = EnterpriseMonth.CardOf(context);
            var file = ApplyForTitles.NewFile(context, title);
            context.Preview(context.Desk.RecognitionFiles, ref file);
            firms += firm.Weight;
            if (TitleLaw.Earns(title, RecognitionFacts.Facts(ref context, file.ScoreGain))) meeting += firm.Weight;
        }
        return (firms, meeting);
    }
}
