using System.Globalization;
using System.Text;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Policies;

namespace SimLab.Engine.Scenarios;

/// <summary>Writes a scenario as a file that extends another one and contains only the differences.</summary>
public static class ScenarioLayer
{
    /// <summary>Writes the differences from another scenario.</summary>
    /// <param name="scenario">The scenario to write.</param>
    /// <param name="under">The scenario it extends.</param>
    /// <param name="extends">Name of the extended file, as the new file writes it.</param>
    /// <returns>YAML that <see cref="ScenarioFile"/> reads back as the same scenario.</returns>
    public static string Write(Scenario scenario, Scenario under, string extends)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"name: {ScenarioYaml.Quoted(scenario.Name)}\n");
        if (scenario.NameZh is { } zh) text.Append(CultureInfo.InvariantCulture, $"nameZh: {ScenarioYaml.Quoted(zh)}\n");
        text.Append(CultureInfo.InvariantCulture, $"extends: {extends}\n");
        // The law in force has no baseline of its own; a scenario that extends it is compared with it.
        if (under.Baseline is null && scenario.Baseline is not null) text.Append(CultureInfo.InvariantCulture, $"baseline: {extends}\n");
        if (scenario.Months != under.Months) text.Append(CultureInfo.InvariantCulture, $"months: {scenario.Months}\n");
        if (scenario.Replicates != under.Replicates) text.Append(CultureInfo.InvariantCulture, $"replicates: {scenario.Replicates}\n");
        if (scenario.Seed != under.Seed) text.Append(CultureInfo.InvariantCulture, $"seed: {scenario.Seed}\n");
        Section(text, "macro", Turned(scenario.Macro, under.Macro));
        Section(text, "behaviour", Turned(scenario.Behaviour, under.Behaviour));
        Section(text, "measures", Measures(scenario, under));
        Section(text, "changes", Changes(scenario, under));
        return text.ToString();
    }

    /// <summary>Writes the scenario as one file that extends none.</summary>
    /// <param name="scenario">The scenario to write.</param>
    /// <param name="population">Name of the population, as the file writes it.</param>
    /// <param name="baseline">Name of the baseline, as the file writes it; null: it runs alone.</param>
    /// <returns>YAML that <see cref="ScenarioFile"/> reads back as a scenario with the same content address.</returns>
    public static string Whole(Scenario scenario, string population, string? baseline)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"name: {ScenarioYaml.Quoted(scenario.Name)}\n");
        if (scenario.NameZh is { } zh) text.Append(CultureInfo.InvariantCulture, $"nameZh: {ScenarioYaml.Quoted(zh)}\n");
        if (scenario.Note is { } note) text.Append(CultureInfo.InvariantCulture, $"note: {ScenarioYaml.Quoted(note)}\n");
        if (scenario.NoteZh is { } noteZh) text.Append(CultureInfo.InvariantCulture, $"noteZh: {ScenarioYaml.Quoted(noteZh)}\n");
        if (scenario.Branch is { } branch) text.Append(
            CultureInfo.InvariantCulture, $"branch: {{ of: \"{branch.Of}\", at: {branch.At} }}\n");
        if (baseline is not null) text.Append(CultureInfo.InvariantCulture, $"baseline: {baseline}\n");
        text.Append(CultureInfo.InvariantCulture,
            $"start: {scenario.Start}\nmonths: {scenario.Months}\nreplicates: {scenario.Replicates}\nseed: {scenario.Seed}\npopulation: "
            + $"{population}\n");
        Section(text, "macro", Turned(scenario.Macro, new Macro()));
        Section(text, "behaviour", Turned(scenario.Behaviour, new BehaviouralParameters()));
        Section(text, "measures", scenario.Measures.Select(Whole));
        Section(text, "changes", Changes(scenario, scenario with { Changes = [] }));
        Section(text, "targets", scenario.Targets.Select(Whole));
        return text.ToString();
    }

    private static string Whole(Measure measure)
    {
        List<string> keys =
        [
            .. measure.From is { } from ? [$"from: {from}"] : Array.Empty<string>(),
                .. measure.Until is { } until ? [$"until: {until}"] : Array.Empty<string>(),
            .. measure.FinancedBy is { } payer ? [$"{Payers.Key}: {Payers.Written(payer)}"] : Array.Empty<string>(),
            .. Turned(measure, (Measure)Activator.CreateInstance(measure.GetType())!),
        ];
        return keys.Count == 0 ? $"{Key(measure)}: {{}}" : $"{Key(measure)}: {{ {string.Join(", ", keys)} }}";
    }

    private static string Whole(Target target)
    {
        var comparison = target.Comparison switch { Comparison.Above => "above", Comparison.About => "about", _ => "atLeast" };
        var standard = target.AgainstLastYear ? $"{comparison}LastYear: true"
            : $"{comparison}: {target.Other ?? NearestWord.Number(target.Value!.Value)}";
        var tolerance = target.Comparison == Comparison.About ? $", tolerance: {NearestWord.Number(target.Tolerance)}" : "";
        return $"{target.Id}: {{ {standard}{tolerance}, unit: {ScenarioYaml.Quoted(target.Unit)}, by: {target.By}, source: "
            + $"{ScenarioYaml.Quoted(target.Source)} }}";
    }

    private static IEnumerable<string> Measures(Scenario scenario, Scenario under)
    {
        foreach (var measure in scenario.Measures)
        {
            var other = under.Measures.FirstOrDefault(measure.IsSameAs);
            List<string> keys = [
                .. Dates(measure, other, scenario), .. Turned(measure, other ?? (Measure)Activator.CreateInstance(measure.GetType())!)];
            if (other is null || keys.Count > 0) yield return keys.Count == 0 ? $"{Key(measure)}: {{}}"
                : $"{Key(measure)}: {{ {string.Join(", ", keys)} }}";
        }
        foreach (var gone in under.Measures.Where(m => !scenario.Measures.Any(m.IsSameAs))) yield return $"{Key(gone)}: off";
    }

    // A date of the extended file cannot be removed, only replaced: by the ends of the run; a payer, by whom the document means.
    private static IEnumerable<string> Dates(Measure measure, Measure? other, Scenario scenario)
    {
        if (measure.From != other?.From) yield return $"from: {measure.From ?? scenario.Start}";
        if (measure.Until != other?.Until) yield return $"until: {measure.Until ?? scenario.LastMonth}";
        if (measure.FinancedBy != other?.FinancedBy) yield return $"{Payers.Key}: {Payers.Written(measure.PaidBy)}";
    }

    // Month by month; changes of the extended file cannot be undone and are not repeated.
    private static IEnumerable<string> Changes(Scenario scenario, Scenario under) =>
        from change in scenario.Changes
        where under.Changes.All(other => other.From != change.From || Written(other) != Written(change))
        group Written(change) by change.From into month
        orderby month.Key
        select $"{month.Key}: {{ {string.Join(", ", month)} }}";

    private static string Written(Change change) => change switch
    {
        { Ends: true } => $"{Key(change.Measure)}: off",
        { Begins: { } begun } =>
            $"{Key(change.Measure)}: {{ {string.Join(", ", Turned(begun, (Measure)Activator.CreateInstance(begun.GetType())!))} }}",
        _ => $"{Key(change.Measure)}: {{ "
            + $"{string.Join(", ", change.Levers.Select(lever => $"{lever.Lever}: {Shown(change.Measure, lever)}"))} "
            + $"}}",
    };

    private static string Key(Measure measure) => Key(measure.Clause.Id);

    private static string Key(MeasureId measure) => MeasureCatalog.Default.KeyOf(measure);

    private static string Shown(MeasureId measure, ChangedLever lever) =>
        Shown(MeasureCatalog.Default.Find($"{measure}")?.Lever(lever.Lever)?.Type == typeof(bool) ? lever.Value != 0 : lever.Value);

    private static IEnumerable<string> Turned(object owner, object under) =>
        from parameter in Parameter.Of(owner)
        where !parameter.In(owner).Equals(parameter.In(under))
        select $"{parameter.Name}: {Shown(parameter.In(owner))}";

    private static void Section(StringBuilder text, string name, IEnumerable<string> lines)
    {
        var first = true;
        foreach (var line in lines)
        {
            if (first) text.Append(name).Append(":\n");
            first = false;
            text.Append("  ").Append(line).Append('\n');
        }
    }

    private static string Shown(object value) => value switch
    {
        YearPath path => $"{{ {string.Join(", ", path.ByYear.Select(y => $"{y.Key}: {NearestWord.Number(y.Value)}"))} }}",
        bool yes => yes ? "true" : "false",
        double number => NearestWord.Number(number),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
