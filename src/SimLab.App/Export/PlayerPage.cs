using System.Security.Cryptography;
using System.Text;
using SimLab.App.Export.Replaying;
using SimLab.App.Export.Stories;

namespace SimLab.App.Export;

/// <summary>
/// One self-contained HTML file that replays a recording: style, program and figures are inside. Its content policy
/// allows its own scripts and styles by hash, and no network request. Money in units of 10,000 yuan.
/// </summary>
internal static class PlayerPage
{
    /// <param name="replay">The recording.</param>
    /// <param name="story">The story shown with it; null: none.</param>
    public static string Write(Replay replay, StoryPart? story = null)
    {
        var (style, program) = (
            PlayerResource.Read("player.css") + (story is null ? "" : StoryPart.Style), PlayerResource.Program);
        var programs = story is null ? $"'{HashOf(program)}'" : $"'{HashOf(program)}' '{HashOf(StoryPart.Program)}'";
        return PlayerResource.Read("player.html")
            .Replace("{{policy}}",
                $"default-src 'none'; script-src {programs}; style-src '{HashOf(style)}'; base-uri 'none'; form-action 'none'",
                StringComparison.Ordinal)
            .Replace("{{style}}", style, StringComparison.Ordinal)
            .Replace("{{program}}", program, StringComparison.Ordinal)
            .Replace("{{head}}", replay.Head.ToJsonString(), StringComparison.Ordinal)      // the default encoder leaves no "<" in it
            .Replace("{{places}}",
                string.Join(
                    '\n', new ReplayPlaces(replay.Run.Province).All.Select(place => Data($"place-{place.Key}", replay.Whole(place.Key)))),
                StringComparison.Ordinal)
            .Replace("{{story}}", story?.Html ?? "", StringComparison.Ordinal);
    }

    private static string Data(string id, string json) => $"<script type=\"application/json\" id=\"{id}\">{json}</script>";

    private static string HashOf(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
