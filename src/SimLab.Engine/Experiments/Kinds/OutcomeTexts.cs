using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios.Outcomes;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>Chinese names of outcomes.</summary>
internal static class OutcomeTexts
{
    public static string Chinese(ExperimentOutcome outcome) => outcome switch
    {
        IndicatorAt read => $"{read.At}{OutcomeCatalog.Of(read.Id).NameZh}",
        PublicCostOver { Measure: null } => "公共成本",
        PublicCostOver { Measure: { } measure } => $"第{measure.Clause}条公共成本",
        AllMet met => $"{string.Join("、", met.Targets.Select(t => OutcomeCatalog.Of(t.Id).NameZh))}目标的实现概率",
        _ => outcome.Name,
    };

    /// <summary>An amount with its unit: "2,000户", "3 亿元".</summary>
    public static string Amount(double value, string unit) =>
        TableText.Said(value, unit).Replace(" firms", "户", StringComparison.Ordinal).Replace(" people", "人", StringComparison.Ordinal);
}
