using System.Collections.Immutable;
using SimLab.Model.Policies;

namespace SimLab.Engine.Calibration.Trials;

/// <summary>How well the effect of a lever is supported.</summary>
public enum LeverGrade
{
    /// <summary>It was published, and every trial of it in the model gives what was published.</summary>
    A,
    /// <summary>It was published; the model does not pose a trial of it, or one gives something else.</summary>
    B,
    /// <summary>It is assumed.</summary>
    C,
}

/// <summary>A lever's grade and what it follows from.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="Published">Publications that measured the effect; null: none.</param>
/// <param name="IsTried">Whether a trial in the model examines it.</param>
public sealed record GradedLever(LeverGrade Grade, string? Published, bool IsTried);

/// <summary>Grades of levers: from the publications that levers declare and the recorded trials that examine them.</summary>
/// <param name="recorded">Results of the last benchmark of effects.</param>
public sealed class LeverGrades(ImmutableArray<RecordedTrial> recorded)
{
    /// <param name="name">The lever, as Measure.lever.</param>
    /// <param name="lever">What the lever says of itself.</param>
    public GradedLever Of(string name, LeverAttribute lever)
    {
        if (lever.Effect is null) return new(LeverGrade.C, null, false);
        RecordedTrial[] trials = [.. recorded.Where(trial => trial.Levers.Contains(name))];
        var agree = trials.Length > 0 && trials.All(trial => trial.Verdict == TrialVerdict.Inside);
        return new(agree ? LeverGrade.A : LeverGrade.B, lever.Effect, trials.Length > 0);
    }
}
