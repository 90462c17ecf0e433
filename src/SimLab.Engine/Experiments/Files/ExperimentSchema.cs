using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Populations;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Model.Economy;
using static SimLab.Engine.Scenarios.ScenarioSchema;

namespace SimLab.Engine.Experiments.Files;

/// <summary>
/// The JSON Schema (draft 7) of an experiment file, for editors. <see cref="ExperimentFile"/> checks the same and more.
/// </summary>
public static class ExperimentSchema
{
    private static readonly JsonSerializerOptions Readable = new()
    { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema with the measures of a catalog.</summary>
    public static string Json(MeasureCatalog catalog)
    {
        var properties = new JsonObject
        {
            ["name"] = Text("What a minister would call it."),
            ["nameZh"] = Text("The name in Chinese."),
            ["note"] = Text("A paragraph on what it asks."),
            ["noteZh"] = Text("The paragraph in Chinese."),
            ["kind"] = new JsonObject
            {
                ["description"] = string.Join(" ", ExperimentKindInfo.All.Select(k => $"{k.Name}: {k.Summary}")),
                ["enum"] = new JsonArray([.. ExperimentKindInfo.All.Select(k => JsonValue.Create(k.Name))])
            },
            ["scenario"] = Text(
                "The scenario file whose firms, months, measures and targets the experiment starts from, from the folder of this file."),
            ["scenarios"] = new JsonObject
            {
                ["description"] = "For compare and robustness: scenario files; the first is what the others are compared with, or the "
                + "policy that gives months and targets.",
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "string" },
                ["minItems"] = 1
            },
            ["enterprises"] = Whole(
                "Run on a reduced population of about so many weighted enterprises that stand for the same province; without it, on the "
                + "whole one.", ExperimentReader.FewestEnterprises, ExperimentReader.MostEnterprises),
            ["last"] = Month("Last month of every world; without it, that of the scenario."),
            ["replicates"] = Whole("Draws of luck in each arm; with until, the fewest.", 1, ScenarioReader.MostReplicates),
            ["until"] = Until(),
            ["seed"] = new JsonObject
            { ["description"] = "Same seed, same result; without it, that of the scenario.", ["type"] = "integer", ["minimum"] = 0 },
            ["factors"] = Factors(catalog),
            ["outcomes"] = Outcomes(),
        };
        foreach (var (setting, kinds) in ExperimentKindInfo.All.SelectMany(kind => kind.Settings).Distinct()
            .Select(setting => (setting, ExperimentKindInfo.All.Where(kind => kind.Settings.Contains(setting)))))
        {
            var schema = setting.Schema();
            schema["description"] = $"({string.Join(", ", kinds.Select(kind => kind.Name))}) {setting.Description}";
            properties.Add(setting.Key, schema);
        }
        var whole = Closed("A SimLab experiment", properties);
        whole.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        whole["required"] = new JsonArray("name", "kind");
        whole["definitions"] = new JsonObject { ["range"] = Range() };
        return whole.ToJsonString(Readable) + "\n";
    }

    private static JsonObject Until()
    {
        var until = Closed("Add replicates until the 95 % interval of an outcome is narrow enough, or the budget is spent.", new()
        {
            ["outcome"] = Text("One of the outcomes."),
            ["halfWidth"] = new JsonObject
            { ["description"] = "Half of the interval, in the outcome's unit.", ["type"] = new JsonArray("number", "string") },
            ["worlds"] = Whole("Most worlds, all arms together.", 2, ExperimentReader.MostUntilWorlds),
        });
        until["required"] = new JsonArray("outcome", "halfWidth", "worlds");
        return until;
    }

    private static JsonObject Factors(MeasureCatalog catalog)
    {
        var factors = new JsonObject();
        foreach (var measure in catalog.Measures)
        {
            foreach (var lever in measure.Levers) factors[$"{measure.Name}.{lever.Name}"] = Factor(lever);
            factors[$"{measure.Name}.from"] = Factor("First month in force.");
            factors[$"{measure.Name}.until"] = Factor("Last month in force.");
        }
        foreach (var number in Parameter.Of(new BehaviouralParameters())) factors[$"behaviour.{number.Name}"] = Factor(number);
        foreach (var number in Parameter.Of(new Macro())) factors[$"macro.{number.Name}"] = Factor(number);
        foreach (var figure in RecipeFigures.All)
            factors[$"population.{figure.Key}"] =
                Factor($"{figure.Given.Unit}. A figure of the firms at month zero; needs a range of its own.");
        return new()
        {
            ["description"] = "What is varied, and where: levers, dates, behaviour, numbers of the world outside, figures of the firms.",
            ["type"] = "object",
            ["properties"] = factors,
            ["patternProperties"] = new JsonObject { [@"^macro\.[A-Za-z]+\.20\d\d$"] = Factor("One year of a path.") },
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Factor(Parameter parameter) =>
        Factor($"{parameter.Unit}, {NearestWord.Number(parameter.Min)} to {NearestWord.Number(parameter.Max)}. {parameter.Source}");

    private static JsonObject Factor(string description) => new()
    {
        ["description"] = description,
        ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = "#/definitions/range" }),
    };

    private static JsonObject Range()
    {
        JsonNode value() => new JsonObject { ["type"] = new JsonArray("number", "string") };
        var map = Closed("The ends of a range or listed values; the whole range of the number when nothing is given.", new()
        {
            ["low"] = value(),
            ["high"] = value(),
            ["values"] = new JsonObject { ["type"] = "array", ["items"] = value(), ["minItems"] = 1 },
            ["log"] = new JsonObject { ["description"] = "Even on a logarithmic scale.", ["type"] = "boolean" },
            ["integer"] = new JsonObject { ["description"] = "Whole numbers only.", ["type"] = "boolean" },
        });
        return new()
        {
            ["anyOf"] = new JsonArray(
            map, new JsonObject { ["type"] = "array", ["items"] = value(), ["minItems"] = 1 }, new JsonObject { ["type"] = "null" })
        };
    }

    private static JsonObject Outcomes()
    {
        JsonNode target() => new JsonObject { ["enum"] = new JsonArray([.. OutcomeCatalog.TargetIds.Select(id => JsonValue.Create(id))]) };
        var outcome = Closed("Of what, when.", new()
        {
            ["of"] = Text($"What is read when the name does not say it: {string.Join(", ", OutcomeReader.Known)}, or cost.Measure."),
            ["at"] = Month("The month it is read in; without it, that of the scenario's target, or the last."),
            ["from"] = Month("A flow or public cost is added up from this month; without it, from the first."),
            ["to"] = Month("… to this one; without it, to the last."),
            ["met"] = new JsonObject
            {
                ["description"] = "1 where a world meets all of these targets, else 0.",
                ["anyOf"] = new JsonArray(target(), new JsonObject { ["type"] = "array", ["items"] = target(), ["minItems"] = 1 })
            },
        });
        return new()
        {
            ["description"] = "What is read of every world, by name; without it, the scenario's targets, public cost and jobs.",
            ["type"] = "object",
            ["additionalProperties"] = new JsonObject { ["anyOf"] = new JsonArray(outcome, new JsonObject { ["type"] = "null" }) },
        };
    }
}
