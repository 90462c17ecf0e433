using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SimLab.Model;

namespace SimLab.App.Export.Stories;

/// <summary>
/// The JSON Schema (draft 7) of a story file, for editors. <see cref="StoryFile"/> checks this and more.
/// </summary>
internal static class StorySchema
{
    private const string MonthPattern = @"^\d{4}-(0[1-9]|1[0-2])$";
    private static readonly JsonSerializerOptions Readable = new()
    { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Json()
    {
        var both = Closed("In both languages.", new() { ["en"] = Text("English."), ["zh"] = Text("Chinese.") });
        both["required"] = new JsonArray("en", "zh");
        var step = Closed("Where the clock stands or runs, what is looked at, what is said.", new()
        {
            ["month"] = Month("The clock stands here."),
            ["from"] = Month("The clock runs from here until the month in until."),
            ["until"] = Month("Where the clock stops."),
            ["scene"] = OneOf(
                "What is shown: places filling up; the race toward the targets; firms rising and falling; credit and arrears; public "
                + "cost.", StoryReader.Scenes),
            ["world"] = OneOf("Which draw of luck; fan is all of them. Without it, median.", StoryReader.Worlds),
            ["view"] = OneOf("Both sides, or the left (a) or the right (b) alone. Without it, both.", StoryReader.Views),
            ["camera"] = Closed("Narrows the picture to a region or an industry; shows the history of an enterprise beside it.", new()
            {
                ["region"] = Text("A region of the province, as in series.parquet."),
                ["industry"] = OneOf("As in series.parquet.", Enum.GetNames<Industry>()),
                ["enterprise"] = new JsonObject
                { ["description"] = "Its number, as in the tables of the run.", ["type"] = "integer", ["minimum"] = 0 },
            }),
            ["caption"] = new JsonObject { ["description"] = "Under the picture, for the room.", ["$ref"] = "#/definitions/both" },
            ["notes"] = new JsonObject
            {
                ["description"] = "For the presenter alone, in one language or in both.",
                ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, new JsonObject { ["$ref"] = "#/definitions/both" })
            },
            ["speed"] = new JsonObject
            {
                ["description"] = "Months a second while the clock runs. Without it, 4.",
                ["enum"] = new JsonArray([.. StoryReader.Speeds.Select(speed => JsonNode.Parse(speed))])
            },
            ["pause"] = new JsonObject
            {
                ["description"] =
                    $"Seconds that auto-play stays at the end of the step; {StoryReader.Hold}: until the presenter goes on. Without it, 8.",
                ["anyOf"] = new JsonArray(
                    new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = StoryReader.MostSeconds },
                    new JsonObject { ["enum"] = new JsonArray(StoryReader.Hold) }),
            },
        });
        step["required"] = new JsonArray("scene", "caption");
        var story = Closed("A SimLab story", new()
        {
            ["name"] = Text("What is said."),
            ["nameZh"] = Text("The name in Chinese."),
            ["steps"] = new JsonObject { ["type"] = "array", ["items"] = step, ["minItems"] = 1, ["maxItems"] = StoryReader.MostSteps },
        });
        story.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        story["required"] = new JsonArray("name", "steps");
        story["definitions"] = new JsonObject { ["both"] = both };
        return story.ToJsonString(Readable) + "\n";
    }

    private static JsonObject Closed(string description, JsonObject properties) => new()
    {
        ["description"] = description,
        ["type"] = "object",
        ["properties"] = properties,
        ["additionalProperties"] = false,
    };

    private static JsonObject Text(string description) => new() { ["description"] = description, ["type"] = "string", ["minLength"] = 1 };

    private static JsonObject Month(string description) =>
        new() { ["description"] = description, ["type"] = "string", ["pattern"] = MonthPattern };

    private static JsonObject OneOf(string description, string[] words) =>
        new() { ["description"] = description, ["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]) };
}
