using System.Collections.Immutable;
using System.Globalization;
using SimLab.Engine.Reporting;

namespace SimLab.Engine.Instant;

/// <summary>How far the instant answer for a target lies from the full run's, in one arm.</summary>
/// <param name="Id">The target.</param>
/// <param name="Arm">0 is the baseline.</param>
/// <param name="Instant">Median of the instant answer.</param>
/// <param name="Full">Median and 90 % interval of the full run.</param>
public sealed record Distance(string Id, string Unit, int Arm, double Instant, Spread Full)
{
    /// <summary>The instant median lies in the full run's 90 % interval.</summary>
    public bool IsInside => Instant >= Full.P05 && Instant <= Full.P95;

    /// <summary>Instant less full, of medians.</summary>
    public double Off => Instant - Full.P50;

    /// <summary>By target and arm, where both runs know the target.</summary>
    public static ImmutableArray<Distance> Of(RunSummary instant, RunSummary full) =>
    [
        .. from target in full.Targets
           let other = instant.Targets.FirstOrDefault(t => t.Target.Id == target.Target.Id)
           where other is not null
           from arm in Enumerable.Range(0, Math.Min(target.Outcome.Arms.Length, other.Outcome.Arms.Length))
           where target.Outcome.Arms[arm] is not null && other.Outcome.Arms[arm] is not null
           select new Distance(target.Target.Id, target.Target.Unit, arm, other.Outcome.Arms[arm]!.Spread.P50, target.Outcome.Arms[arm]!.Spread),
    ];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Id,-28} {(Arm == 0 ? "baseline" : "policy"),-8}  instant {TargetWords.Amount(Instant, Unit),10}   full {TargetWords.Amount(Full.P50, Unit),10} [{TargetWords.Bare(Full.P05, Unit)} – {TargetWords.Bare(Full.P95, Unit)}]  {(IsInside ? "inside" : "outside")}");
}
