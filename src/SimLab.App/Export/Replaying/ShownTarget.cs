using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace SimLab.App.Export.Replaying;

/// <summary>A target shown in the race scene.</summary>
/// <param name="Figure">The figure that measures it, see <see cref="ReplayFigures"/>.</param>
/// <param name="Month">Index of its month in the run, where 0 is the month before the first; −1: the run ends before
/// it.</param>
/// <param name="Wanted">The target value, in the unit of the figure.</param>
/// <param name="Told">Its entry in targets.json.</param>
internal sealed record ShownTarget(string Figure, int Month, double Wanted, JsonObject Told)
{
    // targets.json is in yuan, the player in units of 10,000 yuan.
    private const double Wan = 1e4;

    /// <summary>The targets of targets.json that the player shows.</summary>
    public static ImmutableArray<ShownTarget> In(JsonObject targets, int[] months) =>
    [
        .. from told in targets["targets"]!.AsArray().OfType<JsonObject>()
           let figure = ReplayFigures.OfTarget((string?)told["id"] ?? "")
           where figure is not null && told["target"] is JsonValue wanted && wanted.TryGetValue<double>(out _)
           select new ShownTarget(
               figure, MonthOf((string?)told["month"], months),
               (double)told["target"]! / ((string?)told["unit"] == "yuan" ? Wan : 1), told),
    ];

    public JsonObject ToJson() => new()
    {
        ["id"] = Told["id"]!.DeepClone(),
        ["figure"] = Figure,
        ["name"] = new JsonArray((string?)Told["name"] ?? "", (string?)Told["nameZh"] ?? (string?)Told["name"] ?? ""),
        ["at"] = Month,
        ["month"] = Told["month"]?.DeepClone(),
        ["money"] = (string?)Told["unit"] == "yuan",
        ["wanted"] = Wanted,
        ["arms"] = Told["arms"]?.DeepClone(),
    };

    private static int MonthOf(string? text, int[] months) =>
        int.TryParse(
            text?.Replace("-", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Array.IndexOf(months, number) : -1;
}
