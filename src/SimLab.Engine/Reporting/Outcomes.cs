using SimLab.Engine.Execution;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Model;

namespace SimLab.Engine.Reporting;

/// <summary>
/// Outcomes computed from the run series of one world. Money in yuan, growth and shares as shares (0–1). Yearly ones cover
/// the twelve months that end with the given month.
/// </summary>
public static class Outcomes
{
    /// <summary>Value of the outcome; null: months not covered, or denominator not positive.</summary>
    public static double? Of(string id, RunSeries series, int arm, int replicate, Month month) =>
        series.Covers(month) ? OutcomeCatalog.Of(id).Of(new WorldYear(series, arm, replicate, month)) : null;

    /// <summary>The benchmark of the target in that world; null if unknown.</summary>
    public static double? Yardstick(Target target, RunSeries series, int arm, int replicate) =>
        target.Value ?? (target.Other is { } other
            ? Of(other, series, arm, replicate, target.By)
            : Of(target.Id, series, arm, replicate, target.By - 12));
}
