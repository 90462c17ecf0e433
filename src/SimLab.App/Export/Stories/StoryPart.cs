using System.Text.Json.Nodes;
using SimLab.App.Export.Replaying;
using SimLab.Engine;
using SimLab.Engine.Recording;

namespace SimLab.App.Export.Stories;

/// <summary>The story part of a player page: its script, its style and its data.</summary>
/// <param name="Data">The JSON that story.js reads.</param>
internal sealed record StoryPart(JsonObject Data)
{
    /// <summary>Text of the story script.</summary>
    public static string Program => PlayerResource.Read("story.js");

    /// <summary>Text of the story style sheet.</summary>
    public static string Style => PlayerResource.Read("story.css");

    /// <summary>The HTML before the end of the page; the player's script stands above.</summary>
    // the default encoder leaves no "<" in it
    public string Html => $"<script type=\"application/json\" id=\"story\">{Data.ToJsonString()}</script>\n<script>{Program}</script>";

    /// <param name="story">Checked against the run.</param>
    /// <param name="run">Replayed for the histories of the story's enterprises.</param>
    /// <param name="warn">Receives the missing histories, with the reason.</param>
    /// <param name="cancel">Stops within a month.</param>
    public static async Task<StoryPart> Of(Story story, RunReader run, TextWriter warn, CancellationToken cancel)
    {
        try
        {
            return new(story.ToJson(await FirmLives.Of(run, story, cancel)));
        }
        catch (RunFolderException e) when (run.Manifest.ModelBuild != ModelBuild.Hash)
        {
            // The recording still plays; only the replayed histories are missing.
            await warn.WriteLineAsync(
                $"The story is shown without the histories of enterprises {string.Join(", ", story.Enterprises)}: {e.Message}");
            return new(story.ToJson([]));
        }
    }
}
