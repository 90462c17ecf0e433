using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Scenarios.Outcomes;

namespace SimLab.App.Texts;

/// <summary>Names of targets and their indicators in the viewer's language.</summary>
internal static class PlanNames
{
    public static Phrase Of(string indicator) =>
        OutcomeCatalog.Of(indicator) is var outcome ? new(outcome.NameZh, outcome.Name) : throw new InvalidOperationException();

    /// <summary>The wanted value: "≥ 2,000户", "about 80 billion yuan", "above all loans".</summary>
    public static string Wanted(Viewer viewer, PlanTarget target) => (target.Comparison, target.Wanted, target.Other) switch
    {
        (Comparison.About, { } value, _) => viewer.Say(PlanTexts.About, viewer.Amount(value, target.Unit)),
        (Comparison.Above, { } value, _) => viewer.Say(PlanTexts.Above, viewer.Amount(value, target.Unit)),
        (_, { } value, _) => viewer.Say(PlanTexts.AtLeast, viewer.Amount(value, target.Unit)),
        (_, null, { } other) => viewer.Say(PlanTexts.Above, viewer.Say(Of(other))),
        (Comparison.Above, _, _) => viewer.Say(PlanTexts.AboveLastYear),
        _ => viewer.Say(PlanTexts.NotBelowLastYear),
    };

    /// <summary>The public cost of one more unit: per firm, per percentage point, or per yuan.</summary>
    public static string PerUnit(Viewer viewer, double yuan, string unit) => Numbers.Kind(unit) switch
    {
        "share" => viewer.Say(PlanTexts.PerPoint, viewer.Money(yuan / 100)),
        "yuan" => viewer.Say(PlanTexts.PerYuan, yuan.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)),
        _ => viewer.Say(PlanTexts.PerUnit, viewer.Money(yuan)),
    };
}
