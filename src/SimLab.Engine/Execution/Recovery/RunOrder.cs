using System.Collections.Immutable;
using System.Text.Json;
using SimLab.Engine.Scenarios;

namespace SimLab.Engine.Execution.Recovery;

/// <summary>Everything a run was told, kept with it: whoever takes it up again needs nothing else, not even the scenario's file.</summary>
public sealed record RunOrder
{
    public required Scenario Scenario { get; init; }

    /// <summary>Of the population file.</summary>
    public required string PopulationHash { get; init; }

    public required RunPlan Plan { get; init; }

    /// <summary>Bytes that enterprise state may take: it decides which replicates share a wave.</summary>
    public required long Memory { get; init; }

    public required bool Record { get; init; }

    /// <summary>Months from checkpoint to checkpoint; null: see <see cref="CheckpointPolicy"/>.</summary>
    public int? CheckpointMonths { get; init; }

    /// <summary>How it is lived; a word the program gave and understands.</summary>
    public required string Executor { get; init; }

    /// <summary>How the result is shown; likewise.</summary>
    public required string Format { get; init; }

    /// <summary>Targets that decide the exit code.</summary>
    public ImmutableArray<string> Required { get; init; } = [];

    /// <summary>The run's name on its cluster; null: one process lives it.</summary>
    public string? OnCluster { get; init; }

    /// <summary>Only the build that began a run may go on with it.</summary>
    public string ModelBuild { get; init; } = Engine.ModelBuild.Hash;

    public string ToJson() => JsonSerializer.Serialize(this, RunPlan.Format(MeasureCatalog.Default));

    /// <exception cref="JsonException">The text is no order, or of a build that knows other things.</exception>
    public static RunOrder FromJson(string json) =>
        JsonSerializer.Deserialize<RunOrder>(json, RunPlan.Format(MeasureCatalog.Default)) ?? throw new JsonException("The order is empty.");
}
