namespace SimLab.Engine.Experiments.Methods;

/// <summary>
/// Evaluation of one point. A noisy goal is the mean over replicates; common random numbers at every point of a batch
/// make points comparable, since the common noise cancels.
/// </summary>
/// <param name="Goals">Goals to minimise: pass the negative of a goal to maximise. NaN: no number.</param>
/// <param name="Excess">
/// Violation of each constraint; at or below 0: satisfied. In comparable units, since they are summed.
/// </param>
/// <param name="Replicates">Replicates behind the means.</param>
public sealed record Evaluation(double[] Goals, double[] Excess, int Replicates = 1)
{
    /// <summary>An evaluation without constraints.</summary>
    public Evaluation(params double[] goals) : this(goals, []) { }

    /// <summary>
    /// A point without a number ranks behind every point that has one; it is no error by itself, since a corner of the
    /// box may be impossible. A batch without any number is an error.
    /// </summary>
    public bool IsMissing { get; } = Goals.Any(g => !double.IsFinite(g)) || Excess.Any(double.IsNaN);

    /// <summary>The sum over violated constraints; 0: feasible.</summary>
    public double Violation { get; } = Excess.Sum(e => Math.Max(0, e));

    /// <summary>
    /// The mean over replicates. One replicate without a number makes the point one without a number.
    /// </summary>
    public static Evaluation Mean(IReadOnlyList<Evaluation> replicates) => replicates.Aggregate((sum, next) => sum.With(next));

    /// <summary>Adds another evaluation of the same point: means weighted by replicates.</summary>
    public Evaluation With(Evaluation again)
    {
        var total = Replicates + again.Replicates;
        double[] Mixed(double[] old, double[] fresh) => [.. old.Zip(fresh, (o, f) => (o * Replicates + f * again.Replicates) / total)];
        return new(Mixed(Goals, again.Goals), Mixed(Excess, again.Excess), total);
    }

    internal static void Check(IReadOnlyList<Evaluation> told, int asked, int goals)
    {
        if (told.Count != asked) throw new MethodException($"{asked} points were asked for, but {told.Count} values came back.");
        foreach (var value in told)
            if (value.Goals.Length != goals) throw new MethodException(
                $"Each point has {goals} goals, but a value with {value.Goals.Length} came back.");
        if (told.All(v => v.IsMissing))
            throw new MethodException(
                $"None of the {asked} points gave a number for its goals, so there is nothing to choose by. Check that the goals are "
                + $"defined in the box that is searched.");
    }
}
