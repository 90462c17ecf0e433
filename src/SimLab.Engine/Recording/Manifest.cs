using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Recovery;

namespace SimLab.Engine.Recording;

/// <summary>manifest.json: scenario, software, result and files of a run.</summary>
public sealed record Manifest
{
    /// <summary>The format this build writes and reads.</summary>
    public const int CurrentFormat = 2;

    /// <summary>Format of the run folder; it changes when an older reader would misread it.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>Name of the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>See <see cref="Recording.ContentAddress"/>.</summary>
    public required string ContentAddress { get; init; }

    /// <summary>See <see cref="RunResult.Hash"/>.</summary>
    public required string ResultHash { get; init; }

    /// <summary>Hash of the model build that recorded the run.</summary>
    public required string ModelBuild { get; init; }
    /// <summary>Hash of the population recipe.</summary>
    public required string Population { get; init; }
    /// <summary>First month, as 2022-01.</summary>
    public required string Start { get; init; }
    /// <summary>Number of months simulated.</summary>
    public required int Months { get; init; }
    /// <summary>Number of replicates per arm.</summary>
    public required int Replicates { get; init; }
    /// <summary>Seed of all random draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Number of enterprises, vacant slots included.</summary>
    public required int Enterprises { get; init; }

    /// <summary>By arm.</summary>
    public required IReadOnlyList<ArmRecord> Arms { get; init; }
    /// <summary>Software versions.</summary>
    public required Versions Versions { get; init; }
    /// <summary>Time, memory and grain calls of the run.</summary>
    public required Performance Performance { get; init; }

    /// <summary>Losses the run recovered from and their cost; null: none.</summary>
    public RecoveryReport? Recovery { get; init; }

    /// <summary>Parent run and month of divergence; null: not a branch.</summary>
    public BranchRecord? Branch { get; init; }

    /// <summary>The machine that simulated the run.</summary>
    public required Machine Machine { get; init; }

    /// <summary>All other files of the folder, by name.</summary>
    public required IReadOnlyDictionary<string, FileRecord> Files { get; init; }

    /// <summary>The resolved scenario, every number spelled out.</summary>
    public required JsonNode Scenario { get; init; }

    /// <summary>
    /// The run plan with its population recipe (<see cref="RunPlan.ToJson"/>): sufficient to replay the run. Null in
    /// folders of an earlier SimLab.
    /// </summary>
    public JsonNode? Plan { get; init; }

    /// <summary>SHA-256 of this file with the seal left blank: detects edits.</summary>
    public string Seal { get; init; } = "";

    private static readonly JsonSerializerOptions Layout = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal string ToSealedJson()
    {
        var blank = JsonSerializer.Serialize(this with { Seal = "" }, Layout) + "\n";
        return JsonSerializer.Serialize(this with { Seal = HashOf(blank) }, Layout) + "\n";
    }

    /// <exception cref="JsonException">The text is not a manifest.</exception>
    /// <exception cref="InvalidDataException">It was edited; or another version of SimLab wrote it.</exception>
    internal static Manifest FromSealedJson(string json)
    {
        using (var document = JsonDocument.Parse(json))
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.Number)
                throw new JsonException("A manifest is an object with a \"format\".");
            if (format.GetRawText() is var found && found != $"{CurrentFormat}")
                throw new InvalidDataException(
                    $"it is of format {found}, and this SimLab reads format {CurrentFormat}. Use the SimLab that wrote it.");
        }
        var manifest = JsonSerializer.Deserialize<Manifest>(json, Layout)!;
        if (string.IsNullOrEmpty(manifest.Seal) || HashOf(json.Replace(manifest.Seal, "", StringComparison.Ordinal)) != manifest.Seal)
            throw new InvalidDataException("it was edited after the run. Take it from a copy of the folder, or run the scenario again.");
        return manifest;
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>The point at which a branch diverges from its parent.</summary>
/// <param name="Of">Content address of the parent.</param>
/// <param name="At">First month that differs.</param>
public sealed record BranchRecord(string Of, string At);

/// <summary>One arm and the results of its worlds.</summary>
/// <param name="WorldHashes">By replicate.</param>
public sealed record ArmRecord(string Name, IReadOnlyList<string> WorldHashes);

/// <summary>Size and hash of a file as written.</summary>
/// <param name="Rows">Number of rows; null: not a table.</param>
public sealed record FileRecord(long Bytes, string Sha256, long? Rows);
