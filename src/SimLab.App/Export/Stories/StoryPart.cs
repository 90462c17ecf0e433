using System.Text.Json.Nodes;
using SimLab.App.Export.Replaying;
using SimLab.Engine;
using SimLab.Engine.Recording;

namespace SimLab.App.Export.Stories;

/// <summary>What a story adds to a page of the player: its own program and style, and what is told.</summary>
/// <param name="Data">As story.js takes it.</param>
internal sealed record StoryPart(JsonObject Data)
{
    public static string Program => PlayerResource.Read("story.js");

    public static string Style => PlayerResource.Read("story.css");

    /// <summary>Before the end of the page; the player's program stands above.</summary>
    public string Html => $"<script type=\"application/json\" id=\"story\">{Data.ToJsonString()}</script>\n<script>{Program}</script>";      // the default encoder leaves no "<" in it

    /// <param name="story">Read against the run.</param>
    /// <param name="run">Lived again to see the lives of firms that the story looks at.</param>
    /// <param name="warn">Told which lives are not in the page, and why.</param>
    /// <param name="cancel">Stops soon, also within a month.</param>
    public static async Task<StoryPart> Of(Story story, RunReader run, TextWriter warn, CancellationToken cancel)
    {
        try
        {
            return new(story.ToJson(await FirmLives.Of(run, story, cancel)));
        }
        catch (RunFolderException e) when (run.Manifest.ModelBuild != ModelBuild.Hash)
        {
            // The recording still plays; only what would have to be lived again is missing.
            await warn.WriteLineAsync($"The story is shown without the histories of enterprises {string.Join(", ", story.Enterprises)}: {e.Message}");
            return new(story.ToJson([]));
        }
    }
}
