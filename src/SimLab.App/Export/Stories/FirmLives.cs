using System.Text.Json.Nodes;
using SimLab.App.Texts;
using SimLab.Engine;
using SimLab.Engine.Explaining;
using SimLab.Engine.Recording;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.App.Export.Stories;

/// <summary>
/// The histories of a story's enterprises, under the policy in the first replicate, for a self-contained page:
/// <c>{ "1234": { title: [en, zh], months: { "2023-03": [[en, zh, byPolicy], …] } } }</c>. Replays the run.
/// A presentation shows only the main events: titles, loans, public money, orders won, and the measures applied to the
/// firm's forms in such a month. `simlab explain` and the lab have the full history, form by form.
/// </summary>
internal static class FirmLives
{
    private static readonly HashSet<string> Turns =
    [
        "founded", "left", "insolvent", "title_earned", "title_lost", "title_refused", "joined_above_scale", "left_above_scale",
        "loan_granted", "loan_refused", "support_paid", "support_refused", "bid_won", "equity_raised",
    ];

    /// <exception cref="RunFolderException">Another build recorded the run, or the firm does not exist.</exception>
    public static async Task<JsonObject> Of(RunReader run, Story story, CancellationToken cancel)
    {
        var lives = new JsonObject();
        foreach (var enterprise in story.Enterprises)
        {
            var replay = new ReplayedRun(run, replicate: 0);
            lives[$"{enterprise}"] = Life(await FirmExplainer.Explain(replay, enterprise, replay.Policy, cancel));
        }
        return lives;
    }

    private static JsonObject Life(FirmStory context) => new()
    {
        ["title"] = Story.Pair(new(
            $"{context.Enterprise}号企业 · {context.Firm.RegionZh} · {PlaceNames.Of(Enum.Parse<Industry>(context.Firm.Industry)).Zh}",
            $"Enterprise {context.Enterprise} · {context.Firm.Region} · {PlaceNames.Of(Enum.Parse<Industry>(context.Firm.Industry)).En}")),
        ["months"] = new JsonObject(
            from month in context.Months
            let turns = month.Entries.Where(entry => Turns.Contains(entry.What)).ToList()
            where turns.Count > 0
            select KeyValuePair.Create<string, JsonNode?>(month.Month, new JsonArray([.. turns.Select(EntryJson), .. OnPapers(month)]))),
    };

    private static JsonArray EntryJson(StoryEntry entry)
    {
        var said = SentenceTexts.Of(entry.Said);
        return new(said.En, said.Zh, entry.Of is not null);
    }

    private static IEnumerable<JsonNode> OnPapers(StoryMonth month)
    {
        var measures = month.Entries.Where(entry => entry.What == "measure").Select(entry => entry.Of).OfType<MeasureId>().Distinct()
            .Order().ToList();
        if (measures.Count > 0) yield return new JsonArray(
            $"measures on its forms: {string.Join(", ", measures)}", $"当月文书涉及措施：{string.Join("、", measures)}", true);
    }
}
