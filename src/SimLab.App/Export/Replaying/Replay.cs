using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using SimLab.Engine;
using SimLab.Engine.Recording;

namespace SimLab.App.Export.Replaying;

/// <summary>
/// A recording as the player takes it: a head, and for each place a view and its chunks, a calendar year each. What is kept is
/// packed JSON that does not grow with the number of worlds, so a long recording is held in few megabytes and a page fetches
/// the years it shows.
/// <code>
/// view   { tracks: { figure: [(arm × months + month) × stats + stat] }, tops: { figure: [chunk] }, mapTops: [region × chunks + chunk] }
/// chunk  { figures: { figure: [(arm × n + month) × stats + stat] }, map: { column: [((arm × n + month) × regions + region) × mapStats + stat] } }
/// </code>
/// A figure that is zero throughout is written as 0. A region has no map of its own.
/// </summary>
internal sealed class Replay
{
    private readonly Dictionary<string, byte[]> _views;
    private readonly Dictionary<string, byte[][]> _chunks;

    internal Replay(RunReader run, JsonObject head, Dictionary<string, byte[]> views, Dictionary<string, byte[][]> chunks) => (Run, Head, _views, _chunks) = (run, head, views, chunks);

    public RunReader Run { get; }

    /// <summary>Scenario, arms, months, targets, names, provenance.</summary>
    public JsonObject Head { get; }

    /// <summary>Null: this build recorded it.</summary>
    public string? OtherBuild => Run.Manifest.ModelBuild == ModelBuild.Hash ? null : Run.Manifest.ModelBuild;

    /// <summary>Packed (gzip) JSON; null: there is no such place.</summary>
    public byte[]? View(string place) => _views.GetValueOrDefault(place);

    /// <summary>Packed (gzip) JSON; null: there is no such place or chunk.</summary>
    public byte[]? Chunk(string place, int chunk) => _chunks.GetValueOrDefault(place) is { } chunks && chunk >= 0 && chunk < chunks.Length ? chunks[chunk] : null;

    /// <summary>Bytes held for the player.</summary>
    public long Held => _views.Values.Sum(view => (long)view.Length) + _chunks.Values.Sum(chunks => chunks.Sum(chunk => (long)chunk.Length));

    /// <exception cref="RunFolderException">A table does not hold what is shown; the message names it.</exception>
    public static Task<Replay> Read(RunReader run, CancellationToken cancel = default) => ReplayReading.Read(run, cancel);

    /// <summary>The view of a place with all its chunks, for a page that carries everything.</summary>
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
