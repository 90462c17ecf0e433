using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SimLab.Engine.Recording;

namespace SimLab.Engine.Experiments.Output;

/// <summary>manifest.json of an experiment: its specification, build, machine, result and files.</summary>
public sealed record ExperimentManifest
{
    /// <summary>Version of the file format.</summary>
    public int Format { get; init; } = 1;
    /// <summary>Name of the experiment.</summary>
    public required string Name { get; init; }
    /// <summary>Name of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>
    /// SHA-256 over model build, population and the resolved experiment: the same address has the same result.
    /// </summary>
    public required string ContentAddress { get; init; }

    /// <summary>Hash of the tables, see <see cref="ExperimentFindings.Hash"/>.</summary>
    public required string ResultHash { get; init; }

    /// <summary>Identifies the build of the model.</summary>
    public required string ModelBuild { get; init; }
    /// <summary>Identifies the population.</summary>
    public required string Population { get; init; }
    /// <summary>Enterprises in the population.</summary>
    public required int Enterprises { get; init; }
    /// <summary>Seed of all random keys.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Worlds behind the result.</summary>
    public required long Worlds { get; init; }

    /// <summary>Versions of the software.</summary>
    public required Versions Versions { get; init; }
    /// <summary>Machine of the run.</summary>
    public required Machine Machine { get; init; }

    /// <summary>The resolved experiment, every number explicit.</summary>
    public required JsonNode Experiment { get; init; }

    /// <summary>Files of the folder, by name.</summary>
    public IReadOnlyDictionary<string, FileRecord> Files { get; init; } = new Dictionary<string, FileRecord>();

    private static readonly JsonSerializerOptions Layout = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Text of the file.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Layout) + "\n";

    /// <summary>Reads the text of the file.</summary>
    public static ExperimentManifest FromJson(string json) =>
        JsonSerializer.Deserialize<ExperimentManifest>(json, Layout) ?? throw new JsonException("A manifest is an object.");
}
