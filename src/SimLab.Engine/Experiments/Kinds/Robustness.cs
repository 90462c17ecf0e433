using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using SimLab.Engine.Execution;
using SimLab.Engine.Experiments.Methods;
using SimLab.Model;
using SimLab.Pages.Charts;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>
/// Several policies across many futures; a future is a draw of behavioural and macro parameters that all policies
/// share, with common random numbers. Gives each policy's shortfall from the best one (regret), and the share of
/// futures in which it is good enough (satisficing).
/// </summary>
/// <param name="Futures">Number of futures drawn.</param>
/// <param name="Goals">Outcomes to compute regret for.</param>
/// <param name="Wants">Thresholds of good enough.</param>
public sealed record Robustness(string Sampling, int Futures, ImmutableArray<Goal> Goals, ImmutableArray<Wish> Wants) : ExperimentKind
{
    private const int FewestFutures = 2;

    private static readonly WholeSetting FuturesSetting = new(
        "futures", "Futures drawn from the ranges of the factors.", FewestFutures, 1_000_000, 64);
    internal static readonly GoalsSetting GoalsSetting = new(
        "goals", "Outcomes that should be large or small, such as { both: most, cost: least }.");
    internal static readonly WishesSetting WantsSetting = new(
        "wants", "What is good enough, judged by the mean over the replicates, such as { new_specialised_smes: {}, cost: { atMost: 3亿元 "
        + "} }; {} is the scenario's target.");

    /// <summary>Name, settings and reader of this kind.</summary>
    public static ExperimentKindInfo Form { get; } = new(
        "robustness", "Several policies across uncertain futures: regret, and the share of futures in which each is good enough.",
            NeedsFactors: true,
        [Kinds.Sampling.Setting, FuturesSetting, GoalsSetting, WantsSetting],
        given => new Robustness(given.Of(Kinds.Sampling.Setting), given.Of(FuturesSetting), given.Of(GoalsSetting), given.Of(WantsSetting)))
    { SeveralScenarios = true };

    public override string Name => Form.Name;

    public override BigInteger Arms(Experiment experiment) => (BigInteger)experiment.Scenarios.Length * Futures;

    public override IEnumerable<(string Key, Sentence Complaint)> Complaints(Experiment experiment)
    {
        if (Goals.IsEmpty && Wants.IsEmpty)
            yield return (
                "kind", $"robustness needs goals or wants to judge policies by. Add \"goals: {{ high_tech_enterprises: most }}\" for "
                + $"regret, or \"wants: {{ high_tech_enterprises: {{}} }}\" for what is good enough.");
        foreach (var factor in experiment.Factors.Where(k => k.Kind is FactorKind.Lever or FactorKind.Date))
            yield return (
                "factors", $"{factor.Name} is part of a policy, and policies are what robustness compares. Vary behaviour and macro, and "
                + $"write policies with other levers as scenarios of their own.");
        if (experiment.Until is not null)
            yield return (
                "until", $"the futures of robustness have as many replicates each as the experiment says; until has no meaning. Remove "
                + $"it, and write replicates.");
    }

    public override async Task<ExperimentFindings> Run(Experiment experiment, Laboratory laboratory)
    {
        var futures = Kinds.Sampling.Points(Sampling, experiment, Futures);
        var policies = experiment.Scenarios;
        var lives = (from policy in policies from future in Enumerable.Range(0, Futures) select (policy, future)).ToList();
        ImmutableArray<ArmPlan> arms = [
            .. lives.Select(l => Experiment.Arm(experiment.Turned(l.policy, futures[l.future]), $"{l.policy.Name}, future {l.future}"))];
        var answers = await laboratory.Simulate(experiment, arms);

        double[][] ByPolicy(int outcome)
        {
            var means = answers.Means(outcome);
            return [.. policies.Select((_, p) => means[(p * Futures)..((p + 1) * Futures)])];
        }
        var report = new RobustnessReport(experiment);
        foreach (var goal in Goals) report.Add(goal, ByPolicy(goal.Outcome));
        if (!Wants.IsEmpty) report.Add(Wants, [.. Wants.Select(wish => ByPolicy(wish.Outcome))]);
        return report.Findings(WorldsTable.Of(experiment, arms, answers, [.. lives.Select(l => futures[l.future])]));
    }
}

/// <summary>Tables, sentences and pictures of <see cref="Robustness"/>.</summary>
internal sealed class RobustnessReport(Experiment experiment)
{
    private readonly List<string> _sentences = [];
    private readonly List<Picture> _pictures = [];

    private readonly FindingsTable _regret = new("regret", "How far each policy falls short of the best one in the same future",
    [
        TableColumn.Text("outcome", "Outcome"), TableColumn.Text("unit", "Unit"), TableColumn.Text("goal", "Goal"),
            TableColumn.Text("policy", "Policy"),
        new("most", "Largest regret", TableColumn.OfRow), TableColumn.Text("rank_most", "Rank"),
            new("p90", "90 %", TableColumn.OfRow), TableColumn.Text("rank_p90", "Rank"),
        new("mean", "Mean", TableColumn.OfRow), new("best_share", "Best in", "share"), TableColumn.Text("rank_best_share", "Rank"),
            new("futures", "Futures") { IsDetail = true },
    ]);

    private readonly FindingsTable _enough = new("satisficing", "Share of futures in which a policy is good enough, with its 95 % interval",
    [
        TableColumn.Text("policy", "Policy"), TableColumn.Text("wanted", "Wanted"), new("share", "Share of futures", "share"),
        new("low", "from", "share"), new("high", "to", "share"), TableColumn.Text("rank", "Rank"),
    ]);

