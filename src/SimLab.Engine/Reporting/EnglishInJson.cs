using System.Text.Json;
using System.Text.Json.Serialization;
using SimLab.Model;

namespace SimLab.Engine.Reporting;

/// <summary>Writes a sentence to JSON as its English text.</summary>
internal sealed class EnglishInJson : JsonConverter<Sentence>
{
    /// <inheritdoc/>
    public override Sentence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Sentence.Verbatim(reader.GetString() ?? "");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Sentence value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
