using System.Collections.Immutable;
using System.Numerics;
using SimLab.Model;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>
/// What an experiment does with worlds, with the settings of its kind. A kind is one record here and one line in
/// <see cref="ExperimentKindInfo.All"/>.
/// </summary>
public abstract record ExperimentKind
{
    /// <summary>Name in experiment files and commands.</summary>
    public abstract string Name { get; }

    /// <summary>Maximum number of arms, known before any is made.</summary>
    public abstract BigInteger Arms(Experiment experiment);

    /// <summary>Simulates worlds and makes tables of them.</summary>
    public abstract Task<ExperimentFindings> Run(Experiment experiment, Laboratory laboratory);

    /// <summary>Adds the outcomes this kind needs to those the file asks for.</summary>
    public virtual Experiment Completed(Experiment experiment) => experiment;

    /// <summary>Problems of the experiment as a whole: the file's key each belongs to, and a sentence.</summary>
    public virtual IEnumerable<(string Key, Sentence Complaint)> Complaints(Experiment experiment) => [];
}

/// <summary>A kind of experiment: its name in files, its settings, and how to make it of them.</summary>
/// <param name="NeedsFactors">It varies factors.</param>
public sealed record ExperimentKindInfo(
    string Name, string Summary, bool NeedsFactors, ImmutableArray<Setting> Settings, Func<SettingValues, ExperimentKind> Read)
{
    /// <summary>The name in a sentence.</summary>
    public Term Word => new(Term.Kind.Experiment, Name);

    /// <summary>Takes several scenarios side by side; else one.</summary>
    public bool SeveralScenarios { get; init; }

    /// <summary>All kinds.</summary>
    public static ImmutableArray<ExperimentKindInfo> All { get; } = [
        Compare.Form, Sweep.Form, Sensitivity.Form, Attribution.Form, Optimise.Form, Discover.Form, Robustness.Form];

    /// <summary>The kind of that name; null: none.</summary>
    public static ExperimentKindInfo? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
