using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SimLab.Engine.Recording;

namespace SimLab.Engine.Experiments.Output;

/// <summary>manifest.json of an experiment: what was asked, by what it was run, with what result, and which files hold it.</summary>
public sealed record ExperimentManifest
{
    public int Format { get; init; } = 1;
    public required string Name { get; init; }
    public required string Kind { get; init; }

    /// <summary>SHA-256 over model build, population and the resolved experiment: the same address has the same result.</summary>
    public required string ContentAddress { get; init; }

    /// <summary>See <see cref="ExperimentFindings.Hash"/>.</summary>
    public required string ResultHash { get; init; }

    public required string ModelBuild { get; init; }
    public required string Population { get; init; }
    public required int Enterprises { get; init; }
    public required ulong Seed { get; init; }

    /// <summary>Worlds the result is made of.</summary>
    public required long Worlds { get; init; }

    public required Versions Versions { get; init; }
    public required Machine Machine { get; init; }

    /// <summary>Every number spelled out.</summary>
    public required JsonNode Experiment { get; init; }

    public IReadOnlyDictionary<string, FileRecord> Files { get; init; } = new Dictionary<string, FileRecord>();

    private static readonly JsonSerializerOptions Layout = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Layout) + "\n";

    public static ExperimentManifest FromJson(string json) => JsonSerializer.Deserialize<ExperimentManifest>(json, Layout) ?? throw new JsonException("A manifest is an object.");
}
