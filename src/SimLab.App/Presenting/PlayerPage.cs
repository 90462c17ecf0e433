using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Enterprises;

namespace SimLab.App.Presenting;

/// <summary>
/// One HTML file that replays a recording: style, program and figures inside, nothing asked of any server. Its policy
/// allows the one program and the one style by their hashes and no request at all. Money in units of 10,000 yuan.
/// </summary>
internal static class PlayerPage
{
    private const string Folder = "player/";

    public static string Write(ShownRun run)
    {
        var (style, program) = (Part("player.css"), Part("player.js"));
        return Part("player.html")
            .Replace("{{policy}}", $"default-src 'none'; script-src '{HashOf(program)}'; style-src '{HashOf(style)}'; base-uri 'none'; form-action 'none'", StringComparison.Ordinal)
            .Replace("{{style}}", style, StringComparison.Ordinal)
            .Replace("{{program}}", program, StringComparison.Ordinal)
            .Replace("{{data}}", Data(run).ToJsonString(), StringComparison.Ordinal);      // the default encoder leaves no "<" in it
    }

    internal static JsonObject Data(ShownRun run)
    {
        var manifest = run.Run.Manifest;
        var ids = Engine.Reporting.RunDocument.ArmIds(run.Arms);
        return new()
        {
            ["scenario"] = new JsonArray(manifest.Name, (string?)run.Targets["scenarioZh"] ?? manifest.Name),
            ["arms"] = new JsonArray([.. ids.Select((id, i) => (JsonNode)new JsonObject
            {
                ["id"] = id,
                ["name"] = new JsonArray(manifest.Arms[i].Name, (string?)run.Targets["armNames"]?[id]?["nameZh"] ?? manifest.Arms[i].Name),
            })]),
            ["replicates"] = run.Replicates,
            ["months"] = Numbers(run.Months.Select(month => (long)month)),
            ["regions"] = new JsonArray([.. Enum.GetValues<Region>().Select(region => (JsonNode)new JsonArray(Spaced($"{region}"), region.Chinese()))]),
            ["recordedBy"] = manifest.ModelBuild[..16],
            ["exportedBy"] = ModelBuild.Hash[..16],
            ["seed"] = $"{manifest.Seed}",
            ["hash"] = manifest.ResultHash,
            ["targets"] = run.Targets["targets"]!.DeepClone(),
            ["province"] = Keyed(ShownColumn.All.Select((column, i) => (column.Column, Series(column, run.Province[i])))),
            ["map"] = Keyed(ShownColumn.All.Select((column, i) => (Column: column, Index: i)).Where(shown => shown.Column.OnMap)
                .Select(shown => (shown.Column.Column, Series(shown.Column, run.Regions[shown.Index])))),
            ["flows"] = Keyed(FirmFlows.Kinds.Select((kind, i) => (kind.Name, Numbers(run.Flows.Counts[i])))),
            ["costs"] = new JsonArray([.. run.Costs.Select(cost => (JsonNode)new JsonObject
            {
                ["clause"] = cost.Key,
                ["name"] = MeasureName(run, cost.Key),
                ["values"] = Numbers(cost.Value.Select(TenThousands)),
            })]),
        };
    }

    // In English the record's name, as in all tables; in Chinese the heading in the notice.
    private static JsonArray MeasureName(ShownRun run, int clause)
    {
        var booked = run.Targets["publicCost"]!.AsArray().FirstOrDefault(cost => (int?)cost?["clause"] == clause);
        var known = MeasureCatalog.Default.Measures.FirstOrDefault(measure => measure.Clause.Number == clause);
        return new(Spaced((string?)booked?["measure"] ?? known?.Name ?? ""), known?.Clause.Heading ?? "");
    }

    private static JsonArray Series(ShownColumn column, long[] values) => Numbers(column.IsMoney ? values.Select(TenThousands) : values);

    private static long TenThousands(long fen) => (long)Math.Round(fen / (double)Fen.PerWan, MidpointRounding.AwayFromZero);

    private static JsonArray Numbers(IEnumerable<long> values) => new([.. values.Select(value => (JsonNode)value)]);

    private static JsonObject Keyed(IEnumerable<(string Key, JsonArray Values)> columns)
    {
        var keyed = new JsonObject();
        foreach (var (key, values) in columns) keyed[key] = values;
        return keyed;
    }

    private static string Spaced(string name) => string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}"));

    // Lines end as the browser reads them, or the hash would not be the program's.
    private static string Part(string name)
    {
        using var stream = typeof(PlayerPage).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"Bug in SimLab: the player's {name} is not in the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string HashOf(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
