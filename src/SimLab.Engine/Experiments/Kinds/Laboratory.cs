using System.Globalization;
using System.Numerics;
using SimLab.Engine.Execution;
using SimLab.Engine.Experiments.Methods;
using SimLab.Engine.Experiments.Running;
using SimLab.Model;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>
/// Runs an experiment: 1. refuse the impossible with its size; 2. announce the number of worlds and the expected time;
/// 3. simulate the worlds the kind asks for, in fixed replicates or until an interval is narrow enough.
/// </summary>
/// <param name="worlds">Simulates them.</param>
/// <param name="say">Receives announcements, in sentences.</param>
public sealed class Laboratory(WorldRunner worlds, Action<Sentence>? say = null)
{
    /// <summary>
    /// Maximum number of worlds; more are refused: at a few hundred a second on a laptop they would take most of a day.
    /// </summary>
    public const int MostWorlds = 10_000_000;

    /// <summary>Simulates the worlds.</summary>
    public WorldRunner Runner => worlds;

    /// <summary>Announces and runs the experiment.</summary>
    /// <exception cref="ExperimentException">There are more worlds than can be simulated.</exception>
    public async Task<ExperimentFindings> Run(Experiment experiment)
    {
        var arms = experiment.Kind.Arms(experiment);
        var all = arms * experiment.Replicates;
        if (all > MostWorlds) throw await TooMany(experiment, arms, all);
        return await experiment.Kind.Run(experiment, this);
    }

    /// <summary>
    /// Simulates the arms: in the experiment's replicates or, with a stop rule, until every interval is narrow enough
    /// or the budget of worlds is spent.
    /// </summary>
    /// <param name="judged">
    /// Series the stop rule looks at: values by replicate, one series for each estimate; null: the outcome of each arm.
    /// </param>
    public async Task<Answers> Simulate(
        Experiment experiment, IReadOnlyList<ArmPlan> arms, Func<Answers, int, IEnumerable<double[]>>? judged = null)
    {
        await Announce(experiment, arms);
        var answers = await worlds.Simulate(arms, experiment.Replicates);
        if (experiment.Until is not { } until) return answers;
        var sought = judged is null && experiment.Outcomes[until.Outcome] is AllMet ? Sought.Probability : Sought.Mean;
        judged ??= (a, outcome) => Enumerable.Range(0, a.Arms).Select(arm => a.Of(arm, outcome));
        var rule = new StopRule(
            until.HalfWidth, Math.Max(experiment.Replicates, until.Worlds / arms.Count), sought, experiment.Replicates);
        while (true)
        {
            // The widest interval decides.
            var looks = judged(answers, until.Outcome).Select(rule.Look).ToList();
            var next = looks.Max(look => look.Next);
            var widest = looks.Max(look => look.HalfWidth);
            if (next == 0)
            {
                say?.Invoke(widest > until.HalfWidth
                    ? Sentence.Of(
                        $"{answers.Replicates} replicates: the widest interval is ±{widest:G4}; ±{until.HalfWidth:G4} was asked for, "
                        + $"and the budget of worlds is spent.")
                    : $"{answers.Replicates} replicates: the widest interval is ±{widest:G4}; ±{until.HalfWidth:G4} was asked for.");
                return answers;
            }
            var likely = looks.Max(look => look.Likely ?? 0);
            say?.Invoke(Sentence.Join(
                Sentence.Of($"{answers.Replicates} replicates: the widest interval is ±{widest:G4}, ±{until.HalfWidth:G4} is asked for."),
                likely > 0 ? Sentence.Of($"It will likely take {likely} replicates; {next} more now.") : $"{next} more now."));
            answers = await worlds.Simulate(arms, answers.Replicates + next);
        }
    }

    /// <summary>Announces the maximum size of an experiment that proceeds in rounds.</summary>
    /// <param name="pilot">Arm to time for a few months.</param>
    public async Task AnnounceRounds(Experiment experiment, long most, ArmPlan pilot)
    {
        var time = await worlds.TimeFor((double)most * experiment.Months, pilot);
        worlds.Expected = most;
        say?.Invoke(
            $"Up to {most} worlds in rounds, {worlds.Frame.Enterprises} enterprises, {worlds.Frame.Start} to {worlds.Frame.Last}: about "
            + $"{Shown(time)} if none was simulated before.");
    }

    /// <summary>
    /// Simulates the arms in separate replicates, from <paramref name="first"/> up to, not including,
    /// <paramref name="next"/>.
    /// </summary>
    public Task<Answers> SimulateRound(IReadOnlyList<ArmPlan> arms, int first, int next) => worlds.Simulate(arms, next, first);

    /// <summary>Announces a sentence.</summary>
    public void Say(Sentence sentence) => say?.Invoke(sentence);

    private async Task Announce(Experiment experiment, IReadOnlyList<ArmPlan> arms)
    {
        var coming = await worlds.Foresee(arms, experiment.Replicates);
        List<Sentence> facts = [$"{coming.Worlds} worlds to simulate"];
        if (coming.Found > 0) facts.Add($"{coming.Found} simulated before");
        if (coming.Worlds > 0) facts.Add($"about {Shown(coming.Time)}");
        var many = arms.Count == 1 ? Sentence.Of($"1 arm") : $"{arms.Count} arms";
        say?.Invoke(
            $"{many} × {experiment.Replicates} replicates, {worlds.Frame.Enterprises} enterprises, {worlds.Frame.Start} to "
            + $"{worlds.Frame.Last}: {WordList.Listed(facts)}.");
    }

    private async Task<ExperimentException> TooMany(Experiment experiment, BigInteger arms, BigInteger all)
    {
        var time = await worlds.TimeFor((double)all * experiment.Months, Experiment.Arm(experiment.Scenario, "pilot"));
        return new(
            $"{experiment.Kind.Name} asks for {arms:N0} arms × {experiment.Replicates} replicates = {all:N0} worlds, which would take "
                + $"about {Shown(time)} here; at most {MostWorlds:N0} are run. Take fewer factors, steps, points or replicates: a Latin "
                + $"hypercube or a Sobol sequence covers the same ranges with as many points as you choose.");
    }

    /// <summary>"3 minutes", "2 hours", "40,000 years".</summary>
    public static Sentence Shown(TimeSpan time) => time switch
    {
        { TotalSeconds: < 90 } => Sentence.Of($"{Math.Ceiling(time.TotalSeconds):0} seconds"),
        { TotalMinutes: < 90 } => $"{time.TotalMinutes:0} minutes",
        { TotalHours: < 48 } => $"{time.TotalHours:0.#} hours",
        { TotalDays: < 730 } => $"{time.TotalDays:N0} days",
        _ => $"{time.TotalDays / 365.25:N0} years",
    };
}
