using System.Text.Json;
using SimLab.App.Console;
using SimLab.Engine.Explaining;
using SimLab.Engine.Recording;
using SimLab.Tests.Populations;
using Xunit;

namespace SimLab.Tests.Explaining;

[Slow]
public sealed class FirmStoryTests(ExplainedRun run) : IClassFixture<ExplainedRun>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_run_lived_again_has_the_hash_of_the_recording(int replicate)
    {
        var replay = new ReplayedRun(run.Reader, replicate);
        var firm = AnyAlive();
        foreach (var arm in new[] { replay.Baseline!.Value, replay.Policy })
            Assert.Equal(
                run.Reader.Manifest.Arms[arm].WorldHashes[replicate], (await FirmExplainer.Explain(replay, firm, arm, Cancel)).WorldHash);
    }

    [Fact]
    public async Task A_firm_that_earned_专精特新_under_the_policy_shows_the_reward_with_clause_9_and_the_amount()
    {
        var (firm, month) = await RewardedFirm();
        var story = await FirmExplainer.Explain(new ReplayedRun(run.Reader, 0), firm, 1, Cancel);
        var awarded = Assert.Single(story.Months, m => m.Month == month);
        Assert.Contains(awarded.Entries, e => e is { What: "title_earned", Title: "specialised" });
        var reward = Assert.Single(awarded.Entries, e => e is { What: "measure", Form: "RecognitionAward" });
        Assert.Equal(
            ("gansu-2023/09", 9, "CultivateSpecialisedSmes", "support", 0.0, 300_000.0),
            (reward.Id, reward.Clause, reward.Measure, reward.Field, reward.Before, reward.After));
        Assert.Contains("from 0 to 300,000", reward.Text, StringComparison.Ordinal);

        // The treasury pays a month later, unless the firm is gone by then.
        var paid = Assert.Single(story.Months.SelectMany(m => m.Entries), e => e is { What: "support_paid", Clause: 9, Amount: 300_000 });
        Assert.Contains("gansu-2023/09 CultivateSpecialisedSmes", paid.Text, StringComparison.Ordinal);
        Assert.Contains("paid 300,000 yuan", paid.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lives_told_together_are_those_told_one_by_one()
    {
        var (first, _) = await RewardedFirm();
        var replay = new ReplayedRun(run.Reader, 0);
        var together = await FirmExplainer.Explain(replay, [first, AnyAlive()], 1, Cancel);
        foreach (var (firm, story) in together)
            Assert.Equal(JsonSerializer.Serialize(await FirmExplainer.Explain(replay, firm, 1, Cancel)), JsonSerializer.Serialize(story));
        Assert.Equal(new[] { first, AnyAlive() }.Distinct().Order(), together.Keys.Order());
    }

    [Fact]
    public async Task Under_the_baseline_no_measure_of_the_notice_touches_the_firm()
    {
        var (firm, _) = await RewardedFirm();
        var story = await FirmExplainer.Explain(new ReplayedRun(run.Reader, 0), firm, 0, Cancel);
        Assert.Equal("baseline", story.Arm);
        Assert.DoesNotContain(story.Months.SelectMany(m => m.Entries), e => e.Clause == 9);
        Assert.NotNull(story.Beside!.FirstMonth);
        Assert.NotEmpty(story.Beside.AtEnd);
    }

    [Fact]
    public async Task The_story_tells_what_the_recording_holds_of_the_firm()
    {
        var (firm, _) = await RewardedFirm();
        var story = await FirmExplainer.Explain(new ReplayedRun(run.Reader, 0), firm, 1, Cancel);
        var lines = (await Ledger()).Count(line => line.Firm == firm);
        Assert.Equal(lines, story.Months.SelectMany(m => m.Entries).Count(e => e.What == "measure"));
        Assert.Equal(["2022-12", "2023-12", "2024-02"], story.Years.Select(state => state.Month));
    }

    [Fact]
    public async Task The_story_is_one_json_document_and_a_text()
    {
        var (firm, month) = await RewardedFirm();
        var story = await FirmExplainer.Explain(new ReplayedRun(run.Reader, 0), firm, 1, Cancel);
        using var json = JsonDocument.Parse(story.ToJson());
        Assert.Equal(firm, json.RootElement.GetProperty("enterprise").GetInt32());
        using var text = new StringWriter();
        FirmStoryText.Write(new(text, TextWriter.Null), GansuPopulation.Province, story);
        Assert.Contains($"\n{month}\n", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("earned 省级专精特新中小企业 (specialised)", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("Policy and baseline, same firm, same luck", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_that_fails_says_which_conditions_are_not_met()
    {
        var refused = await RefusedFirm();
        var story = await FirmExplainer.Explain(new ReplayedRun(run.Reader, 0), refused, 1, Cancel);
        var entries = story.Months.SelectMany(m => m.Entries).ToArray();
        Assert.Contains(entries, e => e is { What: "title_refused", Title: "specialised" });
        var filed = entries.Where(e => e is { What: "title_filed", Title: "specialised", Conditions: not null }).ToArray();
        Assert.NotEmpty(filed);
        Assert.All(filed.SelectMany(e => e.Conditions!), text => Assert.StartsWith("✗ ", text, StringComparison.Ordinal));
    }

    private async Task<int> RefusedFirm()
    {
        await foreach (var part in run.Reader.Read(RunFolder.Events))
        {
            var (firms, replicates) = (await part.Numbers<int>("enterprise"), await part.Numbers<int>("replicate"));
            var (kinds, which, arms) = (await part.Texts("kind"), await part.Texts("which"), await part.Texts("arm"));
            for (var i = 0; i < firms.Length; i++)
                if ((kinds[i], which[i], replicates[i]) == ("TitleRefused", "Specialised", 0)
                    && arms[i] == run.Materials.Plan.Arms[1].Name) return firms[i];
        }
        throw new InvalidOperationException("Nobody was refused.");
    }

    private int AnyAlive() =>
        Enumerable.Range(0, run.Materials.Population.Initial.Length).First(i => run.Materials.Population.Initial[i].IsAlive);

    private async Task<(int Firm, string Month)> RewardedFirm()
    {
        var (firm, month, _) = (await Ledger()).First(line => line is { Form: "RecognitionAward" } && line.Month < 202401);
        return (firm, $"{Names.MonthOf(month)}");
    }

    private async Task<List<(int Firm, int Month, string Form)>> Ledger()
    {
        var lines = new List<(int, int, string)>();
        await foreach (var part in run.Reader.Read(RunFolder.Ledger))
        {
            var (firms, months) = (await part.Numbers<int>("enterprise"), await part.Numbers<int>("month"));
            var (forms, arms) = (await part.Texts("form"), await part.Texts("arm"));
            for (var i = 0; i < firms.Length; i++)
                if (arms[i] == run.Materials.Plan.Arms[1].Name) lines.Add((firms[i], months[i], forms[i]));
        }
        return lines;
    }
}
