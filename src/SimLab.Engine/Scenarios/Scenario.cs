using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Policies;

namespace SimLab.Engine.Scenarios;

/// <summary>What is run: which measures, over which months, in which world. Read from a file by <see cref="ScenarioFile"/>.</summary>
public sealed record Scenario
{
    public required string Name { get; init; }
    public string? NameZh { get; init; }
    public string? Note { get; init; }

    /// <summary>Full path of the file it was read from.</summary>
    public required string File { get; init; }

    public required Month Start { get; init; }
    public required int Months { get; init; }
    public int Replicates { get; init; } = 32;
    public ulong Seed { get; init; } = 1;

    /// <summary>Full path of the population file.</summary>
    public required string Population { get; init; }

    public Macro Macro { get; init; } = new();
    public BehaviouralParameters Behaviour { get; init; } = new();

    /// <summary>In clause order, the order in which the policy desk applies them.</summary>
    public ImmutableArray<Measure> Measures { get; init; } = [];

    /// <summary>What changes in the measures on the way, by month.</summary>
    public ImmutableArray<Change> Changes { get; init; } = [];

    public ImmutableArray<Target> Targets { get; init; } = [];

    /// <summary>Null: this is no branch of a recorded run.</summary>
    public BranchPoint? Branch { get; init; }

    /// <summary>The scenario run beside this one, as its own file has it; null: run alone. See <see cref="Arms"/>.</summary>
    public Scenario? Baseline { get; init; }

    /// <summary>Former words in its files, for the user to see: they were read as what they are called now.</summary>
    [JsonIgnore]
    public ImmutableArray<FormerName> FormerNames { get; init; } = [];

    [JsonIgnore]
    public Month LastMonth => Start + (Months - 1);

    /// <summary>The measures as they stand from later months on; empty: they stand all the time.</summary>
    [JsonIgnore]
    public ImmutableArray<Phase> Later => Change.Phases(Measures, Changes);

    /// <summary>This scenario with the policy of another, as its file has it; null: with no measure.</summary>
    public Scenario Under(Scenario? policy) => this with { Measures = policy?.Measures ?? [], Changes = policy?.Changes ?? [] };

    /// <summary>
    /// What one run carries: this scenario and its baseline. The baseline gives its name and measures only; months, seed,
    /// population, macro, behaviour and targets are this scenario's, so that a difference between the arms is the policy's.
    /// </summary>
    [JsonIgnore]
    public ImmutableArray<Scenario> Arms
    {
        get
        {
            var policy = this with { Baseline = null };
            if (Baseline is null) return [policy];
            return [policy, policy.Under(Baseline) with
            {
                Name = Baseline.Name, NameZh = Baseline.NameZh, Note = Baseline.Note, File = Baseline.File,
            }];
        }
    }
}
