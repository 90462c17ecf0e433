using System.Collections.Immutable;
using SimLab.Engine.Statistics;

namespace SimLab.Engine.Calibration.Trials;

/// <summary>What the trial found for one outcome, over its replicates.</summary>
/// <param name="Published">What was published.</param>
/// <param name="Ours">
/// Treated firms against the same firms in the twin run without treatment: mean and 95 % interval; null: no estimate.
/// </param>
/// <param name="AgainstControls">The same less what the controls gained or lost, as an experimenter sees it; null: no estimate.</param>
public sealed record TrialEstimate(PublishedEffect Published, PairedDifference? Ours, PairedDifference? AgainstControls)
{
    /// <summary>Whether ours agrees with what was published.</summary>
    public TrialVerdict Verdict => Published.Judge(Ours);
}

/// <summary>A finished trial.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Treated">Firms treated, mean over the replicates.</param>
/// <param name="Controls">Controls, mean over the replicates.</param>
/// <param name="Estimates">By outcome.</param>
public sealed record TrialResult(EffectTrial Trial, double Treated, double Controls, ImmutableArray<TrialEstimate> Estimates)
{
    /// <summary>Whether every outcome agrees with what was published.</summary>
    public bool IsInside => Estimates.All(estimate => estimate.Verdict == TrialVerdict.Inside);
}
