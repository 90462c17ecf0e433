using System.Text.Json.Nodes;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios.Outcomes;

namespace SimLab.App.Export.Replaying;

/// <summary>A target shown in the race scene.</summary>
/// <param name="Outcome">What it is about.</param>
/// <param name="Month">Index of its month in the run, where 0 is the month before the first; −1: the run ends before
/// it.</param>
/// <param name="Recorded">Its entry in targets.json.</param>
internal sealed record ShownTarget(OutcomeDefinition Outcome, int Month, JsonObject Recorded)
{
    /// <summary>The figure that measures it, see <see cref="ReplayFigures"/>.</summary>
    public string Figure => $"target.{Outcome.Id}";

    /// <summary>Its value in the unit of the player: money in units of 10,000 yuan, rounded to whole ones.</summary>
    public double Scaled(double value) =>
        IsMoney ? Math.Round(value / ReplayFigures.YuanPerUnit, MidpointRounding.AwayFromZero) : value;

    public JsonObject ToJson() => new()
    {
        ["id"] = Outcome.Id,
        ["figure"] = Figure,
        ["name"] = NameOf(Recorded),
        ["at"] = Month,
        ["month"] = Recorded["month"]?.DeepClone(),
        ["money"] = IsMoney,
        ["share"] = TargetTexts.IsShare(Outcome.Unit),
        ["yearly"] = Outcome.CountsAYear,
        // Without a number of its own the target of an arm is its benchmark: another outcome, or the year before.
        ["wanted"] = new JsonObject(
            Arms.Select(arm => KeyValuePair.Create<string, JsonNode?>(
                arm.Key, (Number(Recorded["target"]) ?? Number(arm.Value?["yardstick"])) is { } wanted ? Scaled(wanted) : null))),
        ["arms"] = Arms.DeepClone(),
    };

    /// <summary>The name of a target of targets.json, in English and Chinese.</summary>
    public static JsonArray NameOf(JsonObject told) =>
        new((string?)told["name"] ?? "", (string?)told["nameZh"] ?? (string?)told["name"] ?? "");

    private JsonObject Arms => Recorded["arms"] as JsonObject ?? new JsonObject();

    private bool IsMoney => TargetTexts.IsMoney(Outcome.Unit);

    private static double? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<double>(out var number) ? number : null;
}
