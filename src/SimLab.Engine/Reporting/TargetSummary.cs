using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Engine.Statistics;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.Engine.Reporting;

/// <summary>An indicator in one world and the benchmark of its target; null where unknown.</summary>
public readonly record struct Reading(double? Outcome, double? Yardstick);

/// <summary>An indicator in one arm.</summary>
/// <param name="Spread">Distribution over the replicates.</param>
/// <param name="Yardstick">Mean of the benchmark; null where no target is judged.</param>
/// <param name="Probability">Share of the replicates that meet the target; null where no target is judged.</param>
public sealed record ArmOutcome(Spread Spread, double? Yardstick, double? Probability);

/// <summary>An indicator at a month, by arm (baseline first), and the effect of the policy on it.</summary>
/// <param name="Id">As in <see cref="OutcomeCatalog"/>.</param>
/// <param name="Unit">Unit of the target.</param>
/// <param name="Month">The month; a yearly count ends with it.</param>
/// <param name="Arms">By arm; null: the run does not reach the month, or starts too late for it.</param>
/// <param name="Difference">Policy minus baseline; null with one arm.</param>
public sealed record IndicatorSummary(string Id, string Unit, Month Month, ImmutableArray<ArmOutcome?> Arms, PairedDifference? Difference)
{
    /// <summary>The first of two arms; null with one arm.</summary>
    public ArmOutcome? Baseline => Arms.Length == 2 ? Arms[0] : null;
    /// <summary>The last arm.</summary>
    public ArmOutcome? Policy => Arms[^1];

    /// <param name="target">The target to summarise and judge.</param>
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
            : new(spread, judged.Average(r => r.Yardstick!.Value),
                judged.Count(r => target.IsMet(r.Outcome!.Value, r.Yardstick!.Value)) / (double)judged.Count);
    }
}

/// <summary>Public cost of one more unit of a target: the extra cost of the measures charged with it, by its difference.</summary>
/// <param name="ExtraCost">Policy minus baseline, yuan, mean over replicates: over the year of a yearly target, since
/// the start for a stock.</param>
/// <param name="PerUnit">Yuan per unit of the target (per firm, per yuan, per 1 = 100 %); null: see
/// <paramref name="Why"/>.</param>
/// <param name="Why">Reason for no cost per unit; null: there is one.</param>
public sealed record CostPerExtra(double ExtraCost, double? PerUnit, [property: JsonConverter(typeof(EnglishInJson))] Sentence? Why)
{
    /// <summary>The measures charged, in order; see <see cref="ChargedMeasures"/>. Empty where whole scenarios are compared.</summary>
    public ImmutableArray<MeasureId> Charged { get; init; } = [];

    /// <summary>Divides the extra cost by the mean difference, if the difference is clear.</summary>
    public static CostPerExtra Of(double extraCost, PairedDifference? difference) => difference switch
    {
        null => new(extraCost, null, $"the run ends before"),
        { Interval: null } => new(extraCost, null, $"one replicate gives no interval"),
        { IsNone: true } => new(extraCost, null, $"the policy changes nothing"),
        { IsClear: false } => new(extraCost, null, $"no clear difference"),
        { Mean: < 0 } => new(extraCost, null, $"the policy lowers it"),
        _ when extraCost <= 0 => new(extraCost, null, $"no extra public cost"),
        _ => new(extraCost, extraCost / difference.Mean, null),
    };

    /// <summary>The same, with the measures charged; there is no cost per unit where none is.</summary>
    public static CostPerExtra Of(double extraCost, PairedDifference? difference, ImmutableArray<MeasureId> charged) =>
        (charged.IsEmpty && difference is not null ? new(0, null, $"no measure acts on it directly") : Of(extraCost, difference)) with
        {
            Charged = charged,
        };
}

/// <summary>A judged target of the scenario.</summary>
/// <param name="Target">The target.</param>
/// <param name="Outcome">The result in the month it is due.</param>
/// <param name="Cost">Cost per extra unit; null with one arm.</param>
public sealed record TargetSummary(Target Target, IndicatorSummary Outcome, CostPerExtra? Cost);
