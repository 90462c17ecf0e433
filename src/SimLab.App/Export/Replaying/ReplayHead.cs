using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SimLab.App.Texts;
using SimLab.Engine;
using SimLab.Engine.Recording;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.App.Export.Replaying;

/// <summary>The metadata the player loads before any figure. Texts are pairs, English and Chinese.</summary>
internal static class ReplayHead
{
    private const int Short = 16;

    public static JsonObject Of(
        RunReader run, JsonObject targets, int[] months, int[] starts, RankedWorlds ranked, ShownTargets shown,
        ImmutableArray<MeasureId> measures)
    {
        var manifest = run.Manifest;
        var ids = RunDocument.ArmIds(manifest.Arms.Count);
        return new()
        {
            ["scenario"] = new JsonArray(manifest.Name, (string?)targets["scenarioZh"] ?? manifest.Name),
            ["arms"] = new JsonArray([.. ids.Select((id, i) => (JsonNode)new JsonObject
            {
                ["id"] = id,
                ["name"] = new JsonArray(manifest.Arms[i].Name, (string?)targets["armNames"]![id]?["nameZh"] ?? manifest.Arms[i].Name),
            })]),
            ["replicates"] = manifest.Replicates,
            ["worlds"] = new JsonObject { ["median"] = ranked.Median, ["best"] = ranked.Best, ["worst"] = ranked.Worst },
            ["months"] = new JsonArray([.. months.Select(month => (JsonNode)month)]),
            ["chunks"] = new JsonArray([.. starts.Select(start => (JsonNode)start)]),
            ["stats"] = new JsonArray([.. ReplayReading.Stats.Select(stat => (JsonNode)stat)]),
            ["mapStats"] = new JsonArray([.. ReplayReading.MapStats.Select(stat => (JsonNode)stat)]),
            ["regions"] = new JsonArray(
                [.. run.Province.AllRegions().Select(region => (JsonNode)Tile(run.Province, region))]),
            ["industries"] = new JsonArray(
                [.. Enum.GetValues<Industry>()
                .Select(industry => (JsonNode)Named($"{industry}", PlaceNames.Of(industry).En, PlaceNames.Of(industry).Zh))]),
            ["targets"] = new JsonArray([.. shown.Shown.Select(target => (JsonNode)target.ToJson())]),
            ["unshown"] = new JsonArray([.. shown.Unshown.Select(told => (JsonNode)ShownTarget.NameOf(told))]),
            ["costs"] = new JsonArray(
                [.. measures.Select(id =>
                (JsonNode)new JsonObject { ["id"] = $"{id}", ["figure"] = Names.CostColumn(id), ["name"] = MeasureName(targets, id) })]),
            ["unknown"] = new JsonArray([.. run.UnknownMeasures.Select(id => (JsonNode)$"{id}")]),
            ["branch"] = manifest.Branch is { } branch ? new JsonObject { ["of"] = branch.Of[..Short], ["at"] = branch.At } : null,
            ["recordedBy"] = manifest.ModelBuild[..Short],
            ["shownBy"] = ModelBuild.Hash[..Short],
            ["seed"] = $"{manifest.Seed}",
            ["hash"] = manifest.ResultHash,
        };
    }

    // The last two are column and row on the map, from 0.
    private static JsonArray Tile(Province province, Region region) =>
        new(province.Of(region).Name, PlaceNames.Of(province, region).En, PlaceNames.Of(province, region).Zh,
            province.Of(region).Column - 1, province.Of(region).Row - 1);

    private static JsonArray Named(string key, string en, string zh) => new JsonArray(key, en, zh);

    // English: the record's name, spaced; Chinese: the heading in the notice.
    private static JsonArray MeasureName(JsonObject targets, MeasureId id)
    {
        var booked = targets["publicCost"]!.AsArray().FirstOrDefault(cost => (string?)cost?["id"] == $"{id}");
        var known = MeasureCatalog.Default.Measures.FirstOrDefault(measure => measure.Id == id);
        var name = ParameterTexts.Spaced((string?)booked?["measure"] ?? known?.Name ?? $"{id}");
        return new(name, known?.Clause.Heading ?? name);
    }
}
