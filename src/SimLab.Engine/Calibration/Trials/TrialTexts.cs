using System.Collections.Immutable;
using System.Globalization;
using SimLab.Engine.Statistics;
using SimLab.Model;

namespace SimLab.Engine.Calibration.Trials;

/// <summary>One line of the benchmark for readers.</summary>
/// <param name="Effect">Name of the effect.</param>
/// <param name="Outcome">Outcome, with its unit; empty: not posed.</param>
/// <param name="Published">What was published.</param>
/// <param name="Ours">Treated firms against their twins, mean and 95 % interval.</param>
/// <param name="AgainstControls">The same against the controls.</param>
/// <param name="Verdict">Inside, the distance in half-widths, or why it is not posed.</param>
public sealed record BenchmarkLine(
    Sentence Effect, Sentence Outcome, Sentence Published, Sentence Ours, Sentence AgainstControls, Sentence Verdict)
{
    /// <summary>The cells, in the order of the columns.</summary>
    public ImmutableArray<Sentence> Cells => [Effect, Outcome, Published, Ours, AgainstControls, Verdict];
}

/// <summary>Words and figures of the benchmark of effects.</summary>
public static class TrialTexts
{
    /// <summary>Names of the columns.</summary>
    public static ImmutableArray<Sentence> Columns { get; } =
        [$"Effect", $"Outcome", $"Published", $"Ours", $"Against controls", $"Verdict"];

    /// <summary>The lines, in the order of the file.</summary>
    public static IEnumerable<BenchmarkLine> Lines(EffectsOfOthers order, ImmutableArray<TrialResult> results)
    {
        foreach (var effect in order.Effects)
        {
            if (effect is UnposedEffect unposed)
                yield return new($"{unposed.Name}", $"", $"{unposed.Published}", $"", $"", $"not posed: {unposed.Why}");
            else if (results.FirstOrDefault(result => result.Trial == effect) is { } result)
                foreach (var line in result.Estimates) yield return Line(result, line);
        }
    }

    /// <summary>How many effects are inside, outside and not posed, in one sentence.</summary>
    public static Sentence Verdict(EffectsOfOthers order, ImmutableArray<TrialResult> results) =>
        $"{results.Count(result => result.IsInside)} of {order.Effects.Length} effects are as published, "
        + $"{results.Count(result => !result.IsInside)} are not, and {order.Effects.OfType<UnposedEffect>().Count()} cannot be posed.";

    /// <summary>The published figure: an interval with its centre, one number, or a direction.</summary>
    public static Sentence Published(PublishedEffect effect) => effect switch
    {
        { IsInterval: true, Centre: { } centre } =>
            Sentence.Of($"{Number(effect.Low)} to {Number(effect.High)}, centre {Number(centre)}"),
        { IsInterval: true } => $"{Number(effect.Low)} to {Number(effect.High)}",
        { IsDirection: true, High: null } => $"above {Number(effect.Low)}",
        { IsDirection: true } => $"below {Number(effect.High)}",
        _ => $"{Number(effect.Centre ?? effect.Low)}",
    };

    /// <summary>Mean and 95 % interval.</summary>
    public static Sentence Estimate(PairedDifference? ours) => ours switch
    {
        null => Sentence.Of($"–"),
        { IsNone: true } => $"0 in every replicate",
        { Interval: var (low, high) } => $"{Number(ours.Mean)} [{Number(low)}, {Number(high)}]",
        _ => $"{Number(ours.Mean)}",
    };

    private static BenchmarkLine Line(TrialResult result, TrialEstimate estimate) => new(
        $"{result.Trial.Name}",
        $"{Term.Name(estimate.Published.Outcome.Name, estimate.Published.Outcome.NameZh)}, {Term.Unit(estimate.Published.Outcome.Unit)}",
        Published(estimate.Published), Estimate(estimate.Ours), Estimate(estimate.AgainstControls), Judgement(estimate));

    private static Sentence Judgement(TrialEstimate estimate) => estimate.Verdict switch
    {
        TrialVerdict.Inside => Sentence.Of($"inside"),
        TrialVerdict.NoEstimate => $"no estimate",
        _ when estimate.Ours!.IsNone => $"no effect at all",
        _ when estimate.Published is { IsDirection: true } direction
            && (direction.Low is null ? estimate.Ours.Mean < direction.High : estimate.Ours.Mean > direction.Low) => $"not clear",
        _ when estimate.Published.Distance(estimate.Ours) is { } distance => Away(distance, estimate.Published.Meets(estimate.Ours)),
        _ => $"outside",
    };

    private static Sentence Away(double distance, bool unclear)
    {
        var away = distance > 0 ? Sentence.Of($"{Number(distance)} half-widths above") : $"{Number(-distance)} half-widths below";
        return unclear ? $"{away}, not clear" : away;
    }

    private static string Number(double? value) => value is not { } v ? "–"
        : v.ToString(
            Math.Abs(v) switch { >= 100 => "0", >= 10 => "0.#", >= 1 => "0.##", >= 0.1 => "0.###", _ => "0.####" },
            CultureInfo.InvariantCulture);
}
