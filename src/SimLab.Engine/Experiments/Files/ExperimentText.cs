using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Scenarios;

namespace SimLab.Engine.Experiments.Files;

/// <summary>
/// An experiment as text: everything that determines its result, every number explicit, without file paths and notes.
/// </summary>
public static class ExperimentText
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>The canonical JSON text; its hash is part of the content address.</summary>
    public static string Canonical(Experiment experiment) => new JsonObject
    {
        ["study"] = JsonSerializer.SerializeToNode(experiment.Kind, experiment.Kind.GetType(), Readable),
        ["last"] = experiment.Last.ToString(),
        ["replicates"] = experiment.Replicates,
        ["until"] = experiment.Until is { } until ? JsonSerializer.SerializeToNode(until, Readable) : null,
        ["seed"] = experiment.Seed,
        ["enterprises"] = experiment.Enterprises,
        ["factors"] = new JsonArray([.. experiment.Factors.Select(FactorJson)]),
        ["outcomes"] = new JsonArray(
            [.. experiment.Outcomes.Select(o => new JsonObject { ["name"] = o.Name, ["unit"] = o.Unit, ["read"] = o.Address })]),
        ["scenarios"] = new JsonArray(
            [.. experiment.Scenarios.Select(s =>
            JsonNode.Parse(
            ScenarioText.Canonical(
            s with { Baseline = null, Replicates = experiment.Replicates, Seed = experiment.Seed, Months = experiment.Months })))]),
    }.ToJsonString(Readable) + "\n";

    private static JsonObject FactorJson(ExperimentFactor factor) => new()
    {
        ["name"] = factor.Name,
        ["unit"] = factor.Unit,
        ["low"] = factor.InTable(factor.Range.Low),
        ["high"] = factor.InTable(factor.Range.High),
        ["scale"] = factor.Range.Scale.ToString(),
        ["whole"] = factor.Range.Whole,
        ["values"] = factor.Range.Choices.IsEmpty ? null
            : new JsonArray([.. factor.Range.Choices.Select(v => JsonValue.Create(factor.InTable(v)))]),
    };
}
