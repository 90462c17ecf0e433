using System.Collections.Immutable;
using System.Numerics;
using SimLab.Engine.Execution;
using SimLab.Engine.Experiments.Methods;
using SimLab.Engine.Experiments.Running;
using SimLab.Model;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>
/// Finds the assumptions and levers under which the plan misses its goals (scenario discovery; Bryant and Lempert
/// 2010):
/// 1. spread points over the ranges of the factors; a point misses when the mean over its replicates does;
/// 2. PRIM narrows the ranges down to boxes where most points miss; of its trajectory, take the box with the largest
///    harmonic mean of coverage and density, and lift limits that chance would explain (quasi-p above 5 %);
/// 3. put the points in it aside; the next box explains the rest;
/// 4. a classification tree asks the same of all points.
/// </summary>
/// <param name="Samples">Number of points.</param>
/// <param name="Wants">Goals; a point that misses one of them misses.</param>
/// <param name="Boxes">Maximum number of boxes.</param>
public sealed record Discover(string Sampling, int Samples, ImmutableArray<Wish> Wants, int Boxes) : ExperimentKind
{
    private const int FewestSamples = 20;

    private static readonly WholeSetting SamplesSetting = new(
        "samples", "Points spread over the ranges of the factors.", FewestSamples, 1_000_000, 256);
    private static readonly WholeSetting BoxesSetting = new("boxes", "Most boxes; each explains what those before it leave.", 1, 10, 3);

    /// <summary>Name, settings and reader of this kind.</summary>
    public static ExperimentKindInfo Form { get; } = new(
        "discover", "Under which assumptions and levers the plan misses what is wanted: PRIM boxes and a tree.", NeedsFactors: true,
        [Kinds.Sampling.Setting, SamplesSetting, Robustness.WantsSetting, BoxesSetting],
        given => new Discover(
            given.Of(Kinds.Sampling.Setting), given.Of(SamplesSetting), given.Of(Robustness.WantsSetting), given.Of(BoxesSetting)));

    public override string Name => Form.Name;

    public override BigInteger Arms(Experiment experiment) => Samples;

    public override IEnumerable<(string Key, Sentence Complaint)> Complaints(Experiment experiment)
    {
        if (Wants.IsEmpty) yield return (
            "kind", $"discover needs wants: what the plan may miss. Add \"wants: {{ new_specialised_smes: {{}} }}\" for the scenario's "
            + $"target, or \"wants: {{ jobs: {{ atLeast: 900000 }} }}\".");
    }

    public override async Task<ExperimentFindings> Run(Experiment experiment, Laboratory laboratory)
    {
        var points = Kinds.Sampling.Points(Sampling, experiment, Samples);
        ImmutableArray<ArmPlan> arms = [.. points.Select((point, i) => experiment.Turned($"point {i}", point))];
        var answers = await laboratory.Simulate(experiment, arms);
        double[] misses = [.. Enumerable.Range(0, points.Length).Select(point => Misses(answers, point))];
        if (misses.All(double.IsNaN))
            throw new ExperimentStoppedException(
                $"None of the {points.Length} points has a number for "
                + $"{WordList.Both(Wants.Select(w => experiment.Outcomes[w.Outcome].Name))}, so nobody can say which miss. Check "
                + $"the months of the outcomes.");
        var cases = Cases.Of(points, misses, null, out var missing);
        var report = new DiscoverReport(experiment, this, cases, missing);
        foreach (var box in Found(cases)) report.Add(box.Trajectory, box.Chosen);
        return report.Findings(WorldsTable.Of(experiment, arms, answers, points));
    }

    // 1: misses a goal; 0: misses none; NaN: unknown, since every goal with a number is met and another has none.
    private double Misses(Answers answers, int point)
    {
        bool?[] met = [.. Wants.Select(wish => wish.IsMet(answers.Mean(point, wish.Outcome)))];
        return met.Contains(false) ? 1 : met.Contains(null) ? double.NaN : 0;
    }

    private List<(IReadOnlyList<PrimBox> Trajectory, PrimBox Chosen)> Found(Cases cases)
    {
        var found = new List<(IReadOnlyList<PrimBox> Trajectory, PrimBox Chosen)>();
        var rate = cases.Outcome.Average();
        while (found.Count < Boxes && rate is > 0 and < 1)
        {
            PrimBox[] before = [.. found.Select(f => f.Chosen)];
            if (!cases.Points.Any(p => !before.Any(box => box.Contains(p)))) break;
            var trajectory = new Prim(cases).Trajectory(before);
            var chosen = trajectory.MaxBy(Harmonic)!.Significant();
            // A box no denser than all points, or one without a limit, is uninformative.
            if (chosen.Restricted.IsEmpty || chosen.Density <= rate) break;
            found.Add((trajectory, chosen));
        }
        return found;
    }

    private static double Harmonic(PrimBox box) =>
        box.Coverage + box.Density > 0 ? 2 * box.Coverage * box.Density / (box.Coverage + box.Density) : 0;
}
