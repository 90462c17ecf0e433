using System.Collections.Immutable;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Statistics;
using SimLab.Model;

namespace SimLab.Engine.Reporting;

/// <summary>An indicator in one world, and what its target compares it with; null where it cannot be known.</summary>
public readonly record struct Reading(double? Outcome, double? Yardstick);

/// <summary>An indicator in one arm.</summary>
/// <param name="Spread">Over the replicates.</param>
/// <param name="Yardstick">Mean of what it is compared with; null where no target is judged.</param>
/// <param name="Probability">Share of the replicates in which the target is met; null where no target is judged.</param>
public sealed record ArmOutcome(Spread Spread, double? Yardstick, double? Probability);

/// <summary>An indicator at a month, by arm (baseline first), and what the policy changes in it.</summary>
/// <param name="Id">As in <see cref="Target.Indicators"/>.</param>
/// <param name="Unit">As the target has it.</param>
/// <param name="Month">A year's count ends with it.</param>
/// <param name="Arms">Null: the run does not reach the month, or not far enough back.</param>
/// <param name="Difference">Null with one arm.</param>
public sealed record IndicatorSummary(string Id, string Unit, Month Month, ImmutableArray<ArmOutcome?> Arms, PairedDifference? Difference)
{
    public ArmOutcome? Baseline => Arms.Length == 2 ? Arms[0] : null;
    public ArmOutcome? Policy => Arms[^1];

    /// <param name="target">What is summarised, and judged.</param>
    /// <param name="month">The month of the readings.</param>
    /// <param name="readings">By arm, then replicate.</param>
    public static IndicatorSummary Of(Target target, Month month, IReadOnlyList<Reading[]> readings) => new(
        target.Id, target.Unit, month,
        [.. readings.Select(arm => Judged(target, arm))],
        readings.Count == 2 ? PairedDifference.Of([.. readings[1].Select(r => r.Outcome)], [.. readings[0].Select(r => r.Outcome)]) : null);

    private static ArmOutcome? Judged(Target target, Reading[] arm)
    {
        var spread = Spread.Of([.. arm.Select(r => r.Outcome).OfType<double>()]);
        var judged = arm.Where(r => r.Outcome is not null && r.Yardstick is not null).ToList();
        if (spread is null) return null;
        return judged.Count == 0
            ? new(spread, null, null)
            : new(spread, judged.Average(r => r.Yardstick!.Value), judged.Count(r => target.IsMet(r.Outcome!.Value, r.Yardstick!.Value)) / (double)judged.Count);
    }
}

/// <summary>What one more unit of a target costs the public, if the whole extra cost of the policy is laid on this target alone.</summary>
/// <param name="ExtraCost">Policy less baseline, yuan, mean over replicates: in the year a yearly target counts, since the start for a stock.</param>
/// <param name="PerUnit">Yuan per unit of the target (per firm, per yuan, per 1 = 100 %); null: see why.</param>
/// <param name="Why">Why there is no cost per unit.</param>
public sealed record CostPerExtra(double ExtraCost, double? PerUnit, string? Why)
{
    public static CostPerExtra Of(double extraCost, PairedDifference? difference) => difference switch
    {
        null => new(extraCost, null, "the run ends before"),
        { Interval: null } => new(extraCost, null, "one replicate gives no interval"),
        { IsNone: true } => new(extraCost, null, "the policy changes nothing"),
        { IsClear: false } => new(extraCost, null, "no clear difference"),
        { Mean: < 0 } => new(extraCost, null, "the policy lowers it"),
        _ when extraCost <= 0 => new(extraCost, null, "no extra public cost"),
        _ => new(extraCost, extraCost / difference.Mean, null),
    };
}

/// <summary>A target of the scenario, judged.</summary>
/// <param name="Target">What is wanted.</param>
/// <param name="Outcome">What came, in the month it is due.</param>
/// <param name="Cost">Null with one arm.</param>
public sealed record TargetSummary(Target Target, IndicatorSummary Outcome, CostPerExtra? Cost);
