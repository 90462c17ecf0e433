using System.Collections.Immutable;
using System.Globalization;
using SimLab.App.Lab.Viewing;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.App.Lab.Plan;

/// <summary>What a scenario changes, in sentences for a planner: policy first, assumptions apart.</summary>
internal static class WhatChanges
{
    /// <summary>A sentence, and the points below it.</summary>
    public sealed record Said(string Sentence, ImmutableArray<string> Points);

    /// <summary>Against the law in force.</summary>
    public static Said Policy(Viewer viewer, Scenario scenario)
    {
        if (scenario.Measures.IsEmpty) return new(viewer.Say(PlanWords.ChangesNothing), []);
        var changed = scenario.Measures.Select(measure => (Measure: measure, Points: Levers(viewer, measure).ToList())).Where(m => m.Points.Count > 0).ToList();
        var points = changed.Select(m => $"{viewer.Say(PlanWords.Clause, m.Measure.Clause.Number)} {viewer.Say(DialWords.Of(m.Measure))}: {string.Join(Comma(viewer), m.Points)}").ToList();
        var off = MeasureCatalog.Default.Measures.Where(known => scenario.Measures.All(m => m.Name != known.Name)).Select(known => viewer.Say(DialWords.Of(known))).ToList();
        if (off.Count > 0) points.Add(viewer.Say(PlanWords.LeftOut, string.Join(viewer.Language == Language.Zh ? "、" : ", ", off)));
        return new(
            changed.Count == 0 ? viewer.Say(PlanWords.AddsAsWritten, scenario.Measures.Length) : viewer.Say(PlanWords.AddsChanged, scenario.Measures.Length, changed.Count),
            [.. points]);
    }

    /// <summary>Against the official ones; null: nothing is assumed otherwise.</summary>
    public static Said? Assumptions(Viewer viewer, Scenario scenario)
    {
        var official = OfficialAssumptions.Of(scenario);
        List<string> points = [.. Turned(viewer, "macro", scenario.Macro, official.Macro), .. Turned(viewer, "habits", scenario.Habits, official.Habits)];
        return points.Count == 0 ? null : new(viewer.Say(PlanWords.AssumesOtherwise, points.Count), [.. points]);
    }

    private static IEnumerable<string> Levers(Viewer viewer, Measure measure) =>
        Turned(viewer, measure.Name, measure, (Measure)Activator.CreateInstance(measure.GetType())!);

    private static IEnumerable<string> Turned(Viewer viewer, string owner, object mine, object written) =>
        from dial in Dial.Of(mine)
        where !dial.In(mine).Equals(dial.In(written))
        select viewer.Say(PlanWords.LeverChanged, viewer.Say(DialWords.Of(owner, dial)), Shown(viewer, dial, dial.In(written)), Shown(viewer, dial, dial.In(mine)));

    private static string Shown(Viewer viewer, Dial dial, object value) => value switch
    {
        YearPath path => string.Join(" / ", path.ByYear.Select(y => $"{y.Key}: {viewer.Amount(y.Value, dial.Unit)}")),
        bool yes => yes ? "✓" : "–",
        long cap when cap >= Measure.NoCap => viewer.Say(PlanWords.NoCap),
        _ => viewer.Amount(Convert.ToDouble(value, CultureInfo.InvariantCulture), dial.Unit),
    };

    private static string Comma(Viewer viewer) => viewer.Language == Language.Zh ? ";" : "; ";
}
