using System.Collections.Immutable;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.Engine.Reporting;

/// <summary>Targets a user requires: met when the policy arm meets them in at least half of the replicates.</summary>
public static class RequiredTargets
{
    /// <summary>Least share of replicates that must meet a required target.</summary>
    public const double LeastProbability = 0.5;

    /// <summary>Reason why the run cannot judge the required targets; null: it can.</summary>
    public static Sentence? Complaint(Scenario scenario, IEnumerable<string> required)
    {
        foreach (var id in required)
        {
            if (scenario.Targets.FirstOrDefault(t => t.Id == id) is not { } target)
                return $"--require: the scenario has no target "
                    + $"{NearestWord.Quoted(id)}.{NearestWord.Instead(id, $"targets", [.. scenario.Targets.Select(t => t.Id)])}";
            if (target.By > scenario.LastMonth)
                return $"--require: {id} is due by {target.By}, but the run ends in {scenario.LastMonth}. Give more --months.";
        }
        return null;
    }

    /// <summary>One sentence for each missed target: its probability and its shortfall.</summary>
    public static ImmutableArray<Sentence> Missed(RunSummary summary, IReadOnlyCollection<string> required) =>
    [
        .. summary.Targets.Where(t => required.Contains(t.Target.Id) && !(t.Outcome.Policy?.Probability >= LeastProbability))
            .Select(Said),
    ];

    private static Sentence Said(TargetSummary missed)
    {
        var target = missed.Target;
        if (missed.Outcome.Policy is not { Probability: { } probability, Yardstick: { } yardstick } arm)
            return $"{target.Id} cannot be judged: the run does not reach far enough.";
        var wanted = target.Comparison == Comparison.About ? (1 - target.Tolerance) * yardstick : yardstick;
        return Sentence.Join(
            Sentence.Of(
                $"{target.Id} is missed: met in {100 * probability:0.#} % of the replicates, {100 * LeastProbability:0} % is asked for."),
            Sentence.Of($"Wanted by {target.By}: {TargetTexts.Of(target)}."),
            target.Value is null
                ? Sentence.Of(
                    $"The median is {Shown(arm.Spread.P50)}, {Shown(wanted - arm.Spread.P50)} short of a mean of {Shown(wanted)}.")
                : $"The median is {Shown(arm.Spread.P50)}, {Shown(wanted - arm.Spread.P50)} short of {Shown(wanted)}.");

        Term Shown(double value) => TargetTexts.InFull(value, target.Unit);
    }
}
