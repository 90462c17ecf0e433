using System.Collections.Immutable;
using System.Diagnostics;
using SimLab.Engine.Recording;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.Engine.Instant;

/// <summary>Measures the speed of the instant mode and the distance of its answers from the full run.</summary>
public static class InstantBench
{
    // An assumption to vary, and its values.
    private static readonly double[] OtherMonthsToSpread = [5, 6, 7];

    /// <summary>Times answers and measures distances, and writes both.</summary>
    /// <param name="written">The notice as written.</param>
    /// <param name="others">What-ifs to measure the distance on.</param>
    /// <param name="say">Receives the tables, line by line.</param>
    /// <param name="cancel">Cancels between two answers.</param>
    public static async Task Run(Scenario written, ImmutableArray<Scenario> others, Action<Sentence> say, CancellationToken cancel)
    {
        var recipe = PopulationSource.Of(written);
        var begun = Stopwatch.StartNew();
        await using var lab = new InstantLab(recipe.Recipe, written.Seed, new());
        await lab.WarmUp(written, cancel);
        say($"{lab.Enterprises} enterprises, {lab.Size.Months} months, {lab.Size.Replicates} replicates × 2 arms; "
            + $"warm after {begun.Elapsed.TotalSeconds:0.0} s");
        begun.Restart();
        await lab.Hold(written, written, Environment.ProcessorCount, cancel);
        say($"held to the full run after {begun.Elapsed.TotalSeconds:0.0} s more");

        await Time(lab, [.. Levers(written)], $"a changed lever", say, cancel);
        await Time(lab,
            [.. OtherMonthsToSpread.Select(months => written with { Behaviour = written.Behaviour with { MonthsToSpread = months } })],
            $"a changed assumption, for which both arms are simulated anew", say, cancel);

        // The what-ifs; then the measures of one under the assumptions, or with the firms, of another.
        var sameWorld = others.Where(IsInWorldOf(written)).ToList();
        var otherWorlds = others.Except(sameWorld).ToList();
        foreach (var other in others) await Far(lab, written, other, say, cancel);
        foreach (var (world, policy) in from world in otherWorlds from policy in sameWorld select (world, policy))
            await Far(lab, written,
                world with
                {
                    Name = $"{world.Name}; {policy.Name}",
                    NameZh = world.NameZh is { } first && policy.NameZh is { } second ? $"{first}；{second}" : null,
                    Measures = policy.Measures,
                    Changes = policy.Changes,
                }, say, cancel);
    }

    private static Func<Scenario, bool> IsInWorldOf(Scenario written) => other =>
        other.Population == written.Population && ControlVariate.AssumptionsOf(other) == ControlVariate.AssumptionsOf(written);

    private static async Task Far(InstantLab lab, Scenario written, Scenario other, Action<Sentence> say, CancellationToken cancel)
    {
        await using var own = other.Population == written.Population ? null
            : new InstantLab(PopulationSource.Of(other).Recipe, other.Seed, lab.Size);
        await (own ?? lab).Hold(written, other, Environment.ProcessorCount, cancel);
        say($"");
        say($"{Term.Name(other.Name, other.NameZh)}");
        foreach (var distance in await (own ?? lab).Measure(other, Environment.ProcessorCount, cancel)) say(distance.Words);
    }

    private static async Task Time(
        InstantLab lab, ImmutableArray<Scenario> changes, Sentence what, Action<Sentence> say, CancellationToken cancel)
    {
        var (wall, processor) = (new double[changes.Length], new double[changes.Length]);
        using var self = Process.GetCurrentProcess();
        for (var i = 0; i < changes.Length; i++)
        {
            var before = self.TotalProcessorTime;
            wall[i] = (await lab.Answer(changes[i], cancel)).Elapsed.TotalMilliseconds;
            self.Refresh();
            processor[i] = (self.TotalProcessorTime - before).TotalMilliseconds;
        }
        Array.Sort(wall);
        Array.Sort(processor);
        say($"{what}: median {At(wall, 0.5):0} ms, p95 {At(wall, 0.95):0} ms; processor time {At(processor, 0.5):0} ms, "
            + $"p95 {At(processor, 0.95):0} ms, on {Environment.ProcessorCount} cores; {changes.Length} changes");

        static double At(double[] sorted, double share) => sorted[(int)Math.Round(share * (sorted.Length - 1))];
    }

    // Each numeric lever of each measure, moved by a tenth of its range.
    private static IEnumerable<Scenario> Levers(Scenario scenario)
    {
        foreach (var measure in scenario.Measures)
        {
            foreach (var lever in Parameter.Of(measure).Where(l => l.Type == typeof(double)))
            {
                var changed = measure with { };
                var value = (double)lever.In(measure);
                var step = (lever.Max - lever.Min) / 10;
                lever.Set(changed, value + step <= lever.Max ? value + step : value - step);
                yield return scenario with { Measures = scenario.Measures.Replace(measure, changed) };
            }
        }
    }
}
