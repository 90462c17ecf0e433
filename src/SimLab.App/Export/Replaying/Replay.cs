using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using SimLab.Engine;
using SimLab.Engine.Recording;

namespace SimLab.App.Export.Replaying;

/// <summary>
/// A recording in the player's format: a head, and for each place a view and its chunks, one per calendar year. The
/// packed JSON does not grow with the number of worlds, so a long recording takes few megabytes and a page fetches only
/// the years it shows.
/// <code>
/// view   { tracks: { figure: [(arm × months + month) × stats + stat] }, tops: { figure: [chunk] }, mapTops: [region × chunks + chunk] }
/// chunk { figures: { figure: [(arm × n + month) × stats + stat] }, map: { column: [((arm × n + month) × regions +
/// region) × mapStats + stat] } }
/// </code>
/// A figure that is always zero is written as 0. Regions have no map of their own.
/// </summary>
internal sealed class Replay
{
    private readonly Dictionary<string, byte[]> _views;
    private readonly Dictionary<string, byte[][]> _chunks;

    internal Replay(RunReader run, JsonObject head, Dictionary<string, byte[]> views, Dictionary<string, byte[][]> chunks) =>
        (Run, Head, _views, _chunks) = (run, head, views, chunks);

    /// <summary>The recording.</summary>
    public RunReader Run { get; }

    /// <summary>Scenario, arms, months, targets, names, provenance.</summary>
    public JsonObject Head { get; }

    /// <summary>The model build that recorded the run; null: this build.</summary>
    public string? OtherBuild => Run.Manifest.ModelBuild == ModelBuild.Hash ? null : Run.Manifest.ModelBuild;

    /// <summary>Packed (gzip) JSON; null: no such place.</summary>
    public byte[]? View(string place) => _views.GetValueOrDefault(place);

    /// <summary>Packed (gzip) JSON; null: no such place or chunk.</summary>
    public byte[]? Chunk(string place, int chunk) =>
        _chunks.GetValueOrDefault(place) is { } chunks && chunk >= 0 && chunk < chunks.Length ? chunks[chunk] : null;

    /// <summary>Memory used for the player, bytes.</summary>
    public long Held =>
        _views.Values.Sum(view => (long)view.Length) + _chunks.Values.Sum(chunks => chunks.Sum(chunk => (long)chunk.Length));

    /// <exception cref="RunFolderException">A table lacks a column that the player shows; the message names
    /// it.</exception>
    public static Task<Replay> Read(RunReader run, CancellationToken cancel = default) => ReplayReading.Read(run, cancel);

    /// <summary>The view of a place with all its chunks, for a self-contained page.</summary>
    public string Whole(string place) => $"{{\"view\":{Text(_views[place])},\"chunks\":[{string.Join(',', _chunks[place].Select(Text))}]}}";

    internal static byte[] Packed(Action<Utf8JsonWriter> write)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        using (var json = new Utf8JsonWriter(zip)) write(json);
        return packed.ToArray();
    }

    private static string Text(byte[] packed)
    {
        using var reader = new StreamReader(new GZipStream(new MemoryStream(packed), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }
}
