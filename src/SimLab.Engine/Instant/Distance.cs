using System.Collections.Immutable;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Engine.Statistics;
using SimLab.Model;

namespace SimLab.Engine.Instant;

/// <summary>Distance between the instant answer and the full run for a target, in one arm.</summary>
/// <param name="Id">Id of the target.</param>
/// <param name="Arm">0 is the baseline.</param>
/// <param name="Instant">Median of the instant answer.</param>
/// <param name="Full">Median and 90 % interval of the full run.</param>
public sealed record Distance(string Id, string Unit, int Arm, double Instant, Spread Full)
{
    /// <summary>Whether the instant median lies in the full run's 90 % interval.</summary>
    public bool IsInside => Instant >= Full.P05 && Instant <= Full.P95;

    /// <summary>Instant median less full median, in the unit of the target.</summary>
    public double Off => Instant - Full.P50;

    /// <summary>Distances by target and arm, for targets of both runs.</summary>
    public static ImmutableArray<Distance> Of(PlanView instant, PlanView full) =>
    [
        .. from target in full.Targets
           let other = instant.Targets.FirstOrDefault(t => t.Id == target.Id)
           where other is not null
           from pair in new[]
               { (Arm: 0, Small: other.Baseline, Large: target.Baseline), (Arm: 1, Small: other.Policy, Large: target.Policy) }
           where pair.Small is not null && pair.Large is not null
           select new Distance(target.Id, target.Unit, pair.Arm, pair.Small.Spread.P50, pair.Large.Spread),
    ];

    /// <summary>The distance as one line of a table.</summary>
    public Sentence Words =>
        $"{Term.Name(Id, OutcomeCatalog.Of(Id).NameZh),-28} {(Arm == 0 ? Sentence.Of($"baseline") : $"policy"),-8}  instant "
        + $"{TargetTexts.Amount(Instant, Unit),10}   full {TargetTexts.Amount(Full.P50, Unit),10} [{TargetTexts.Bare(Full.P05, Unit)} – "
        + $"{TargetTexts.Bare(Full.P95, Unit)}]  {(IsInside ? Sentence.Of($"inside") : $"outside")}";
}
