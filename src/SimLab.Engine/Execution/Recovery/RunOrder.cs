using System.Collections.Immutable;
using System.Text.Json;
using SimLab.Engine.Scenarios;

namespace SimLab.Engine.Execution.Recovery;

/// <summary>
/// All settings of a run, stored with it: resuming it needs nothing else, not even the scenario file.
/// </summary>
public sealed record RunOrder
{
    public required Scenario Scenario { get; init; }

    /// <summary>Hash of the population file.</summary>
    public required string PopulationHash { get; init; }

    public required RunPlan Plan { get; init; }

    /// <summary>Bytes that enterprise state may take; determines which replicates share a batch.</summary>
    public required long Memory { get; init; }

    /// <summary>Whether the run leaves a run folder.</summary>
    public required bool Record { get; init; }

    /// <summary>Months between checkpoints; null: see <see cref="CheckpointPolicy"/>.</summary>
    public int? CheckpointMonths { get; init; }

    /// <summary>Name of the executor, set and read by the program.</summary>
    public required string Executor { get; init; }

    /// <summary>Output format of the result, likewise.</summary>
    public required string Format { get; init; }

    /// <summary>Ids of the targets that determine the exit code.</summary>
    public ImmutableArray<string> Required { get; init; } = [];

    /// <summary>The run's name on its cluster; null: one process simulates it.</summary>
    public string? OnCluster { get; init; }

    /// <summary>Model build that began the run; only that build may resume it.</summary>
    public string ModelBuild { get; init; } = Engine.ModelBuild.Hash;

    /// <summary>JSON that <see cref="FromJson"/> reads.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RunPlan.Format(MeasureCatalog.Default));

    /// <summary>Reads an order.</summary>
    /// <exception cref="JsonException">The text is not an order, or another build wrote it.</exception>
    public static RunOrder FromJson(string json) =>
        JsonSerializer.Deserialize<RunOrder>(json, RunPlan.Format(MeasureCatalog.Default))
            ?? throw new JsonException("The order is empty.");
}
