using System.Collections.Immutable;
using System.Globalization;
using SimLab.App.Lab.Scenarios;
using SimLab.App.Texts;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.App.Lab.Plan;

/// <summary>The changes of a scenario, in sentences for planners: policy first, assumptions separately.</summary>
internal static class WhatChanges
{
    /// <summary>A sentence with its bullet points.</summary>
    public sealed record Said(string Sentence, ImmutableArray<string> Points);

    /// <summary>Policy changes from the law in force.</summary>
    public static Said Policy(Viewer viewer, Scenario scenario)
    {
        if (scenario.Measures.IsEmpty) return new(viewer.Say(PlanTexts.ChangesNothing), []);
        var changed = scenario.Measures.Select(measure => (Measure: measure, Points: Levers(viewer, measure).ToList()))
            .Where(m => m.Points.Count > 0).ToList();
        var points = changed.Select(m =>
            $"{viewer.Say(PlanTexts.Clause, m.Measure.Clause.Number)} {viewer.Say(ParameterTexts.Of(m.Measure))}: "
            + $"{string.Join(Comma(viewer), m.Points)}").ToList();
        var off = MeasureCatalog.Default.Measures.Where(known => scenario.Measures.All(m => m.Name != known.Name))
            .Select(known => viewer.Say(ParameterTexts.Of(known))).ToList();
        if (off.Count > 0) points.Add(viewer.Say(PlanTexts.LeftOut, viewer.List(off)));
        return new(
            changed.Count == 0 ? viewer.Say(PlanTexts.AddsAsWritten, scenario.Measures.Length)
                : viewer.Say(PlanTexts.AddsChanged, scenario.Measures.Length, changed.Count),
            [.. points]);
    }

    /// <summary>Differences from the official assumptions; null: none.</summary>
    public static Said? Assumptions(Viewer viewer, Scenario scenario)
    {
        var official = OfficialAssumptions.Of(scenario);
        List<string> points = [
            .. Turned(viewer, "macro", scenario.Macro, official.Macro),
            .. Turned(viewer, "behaviour", scenario.Behaviour, official.Behaviour)];
        return points.Count == 0 ? null : new(viewer.Say(PlanTexts.AssumesOtherwise, points.Count), [.. points]);
    }

    private static IEnumerable<string> Levers(Viewer viewer, Measure measure) =>
        Turned(viewer, measure.Name, measure, (Measure)Activator.CreateInstance(measure.GetType())!);

    private static IEnumerable<string> Turned(Viewer viewer, string owner, object mine, object written) =>
        from parameter in Parameter.Of(mine)
        where !parameter.In(mine).Equals(parameter.In(written))
        select viewer.Say(
            PlanTexts.LeverChanged, viewer.Say(ParameterTexts.Of(owner, parameter)),
            Shown(viewer, parameter, parameter.In(written)), Shown(viewer, parameter, parameter.In(mine)));

    private static string Shown(Viewer viewer, Parameter parameter, object value) => value switch
    {
        YearPath path => string.Join(" / ", path.ByYear.Select(y => $"{y.Key}: {viewer.Amount(y.Value, parameter.Unit)}")),
        bool yes => yes ? "✓" : "–",
        long cap when cap >= Measure.NoCap => viewer.Say(PlanTexts.NoCap),
        _ => viewer.Amount(Convert.ToDouble(value, CultureInfo.InvariantCulture), parameter.Unit),
    };

    private static string Comma(Viewer viewer) => viewer.Language == Language.Zh ? ";" : "; ";
}
