using System.Collections.Immutable;
using SimLab.Engine.Execution;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Messages;
using SimLab.Model.Policies;

namespace SimLab.Engine.Experiments;

/// <summary>One number an experiment reads of every world.</summary>
/// <param name="Name">Name in the experiment file.</param>
/// <param name="Unit">"firms", "yuan", "share …".</param>
public abstract record ExperimentOutcome(string Name, string Unit)
{
    /// <summary>The last month it reads.</summary>
    public abstract Month Last { get; }

    /// <summary>
    /// Identifies the number, whatever its name: two outcomes with the same address are the same number.
    /// </summary>
    public abstract string Address { get; }

    /// <summary>Reads the number of one world; null where it is unknown.</summary>
    public abstract double? Read(RunSeries series, int arm, int replicate);
}

/// <summary>An indicator (<see cref="Outcomes.Of"/>), such as targets name, at a month.</summary>
public sealed record IndicatorAt(string Name, string Id, string Unit, Month At) : ExperimentOutcome(Name, Unit)
{
    public override Month Last => At;
    public override string Address => $"{Id} at {At}";
    public override double? Read(RunSeries series, int arm, int replicate) => Outcomes.Of(Id, series, arm, replicate, At);
}

/// <summary>Public cost over a span, in yuan: of one measure, or of all.</summary>
public sealed record PublicCostOver(string Name, MeasureId? Measure, Month From, Month To) : ExperimentOutcome(Name, "yuan")
{
    public override Month Last => To;
    public override string Address => $"cost of {(Measure is { } measure ? $"{measure}" : "all")} from {From} to {To}";

    public override double? Read(RunSeries series, int arm, int replicate) => Fen.ToYuan(
        Measure is { } one ? series.Cost(arm, replicate, From, To, one) : series.Cost(arm, replicate, From, To));
}

/// <summary>
/// A column of series.parquet: a flow summed over the span, a stock at its last month. Money in yuan.
/// </summary>
public sealed record IndicatorOver(string Name, Indicator Indicator, Month From, Month To)
    : ExperimentOutcome(Name, Indicators.ShownUnit(Indicator))
{
    public override Month Last => To;
    public override string Address => $"{Indicator} from {From} to {To}";

    public override double? Read(RunSeries series, int arm, int replicate) => series.Over(arm, replicate, From, To, Indicator);
}

/// <summary>1 where a world meets all targets, 0 where it misses one: its mean is the probability.</summary>
public sealed record AllMet(string Name, ImmutableArray<Target> Targets) : ExperimentOutcome(Name, "share of worlds")
{
    public override Month Last => Targets.Max(target => target.By);
    public override string Address =>
        "met: " + string.Join(
        ", ", Targets.Select(t =>
        FormattableString.Invariant($"{t.Id} {t.Comparison} {t.Value}{t.Other} within {t.Tolerance:R} by {t.By}")));

    public override double? Read(RunSeries series, int arm, int replicate)
    {
        var met = 1.0;
        foreach (var target in Targets)
        {
            if (Outcomes.Of(target.Id, series, arm, replicate, target.By) is not { } outcome
                || Outcomes.Yardstick(target, series, arm, replicate) is not { } yardstick) return null;
            if (!target.IsMet(outcome, yardstick)) met = 0;
        }
        return met;
    }
}
