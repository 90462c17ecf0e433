using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using SimLab.Model.Populations;

namespace SimLab.Engine.Populations;

/// <summary>
/// Serialises own firms for silos and manifests: omits blank cells and compresses the rest (Brotli). A hundred thousand
/// firms take a few megabytes.
/// </summary>
internal sealed class OwnFirmsPacked : JsonConverter<ImmutableArray<OwnFirm>>
{
    public override ImmutableArray<OwnFirm> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        using var packed = new MemoryStream(reader.GetBytesFromBase64());
        using var plain = new BrotliStream(packed, CompressionMode.Decompress);
        return [.. JsonSerializer.Deserialize<OwnFirm[]>(plain, Within(options))!];
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<OwnFirm> value, JsonSerializerOptions options)
    {
        using var packed = new MemoryStream();
        using (var plain = new BrotliStream(packed, CompressionLevel.Fastest)) JsonSerializer.Serialize(
            plain, value.ToArray(), Within(options));
        writer.WriteBase64StringValue(packed.ToArray());
    }

    private static JsonSerializerOptions Within(JsonSerializerOptions options) =>
        new(options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };
}
