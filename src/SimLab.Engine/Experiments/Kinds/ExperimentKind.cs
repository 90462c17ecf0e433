using System.Collections.Immutable;
using System.Numerics;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>What is done with worlds, with the settings of its kind. A kind is one record here and one line in <see cref="ExperimentKindInfo.All"/>.</summary>
public abstract record ExperimentKind
{
    /// <summary>As experiment files and commands name it.</summary>
    public abstract string Name { get; }

    /// <summary>How many arms it will ask for at most, known before any is made.</summary>
    public abstract BigInteger Arms(Experiment experiment);

    /// <summary>Asks for worlds and makes tables of them.</summary>
    public abstract Task<ExperimentFindings> Run(Experiment experiment, Laboratory laboratory);

    /// <summary>The experiment with what this kind reads of worlds beside what the file asks for.</summary>
    public virtual Experiment Completed(Experiment experiment) => experiment;

    /// <summary>What is wrong with the experiment as a whole: the key of the file it hangs on, and a sentence.</summary>
    public virtual IEnumerable<(string Key, string Sentence)> Complaints(Experiment experiment) => [];
}

/// <summary>A kind of experiment: how files name it, what may stand in them for it, and how that is read.</summary>
/// <param name="NeedsFactors">It varies something.</param>
public sealed record ExperimentKindInfo(string Name, string Summary, bool NeedsFactors, ImmutableArray<Setting> Settings, Func<SettingValues, ExperimentKind> Read)
{
    /// <summary>It works on scenarios side by side; else on one.</summary>
    public bool SeveralScenarios { get; init; }

    public static ImmutableArray<ExperimentKindInfo> All { get; } = [Compare.Form, Sweep.Form, Sensitivity.Form, Attribution.Form, Optimise.Form, Discover.Form, Robustness.Form];

    public static ExperimentKindInfo? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
