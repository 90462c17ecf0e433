using System.Collections.Immutable;
using System.Numerics;
using SimLab.Engine.Execution;
using SimLab.Engine.Experiments.Methods;
using SimLab.Engine.Experiments.Running;
using SimLab.Model;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>
/// Finds the best mix of levers within limits such as a public budget:
/// 1. each round a search asks for points, simulated as one batch of arms with random draws of their own, common to the
///    whole batch: CMA-ES for one goal, NSGA-II with re-evaluated parents for several;
/// 2. rounds continue until the next would exceed the budget of worlds;
/// 3. the points found, and the scenario as it stands, are simulated again with fresh random draws, so that the
///    reported values carry no selection bias.
/// A search is deterministic, and stored worlds are not simulated again, so running a stopped experiment again resumes
/// it.
/// </summary>
/// <param name="SubjectTo">Limits on means over the replicates.</param>
/// <param name="Population">Points per round; a restart of CMA-ES doubles it.</param>
/// <param name="Budget">Maximum number of worlds for the search.</param>
/// <param name="Check">Replicates of the final evaluation.</param>
public sealed record Optimise(ImmutableArray<Goal> Goals, ImmutableArray<Wish> SubjectTo, int Population, int Budget, int Check)
    : ExperimentKind
{
    private static readonly WishesSetting SubjectToSetting = new(
        "subjectTo", "Limits that the means over the replicates must keep, such as { cost: { atMost: 3亿元 } }.");
    private static readonly WholeSetting PopulationSetting = new(
        "population", "Points a round; an even number, at least 4.", 4, 10_000, 16);
    private static readonly WholeSetting BudgetSetting = new(
        "budget", "Most worlds the search simulates; the check of what it found comes on top.", 4, Laboratory.MostWorlds, 2_000);
    private static readonly WholeSetting CheckSetting = new(
        "check", "Replicates in which what was found is simulated again, with new draws of luck.", 2, 100_000, 32);

    /// <summary>Name, settings and reader of this kind.</summary>
    public static ExperimentKindInfo Form { get; } = new(
        "optimise", "The best mix of levers within limits: one goal by CMA-ES, several by NSGA-II.", NeedsFactors: true,
        [Robustness.GoalsSetting, SubjectToSetting, PopulationSetting, BudgetSetting, CheckSetting],
        given => new Optimise(
            given.Of(Robustness.GoalsSetting), given.Of(SubjectToSetting), given.Of(PopulationSetting), given.Of(BudgetSetting),
            given.Of(CheckSetting)));

    public override string Name => Form.Name;

    public override BigInteger Arms(Experiment experiment) => Budget / experiment.Replicates + 1;

    public override IEnumerable<(string Key, Sentence Complaint)> Complaints(Experiment experiment)
    {
        if (Goals.IsEmpty) yield return (
            "kind",
            $"optimise needs goals. Add \"goals: {{ both: most }}\" for one, or \"goals: {{ new_specialised_smes: most, cost: least "
            + $"}}\" for the trade between several.");
        foreach (var factor in experiment.Factors.Where(k => k.Kind == FactorKind.Population))
            yield return (
                "factors", $"{factor.Name} is a figure of the firms there are at month zero, and no policy can choose it. Vary it by "
                + $"sweep, sensitivity, discover or robustness.");
        if (Population % 2 != 0) yield return ("population", $"population is {Population}. Write an even number: points are paired.");
        if (Budget < (long)Population * experiment.Replicates)
            yield return (
                "budget", $"a round of {Population} points × {experiment.Replicates} replicates takes "
                + $"{(long)Population * experiment.Replicates} worlds, and budget is {Budget}. Give a larger budget, or fewer points or "
                + $"replicates.");
        if (experiment.Until is not null) yield return (
            "until", $"optimise ends when its budget is spent; until has no meaning. Remove it.");
    }

    public override async Task<ExperimentFindings> Run(Experiment experiment, Laboratory laboratory)
    {
        Factor[] factors = [.. experiment.Factors.Select(factor => factor.Range)];
        var many = Goals.Length > 1 ? new Nsga2(factors, Goals.Length, experiment.Seed, new(Population, Again: true)) : null;
        var one = Goals.Length > 1 ? null : new CmaEs(factors, experiment.Seed, new(Population), experiment.Standing);
        await laboratory.AnnounceRounds(experiment, Budget, Experiment.Arm(experiment.Scenario, "pilot"));
        var rounds = await Search(experiment, laboratory, (ISearch?)many ?? one!);

        // The scenario as it stands, then the points found.
        List<double[]> points = [
            experiment.Standing,
            .. many is not null ? many.Front().Select(c => c.Point) : one!.Best is { } best ? [one.Centre, best.Point] : []];
        if (points.Count == 1 || rounds.SelectMany(r => r.Values).All(v => v.IsMissing || v.Violation > 0)) points = [
            points[0], Nearest(rounds)];
        points = [points[0],
            .. points.Skip(1).DistinctBy(p => string.Join(' ', p.Select(BitConverter.DoubleToInt64Bits)))
            .OrderBy(p => p, Comparer<double[]>.Create(Lexical))];
        ImmutableArray<ArmPlan> arms = [
            .. points.Select((point, i) =>
            i == 0 ? Experiment.Arm(experiment.Scenario, "as it stands") : experiment.Turned($"point {i}", point))];
        var first = rounds.Count * experiment.Replicates;
        laboratory.Say(points.Count == 2
            ? Sentence.Of($"1 point found; it, and the scenario as it stands, is simulated {Check} times more with new draws of luck.")
            : $"{points.Count - 1} points found; each, and the scenario as it stands, is simulated {Check} "
                + $"times more with new draws of luck.");
        var answers = await laboratory.SimulateRound(arms, first, first + Check);
        return new OptimiseReport(experiment, this, rounds, points, answers).Findings(arms);
    }

    /// <summary>Evaluates a point: goals to minimise, and by how much it breaks limits.</summary>
    internal Evaluation Judge(Answers answers, int arm)
    {
        // One replicate without a number makes the point one without a number: NaN propagates through the mean.
        double Mean(int outcome) => answers.Of(arm, outcome).Average();
        return new([.. Goals.Select(goal => goal.Most ? -Mean(goal.Outcome) : Mean(goal.Outcome))],
            [.. SubjectTo.Select(limit => limit.Excess(Mean(limit.Outcome)))], answers.Replicates);
    }

    private async Task<List<SearchRound>> Search(Experiment experiment, Laboratory laboratory, ISearch search)
    {
        var rounds = new List<SearchRound>();
        long spent = 0;
        while (true)
        {
            var points = search.Ask();
            var worlds = (long)points.Length * experiment.Replicates;
            if (spent + worlds > Budget) return rounds;
            var round = rounds.Count;
            ImmutableArray<ArmPlan> arms = [.. points.Select((point, i) => experiment.Turned($"round {round + 1}, point {i}", point))];
            var answers = await laboratory.SimulateRound(arms, round * experiment.Replicates, (round + 1) * experiment.Replicates);
            Evaluation[] values = [.. points.Select((_, i) => Judge(answers, i))];
            try
            {
                search.Tell(values);
            }
            catch (MethodException nothing)
            {
                throw new ExperimentStoppedException($"Round {round + 1} of the search: {nothing.Sentence}", nothing);
            }
            spent += worlds;
            rounds.Add(new(points, values, spent, [.. experiment.Outcomes.Select((_, o) => answers.Means(o))]));
            laboratory.Say(
                $"Round {round + 1}: {spent} of {Budget} worlds; {values.Count(v => !v.IsMissing && v.Violation == 0)} of "
                + $"{points.Length} points keep the limits.");
        }
    }

    // No feasible point: the one with the smallest violation.
    private static double[] Nearest(List<SearchRound> rounds) =>
        rounds.SelectMany(r => r.Points.Zip(r.Values)).Where(x => !x.Second.IsMissing).MinBy(x => x.Second.Violation).First;

    private static int Lexical(double[]? a, double[]? b) => a!.Zip(b!, (x, y) => x.CompareTo(y)).FirstOrDefault(order => order != 0);
}

/// <summary>One round of a search.</summary>
/// <param name="Values">Evaluations by point.</param>
/// <param name="Spent">Worlds up to its end.</param>
/// <param name="Means">Outcome × point, over the round's replicates.</param>
internal sealed record SearchRound(double[][] Points, Evaluation[] Values, long Spent, double[][] Means);
