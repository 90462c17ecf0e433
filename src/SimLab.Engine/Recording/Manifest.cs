using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SimLab.Engine.Execution;
using SimLab.Engine.Execution.Recovery;

namespace SimLab.Engine.Recording;

/// <summary>manifest.json: what was run, by what, with what result, and which files hold it.</summary>
public sealed record Manifest
{
    public const int CurrentFormat = 1;

    /// <summary>Of the run folder; it changes when an older reader would misread it.</summary>
    public int Format { get; init; } = CurrentFormat;

    public required string Name { get; init; }

    /// <summary>See <see cref="Recording.ContentAddress"/>.</summary>
    public required string ContentAddress { get; init; }

    /// <summary>See <see cref="RunResult.Hash"/>.</summary>
    public required string ResultHash { get; init; }

    public required string ModelBuild { get; init; }
    public required string Population { get; init; }
    public required string Start { get; init; }
    public required int Months { get; init; }
    public required int Replicates { get; init; }
    public required ulong Seed { get; init; }

    /// <summary>Enterprises, vacant slots included.</summary>
    public required int Enterprises { get; init; }

    public required IReadOnlyList<ArmRecord> Arms { get; init; }
    public required Versions Versions { get; init; }
    public required Performance Performance { get; init; }

    /// <summary>Losses the run survived and what they cost; null: it went through without any.</summary>
    public RecoveryReport? Recovery { get; init; }

    /// <summary>The run this one left, and when; null: it was lived for itself.</summary>
    public BranchRecord? Branch { get; init; }

    public required Machine Machine { get; init; }

    /// <summary>All files of the folder but this one, by name.</summary>
    public required IReadOnlyDictionary<string, FileRecord> Files { get; init; }

    /// <summary>The resolved scenario, every number spelled out.</summary>
    public required JsonNode Scenario { get; init; }

    /// <summary>The run plan with its population recipe (<see cref="RunPlan.ToJson"/>): enough to live the run again. Null in folders of an earlier SimLab.</summary>
    public JsonNode? Plan { get; init; }

    /// <summary>SHA-256 of this file with the seal left blank: tells that nobody edited it.</summary>
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
                throw new InvalidDataException($"it is of format {found}, and this SimLab reads format {CurrentFormat}. Use the SimLab that wrote it.");
        }
        var manifest = JsonSerializer.Deserialize<Manifest>(json, Layout)!;
        if (string.IsNullOrEmpty(manifest.Seal) || HashOf(json.Replace(manifest.Seal, "", StringComparison.Ordinal)) != manifest.Seal)
            throw new InvalidDataException("it was edited after the run. Take it from a copy of the folder, or run the scenario again.");
        return manifest;
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>Where a run left its parent.</summary>
/// <param name="Of">Content address of the parent.</param>
/// <param name="At">First month that differs.</param>
public sealed record BranchRecord(string Of, string At);

/// <summary>One arm and what came of each of its worlds.</summary>
/// <param name="WorldHashes">By replicate.</param>
public sealed record ArmRecord(string Name, IReadOnlyList<string> WorldHashes);

/// <summary>A file as it was written.</summary>
/// <param name="Rows">Of a table.</param>
public sealed record FileRecord(long Bytes, string Sha256, long? Rows);
