using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SimLab.Engine.Experiments;
using SimLab.Engine.Experiments.Kinds;
using SimLab.Engine.Experiments.Models;
using SimLab.Engine.Experiments.Output;

namespace SimLab.App.Console;

/// <summary>
/// An experiment as one JSON document, for programs; a table is a list of rows with the column names of its files.
/// </summary>
internal static class ExperimentDocument
{
    private static readonly JsonSerializerOptions Format = new()
    { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Json(Experiment experiment, ExperimentFindings findings, ExperimentManifest manifest) => new JsonObject
    {
        ["name"] = experiment.Name,
        ["kind"] = experiment.Kind.Name,
        ["hash"] = manifest.ResultHash,
        ["contentAddress"] = manifest.ContentAddress,
        ["seed"] = experiment.Seed,
        ["worlds"] = manifest.Worlds,
        ["enterprises"] = manifest.Enterprises,
        ["sentences"] = new JsonArray([.. findings.Sentences.Select(s => JsonValue.Create(s))]),
        ["tables"] = new JsonObject(
            findings.Tables.Where(t => t.Shown).Select(t => KeyValuePair.Create<string, JsonNode?>(t.Name, Rows(t)))),
    }.ToJsonString(Format) + "\n";

    public static string Json(RunsMoved moved) => new JsonObject
    {
        ["sentences"] = new JsonArray([.. moved.Sentences.Select(s => JsonValue.Create($"{s}"))]),
        ["tables"] = new JsonObject { [moved.Table.Name] = Rows(moved.Table) },
    }.ToJsonString(Format) + "\n";

    private static JsonArray Rows(FindingsTable table) => new([.. table.Rows.Select(row => new JsonObject(
        table.Columns.Select((column, i) => KeyValuePair.Create<string, JsonNode?>(column.Name, row[i] switch
        {
            string text => text,
            double value when double.IsFinite(value) => value,
            _ => null,
        })))) ]);
}
