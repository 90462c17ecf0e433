using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SimLab.Engine.Experiments.Kinds;

namespace SimLab.Engine.Experiments.Output;

/// <summary>
/// findings.json: the sentences and every table but that of single worlds, with headings and units, so that a page can
/// show any kind of experiment. A missing number is null.
/// </summary>
public static class FindingsText
{
    private static readonly JsonSerializerOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The findings as JSON, without pictures and files.</summary>
    public static string Write(ExperimentFindings findings) => new JsonObject
    {
        ["sentences"] = new JsonArray([.. findings.Sentences.Select(s => JsonValue.Create(s))]),
        ["tables"] = new JsonArray([.. findings.Tables.Where(table => table.Name != WorldsTable.Name).Select(Json)]),
    }.ToJsonString(Layout) + "\n";

    /// <summary>Reads the text of <see cref="Write"/>; it has no pictures and files.</summary>
    /// <exception cref="JsonException">The text is not a findings file.</exception>
    public static ExperimentFindings Read(string json)
    {
        try
        {
            var tree = JsonNode.Parse(json)!;
            return new([.. tree["sentences"]!.AsArray().Select(s => (string)s!)],
                [.. tree["tables"]!.AsArray().Select(t => ReadTable(t!))], []);
        }
        catch (Exception e) when (e is InvalidOperationException or NullReferenceException or FormatException)
        {
            throw new JsonException("These are not the findings of an experiment.", e);
        }
    }

    private static JsonObject Json(FindingsTable table) => new()
    {
        ["name"] = table.Name,
        ["title"] = table.Title,
        ["shown"] = table.Shown,
        ["columns"] = new JsonArray(
            [.. table.Columns.Select(c =>
            new JsonObject
            { ["name"] = c.Name, ["words"] = c.Words, ["unit"] = c.Unit, ["isText"] = c.IsText, ["isDetail"] = c.IsDetail })]),
        ["rows"] = new JsonArray([.. table.Rows.Select(row => new JsonArray([.. row.Select(Cell)]))]),
        ["limits"] = new JsonObject(table.Limits.OrderBy(cell => cell.Key, StringComparer.Ordinal)
            .Select(cell => KeyValuePair.Create<string, JsonNode?>(cell.Key, new JsonArray([.. cell.Value.Select(Json)])))),
    };

    private static JsonObject Json(StatedLimit limit) => new()
    { ["name"] = limit.Name, ["low"] = Cell(limit.Low), ["high"] = Cell(limit.High), ["unit"] = limit.Unit };

    private static JsonNode? Cell(object cell) => cell switch
    {
        string text => JsonValue.Create(text),
        double value when double.IsFinite(value) => JsonValue.Create(value),
        _ => null,
    };

    private static FindingsTable ReadTable(JsonNode node)
    {
        var columns = node["columns"]!.AsArray()
            .Select(c => new TableColumn((string)c!["name"]!, (string)c["words"]!, (string)c["unit"]!)
            { IsText = (bool)c["isText"]!, IsDetail = (bool)c["isDetail"]! }).ToImmutableArray();
        var table = new FindingsTable((string)node["name"]!, (string)node["title"]!, columns)
        { Shown = (bool)node["shown"]!, Limits = ReadLimits(node["limits"] as JsonObject) };
        foreach (var row in node["rows"]!.AsArray())
            table.Add([.. row!.AsArray()
                .Select((cell, i) => columns[i].IsText ? (object)((string?)cell ?? "") : cell is null ? double.NaN : (double)cell)]);
        return table;
    }

    // Findings of earlier builds have none.
    private static ImmutableDictionary<string, ImmutableArray<StatedLimit>> ReadLimits(JsonObject? limits) =>
        (limits ?? []).ToImmutableDictionary(cell => cell.Key, cell => cell.Value!.AsArray().Select(limit =>
            new StatedLimit((string)limit!["name"]!, Number(limit["low"]), Number(limit["high"]), (string)limit["unit"]!))
            .ToImmutableArray());

    private static double Number(JsonNode? number) => number is null ? double.NaN : (double)number;
}
