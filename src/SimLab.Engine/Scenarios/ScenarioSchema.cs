using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Model;
using SimLab.Model.Economy;

namespace SimLab.Engine.Scenarios;

/// <summary>
/// The JSON Schema (draft 7, the one YAML editors support best) of a scenario file: allowed keys and values, with units
/// and sources to read while typing. <see cref="ScenarioFile"/> checks the same and more.
/// </summary>
public static class ScenarioSchema
{
    private const string MonthPattern = @"^\d{4}-(0[1-9]|1[0-2])$";
    private const string YearPattern = @"^(20\d\d|2100)$";
    private const string NumberPattern = @"^[+-]?(\d+\.?\d*|\.\d+)";        // followed by its unit
    private static readonly JsonSerializerOptions Readable = new()
    { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as indented JSON.</summary>
    public static string Json(MeasureCatalog catalog)
    {
        var schema = Closed("A SimLab scenario", new()
        {
            ["name"] = Text("What a minister would call it."),
            ["nameZh"] = Text("The name in Chinese."),
            ["note"] = Text("A paragraph on what it asks."),
            ["noteZh"] = Text("The paragraph in Chinese."),
            ["extends"] = Text("Another scenario file; this one says only what differs from it."),
            ["baseline"] = Text("The scenario file run beside this one with the same luck, or off."),
            ["start"] = Month("First month of the run."),
            ["months"] = Whole("Length of the run.", 1, ScenarioReader.MostMonths),
            ["replicates"] = Whole("Draws of luck in each arm.", 1, ScenarioReader.MostReplicates),
            ["seed"] = new JsonObject { ["description"] = "Same seed, same result.", ["type"] = "integer", ["minimum"] = 0 },
            ["population"] = Text("The population file, from the folder of this file."),
            ["macro"] = Closed("The world outside the model, by year.", Parameters(Parameter.Of(new Macro()))),
            ["behaviour"] = Closed(
                "How firms, banks and offices behave: assumptions, not policy.", Parameters(Parameter.Of(new BehaviouralParameters()))),
            ["closure"] = new JsonObject
            {
                ["description"] = "full: what firms pay comes back to their region as demand, pay answers to employment, and measures "
                    + "have a payer; none: these numbers under behaviour are 0.",
                ["enum"] = new JsonArray("full", "none"),
            },
            ["measures"] = MeasuresOf(catalog),
            ["changes"] = new JsonObject
            {
                ["description"] =
                    "What changes in the measures on the way: the month, then measures as above, with the levers that change from it on. "
                    + "off ends a measure.",
                ["type"] = "object",
                ["patternProperties"] = new JsonObject { [MonthPattern] = new JsonObject { ["$ref"] = "#/properties/measures" } },
                ["additionalProperties"] = false,
            },
            ["branch"] = Closed("Set by simlab branch: the recorded run this scenario is a branch of.", new()
            {
                ["of"] = Text("Content address of that run."),
                ["at"] = Month("The first month that differs."),
            }),
            ["targets"] = Closed(
                "What is to be reached.",
                new(OutcomeCatalog.TargetIds.Select(id => KeyValuePair.Create<string, JsonNode?>(id, OrOff(TargetOf(id)))))),
        });
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        schema["required"] = new JsonArray("name");
        return schema.ToJsonString(Readable) + "\n";
    }

    // Each by its key, and as gansu-2023/09, gansu-2023/CultivateSpecialisedSmes or gansu-2023/cultivate-specialised-smes.
    private static JsonObject MeasuresOf(MeasureCatalog catalog)
    {
        var schema = Closed(
            "The measures in force, by name or as document/clause. off removes one that is inherited.", Measures(catalog));
        schema["patternProperties"] = new JsonObject(catalog.Measures.Select(m => KeyValuePair.Create<string, JsonNode?>(
            $"^{m.Id.Document}/(0*{m.Id.Clause}|{m.Name}|{Spelling.Hyphenated(m.Name)})$",
            new JsonObject { ["$ref"] = $"#/properties/measures/properties/{m.Key.Replace("/", "~1", StringComparison.Ordinal)}" })));
        return schema;
    }

    private static JsonObject Measures(MeasureCatalog catalog) => new(catalog.Measures.Select(m =>
    {
        var levers = Parameters(m.Levers);
        levers["from"] = Month("First month in force; without it, from the beginning of the run.");
        levers[Payers.Key] = new JsonObject
        {
            ["description"] = "Who pays: the centre (transfer), the province's other spending, its bonds (debt) or taxes on households. "
                + $"Without it, {Payers.Written(m.Clause.FinancedBy)}, as the document means it.",
            ["enum"] = new JsonArray([.. Payers.Words.Select(word => (JsonNode)word)]),
        };
        levers["until"] = Month("Last month in force; without it, to the end of the run.");
        return KeyValuePair.Create<string,
            JsonNode?>(m.Key, OrOff(Closed($"{m.Clause.Number} {m.Clause.Heading}: {m.Clause.Text}", levers)));
    }));

    private static JsonObject Parameters(IEnumerable<Parameter> parameters) =>
        new(parameters.Select(d => KeyValuePair.Create<string, JsonNode?>(d.Name, Number(d))));

    private static JsonObject Number(Parameter parameter)
    {
        var schema = new JsonObject
        {
            ["description"] = $"{parameter.Unit}, {NearestWord.Number(parameter.Min)} to {NearestWord.Number(parameter.Max)}. "
            + $"{parameter.Source}"
        };
        if (parameter.Type != typeof(YearPath)) schema["default"] = ScenarioText.NumberJson(parameter.Default);
        if (parameter.Type == typeof(bool))
            schema["type"] = "boolean";
        else if (parameter.Type == typeof(YearPath))
            schema["anyOf"] = new JsonArray([.. Amounts(parameter, "number"), new JsonObject
            {
                ["type"] = "object",
                ["patternProperties"] = new JsonObject
                    { [YearPattern] = new JsonObject { ["anyOf"] = new JsonArray(Amounts(parameter, "number")) } },
                ["additionalProperties"] = false,
                ["minProperties"] = 1,
            }]);
        else
            schema["anyOf"] = new JsonArray(Amounts(parameter, parameter.Type == typeof(double) ? "number" : "integer"));
        return schema;
    }

    // A bare number, or a text of number and unit.
    private static JsonNode[] Amounts(Parameter parameter, string type) =>
    [
        new JsonObject { ["type"] = type, ["minimum"] = parameter.Min, ["maximum"] = parameter.Max },
        new JsonObject { ["type"] = "string", ["pattern"] = NumberPattern },
    ];

    private static JsonObject TargetOf(string id)
    {
        JsonNode amount() => new JsonObject { ["type"] = new JsonArray("number", "string") };
        var target = Closed($"{id}: one of {string.Join(", ", TargetReader.Comparisons)}, with unit and by.", new()
        {
            ["atLeast"] = amount(),
            ["above"] = amount(),
            ["about"] = amount(),
            ["atLeastLastYear"] = new JsonObject { ["type"] = "boolean" },
            ["aboveLastYear"] = new JsonObject { ["type"] = "boolean" },
            ["tolerance"] = amount(),
            ["unit"] = Text("The unit of the number, such as firms."),
            ["by"] = Month("The month in which it is judged."),
            ["source"] = Text("Where the target stands."),
        });
        target["required"] = new JsonArray("unit", "by");
        return target;
    }

    private static JsonObject OrOff(JsonObject written) => new()
    {
        ["description"] = written["description"]!.DeepClone(),
        ["anyOf"] = new JsonArray(written, new JsonObject { ["enum"] = new JsonArray("off", null) }),
    };

    /// <summary>An object with these properties and no others.</summary>
    internal static JsonObject Closed(string description, JsonObject properties) => new()
    {
        ["description"] = description,
        ["type"] = "object",
        ["properties"] = properties,
        ["additionalProperties"] = false,
    };

    /// <summary>A text.</summary>
    internal static JsonObject Text(string description) => new() { ["description"] = description, ["type"] = "string" };

    /// <summary>A month, such as 2023-03.</summary>
    internal static JsonObject Month(string description) =>
        new() { ["description"] = description, ["type"] = "string", ["pattern"] = MonthPattern };

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    internal static JsonObject Whole(string description, int min, int max) =>
        new() { ["description"] = description, ["type"] = "integer", ["minimum"] = min, ["maximum"] = max };
}
