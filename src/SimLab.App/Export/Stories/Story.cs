using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SimLab.App.Texts;
using SimLab.Model;

namespace SimLab.App.Export.Stories;

/// <summary>A presenter's script for a recording, step by step. Read by <see cref="StoryFile"/>.</summary>
internal sealed record Story(Phrase Name, ImmutableArray<StoryStep> Steps)
{
    /// <summary>Enterprises whose histories a step shows.</summary>
    public ImmutableArray<int> Enterprises => [.. Steps.Select(step => step.Camera.Enterprise).OfType<int>().Distinct().Order()];

    /// <summary>The JSON that story.js reads. Texts are pairs, English and Chinese.</summary>
    /// <param name="lives">By enterprise, see <see cref="FirmLives"/>.</param>
    public JsonObject ToJson(JsonObject lives) => new()
    {
        ["name"] = Pair(Name),
        ["steps"] = new JsonArray([.. Steps.Select(step => (JsonNode)step.ToJson())]),
        ["lives"] = lives,
    };

    internal static JsonArray Pair(Phrase phrase) => new(phrase.En, phrase.Zh);
}

/// <summary>One step of a story: clock, camera, scene and text.</summary>
/// <param name="From">The month the clock is set to.</param>
/// <param name="Until">The month the clock then runs to; null: it stands.</param>
/// <param name="Scene">A scene of the player: map, race, flows, credit or cost.</param>
/// <param name="Caption">Text under the picture, for the audience.</param>
/// <param name="Notes">Text for the presenter alone; null: none.</param>
/// <param name="Pause">Seconds that auto-play waits after the clock has stopped; null: it waits for the
/// presenter.</param>
internal sealed record StoryStep(Month From, Month? Until, string Scene, StoryCamera Camera, Phrase Caption, Phrase? Notes, double? Pause)
{
    /// <summary>World shown: median, best, worst or fan.</summary>
    public string World { get; init; } = "median";

    /// <summary>Arms shown: both, or a or b alone.</summary>
    public string View { get; init; } = "both";

    /// <summary>Months per second while the clock runs.</summary>
    public int Speed { get; init; } = 4;

    public JsonObject ToJson() => new()
    {
        ["from"] = $"{From}",
        ["until"] = Until is { } until ? $"{until}" : null,
        ["scene"] = Scene,
        ["world"] = World,
        ["view"] = View,
        ["speed"] = Speed,
        ["camera"] = new JsonObject
        {
            ["region"] = Camera.Region,
            ["industry"] = Camera.Industry is { } industry ? $"{industry}" : null,
            ["enterprise"] = Camera.Enterprise
        },
        ["caption"] = Story.Pair(Caption),
        ["notes"] = Notes is null ? null : Story.Pair(Notes),
        ["pause"] = Pause,
    };
}

/// <summary>
/// Place shown: a region or an industry, or all; and the enterprise whose history is shown beside it.
/// </summary>
/// <param name="Region">Its name in the tables of the run; null: all.</param>
/// <param name="Industry">Null: all.</param>
/// <param name="Enterprise">Its number; null: none.</param>
internal sealed record StoryCamera(string? Region = null, Industry? Industry = null, int? Enterprise = null);
