using System.Text.Json.Nodes;
using SimLab.App.Lab.Viewing;
using SimLab.App.Lab.Where;
using SimLab.Engine.Explaining;
using SimLab.Engine.Recording;
using SimLab.Model;

namespace SimLab.App.Presenting.Stories;

/// <summary>
/// The lives of the enterprises a story looks at, under the policy in the first replicate, for a page that carries them:
/// <c>{ "1234": { title: [en, zh], months: { "2023-03": [[en, zh, byPolicy], …] } } }</c>. The run is lived again to see them.
/// </summary>
internal static class FirmLives
{
    private static readonly Viewer English = new(Language.En, MoneyUnit.Auto, Theme.Auto), Chinese = new(Language.Zh, MoneyUnit.Auto, Theme.Auto);

    /// <exception cref="RunFolderException">Another build recorded the run, or there never is such a firm.</exception>
    public static async Task<JsonObject> Of(RunReader run, Story story, CancellationToken cancel)
    {
        var lives = new JsonObject();
        foreach (var enterprise in story.Enterprises)
        {
            var reliving = new Reliving(run, replicate: 0);
            lives[$"{enterprise}"] = Life(await FirmExplainer.Explain(reliving, enterprise, reliving.Policy, cancel));
        }
        return lives;
    }

    private static JsonObject Life(FirmStory life) => new()
    {
        ["title"] = Story.Pair(new(
            $"{life.Enterprise}号企业 · {life.Firm.RegionZh} · {PlaceNames.Of(Enum.Parse<Industry>(life.Firm.Industry)).Zh}",
            $"Enterprise {life.Enterprise} · {life.Firm.Region} · {PlaceNames.Of(Enum.Parse<Industry>(life.Firm.Industry)).En}")),
        ["months"] = new JsonObject(life.Months.Select(month => KeyValuePair.Create<string, JsonNode?>(month.Month, new JsonArray([.. month.Entries.Select(entry =>
            (JsonNode)new JsonArray(LifeWords.Of(English, entry), LifeWords.Of(Chinese, entry), entry.Clause is not null))])))),
    };
}