    private ImmutableDictionary<string, ImmutableArray<StatedLimit>> _wanted =
        ImmutableDictionary<string, ImmutableArray<StatedLimit>>.Empty;

    private IReadOnlyList<string> Names => [.. experiment.Scenarios.Select(s => s.Name)];

    /// <param name="values">Policy × future.</param>
    public void Add(Goal goal, double[][] values)
    {
        var outcome = experiment.Outcomes[goal.Outcome];
        var known = Enumerable.Range(0, values[0].Length).Count(f => values.All(policy => double.IsFinite(policy[f])));
        if (known == 0)
        {
            _sentences.Add($"{outcome.Name}: in no future do all policies have a number, so there is no regret.");
            return;
        }
        var regret = Regret.Of(values, goal.Most);
        foreach (var p in regret.Policies)
            _regret.Add(outcome.Name, outcome.Unit, goal.Most ? "most" : "least", Names[p.Policy], p.Most, Place(p.ByMost), p.P90,
                Place(p.ByP90), p.Mean, p.BestShare, Place(p.ByBestShare), regret.Futures.Length);
        var first = regret.Policies.Where(p => p.ByMost.Place == 1).ToList();
        _sentences.Add(
            $"{outcome.Name}, {(goal.Most ? "the more the better" : "the less the better")}: "
            + $"{Quoted(first.Select(p => Names[p.Policy]))} {(first.Count == 1 ? "has" : "tie for")} the smallest largest regret, "
            + $"{TableText.Said(first[0].Most, outcome.Unit)}{Milder(regret, first)}.");
        if (known < values[0].Length) _sentences.Add(
            $"{outcome.Name}: {values[0].Length - known} of {values[0].Length} futures were left out, since some policy gave no number "
            + $"there.");
        _pictures.Add(
            new(outcome.Name,
            $"largest regret over {regret.Futures.Length} futures, {outcome.Unit}; whiskers from the mean to the 90th percentile",
            new BarChart(
                outcome.Name,
                [.. regret.Policies.Select(p =>
                new IntervalBar(Names[p.Policy], p.Most, Math.Min(p.Mean, p.P90), Math.Max(p.Mean, p.P90)))])));
    }

    /// <param name="values">Wish × policy × future.</param>
    public void Add(ImmutableArray<Wish> wants, double[][][] values)
    {
        var futures = values[0][0].Length;
        double[][][] outcomes = [
            .. Names.Select((_, p) => Enumerable.Range(0, futures).Select(f => values.Select(wish => wish[p][f]).ToArray()).ToArray())];
        var policies = Satisficing.Of(outcomes, [.. wants.Select(w => new Requirement(w.Threshold, w.AtLeast))]);
        foreach (var p in policies)
        {
            _enough.Add(Names[p.Policy], "everything", p.Share.Value, p.Share.Low, p.Share.High, Place(p.Rank));
            for (var w = 0; w < wants.Length && wants.Length > 1; w++)
                _enough.Add(Names[p.Policy], wants[w].InWords(experiment), p.ByRequirement[w], double.NaN, double.NaN, "");
        }
        _wanted = wants.ToImmutableDictionary(wish => wish.InWords(experiment), wish => ImmutableArray.Create(wish.Stated(experiment)));
        var first = policies.Where(p => p.Rank.Place == 1).ToList();
        var wanted = string.Join(" and ", wants.Select(w => w.InWords(experiment)));
        _sentences.Add(
            first[0].Share.Value == 0 ? $"No policy gives {wanted} in any of {futures} futures."
            : string.Create(CultureInfo.InvariantCulture,
            $"{Quoted(first.Select(p => Names[p.Policy]))} {(first.Count == 1 ? "gives" : "tie: each gives")} {wanted} most often: in "
                + $"{100 * first[0].Share.Value:0} % [{100 * first[0].Share.Low:0}, {100 * first[0].Share.High:0}] of {futures} futures."));
        var blank = Enumerable.Range(0, futures).Count(f => outcomes.Any(policy => policy[f].Any(double.IsNaN)));
        if (blank > 0) _sentences.Add(
            $"In {blank} of {futures} futures some policy gave no number for what is wanted; there it counts as not good enough.");
        _pictures.Add(new("Good enough", $"share of futures with {wanted}, 95 % interval",
            new BarChart(
                "Good enough", [.. policies.Select(p => new IntervalBar(Names[p.Policy], p.Share.Value, p.Share.Low, p.Share.High))])));
    }

    public ExperimentFindings Findings(FindingsTable worlds) =>
        new([.. _sentences], [.. new[] { _regret, _enough with { Limits = _wanted } }.Where(t => t.Rows.Count > 0), worlds],
            [.. _pictures]);

    private string Milder(Regret regret, List<PolicyRegret> first)
    {
        var milder = regret.Policies.Where(p => p.ByP90.Place == 1).ToList();
        return milder.Select(p => p.Policy)
            .SequenceEqual(first.Select(p => p.Policy)) ? ""
            : $"; by the 90th percentile it is {Quoted(milder.Select(p => Names[p.Policy]))}";
    }

    private static string Place(Rank rank) => rank.Tied ? $"{rank.Place} (tied)" : rank.Place.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(IEnumerable<string> names) => string.Join(" and ", names.Select(name => $"\"{name}\""));
}
