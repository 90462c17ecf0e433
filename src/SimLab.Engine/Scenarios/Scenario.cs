using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Policies;

namespace SimLab.Engine.Scenarios;

/// <summary>Specification of a run. <see cref="ScenarioFile"/> reads it from a file.</summary>
public sealed record Scenario
{
    /// <summary>Name of the scenario.</summary>
    public required string Name { get; init; }
    /// <summary>Chinese name; null: none.</summary>
    public string? NameZh { get; init; }
    /// <summary>Its name in a sentence.</summary>
    public Term Said => Term.Name(Name, NameZh);
    /// <summary>A remark of the author; null: none.</summary>
    public string? Note { get; init; }
    /// <summary>The remark in Chinese; null: none.</summary>
    public string? NoteZh { get; init; }

    /// <summary>Full path of its file.</summary>
    public required string File { get; init; }

    /// <summary>First month.</summary>
    public required Month Start { get; init; }
    /// <summary>Number of months.</summary>
    public required int Months { get; init; }
    /// <summary>Number of replicates.</summary>
    public int Replicates { get; init; } = 32;
    /// <summary>Seed of all random draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Full path of the population file.</summary>
    public required string Population { get; init; }

    /// <summary>
    /// Figures of the population's recipe that an experiment has turned, by key; empty: the recipe as in its file. Never in a scenario
    /// file.
    /// </summary>
    [JsonIgnore]
    public ImmutableSortedDictionary<string, double> Figures { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Paths of the economy outside the model.</summary>
    public Macro Macro { get; init; } = new();
    /// <summary>Behavioural parameters of the firms.</summary>
    public BehaviouralParameters Behaviour { get; init; } = new();

    /// <summary>In order of document and clause.</summary>
    public ImmutableArray<Measure> Measures { get; init; } = [];

    /// <summary>Changes to the measures during the run, by month.</summary>
    public ImmutableArray<Change> Changes { get; init; } = [];

    /// <summary>Targets to judge, in the order of the file.</summary>
    public ImmutableArray<Target> Targets { get; init; } = [];

    /// <summary>Branch point; null: not a branch of a recorded run.</summary>
    public BranchPoint? Branch { get; init; }

    /// <summary>The scenario to compare with, as in its own file; null: run alone. See <see cref="Arms"/>.</summary>
    public Scenario? Baseline { get; init; }

    /// <summary>Former names in its files, to show to the user: they were read as the current ones.</summary>
    [JsonIgnore]
    public ImmutableArray<FormerName> FormerNames { get; init; } = [];

    /// <summary>Last month.</summary>
    [JsonIgnore]
    public Month LastMonth => Start + (Months - 1);

    /// <summary>The measures in force from later months on; empty: they never change.</summary>
    [JsonIgnore]
    public ImmutableArray<Phase> Later => Change.Phases(Measures, Changes);

    /// <summary>This scenario with the measures and changes of another; null: with no measure.</summary>
    public Scenario Under(Scenario? policy) => this with { Measures = policy?.Measures ?? [], Changes = policy?.Changes ?? [] };

    /// <summary>
    /// The arms of one run: this scenario and its baseline. The baseline contributes only its name and measures;
    /// months, seed, population, macro, behaviour and targets are this scenario's, so that a difference between the
    /// arms is the policy's.
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
                Name = Baseline.Name, NameZh = Baseline.NameZh, Note = Baseline.Note, NoteZh = Baseline.NoteZh,
                File = Baseline.File,
            }];
        }
    }
}
