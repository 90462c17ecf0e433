using System.Globalization;
using System.Text;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.Engine.Scenarios;

/// <summary>Writes a scenario as a person would: a file that extends another one and holds only what differs.</summary>
public static class ScenarioLayer
{
    /// <param name="scenario">What is to be written.</param>
    /// <param name="under">The scenario it extends.</param>
    /// <param name="extends">How the new file names that one.</param>
    /// <returns>YAML that <see cref="ScenarioFile"/> reads back as the same scenario.</returns>
    public static string Write(Scenario scenario, Scenario under, string extends)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"name: {Quoted(scenario.Name)}\n");
        if (scenario.NameZh is { } zh) text.Append(CultureInfo.InvariantCulture, $"nameZh: {Quoted(zh)}\n");
        text.Append(CultureInfo.InvariantCulture, $"extends: {extends}\n");
        // A law in force has no baseline of its own; what is laid over it is compared with it.
        if (under.Baseline is null && scenario.Baseline is not null) text.Append(CultureInfo.InvariantCulture, $"baseline: {extends}\n");
        if (scenario.Months != under.Months) text.Append(CultureInfo.InvariantCulture, $"months: {scenario.Months}\n");
        if (scenario.Replicates != under.Replicates) text.Append(CultureInfo.InvariantCulture, $"replicates: {scenario.Replicates}\n");
        if (scenario.Seed != under.Seed) text.Append(CultureInfo.InvariantCulture, $"seed: {scenario.Seed}\n");
        Section(text, "macro", Turned(scenario.Macro, under.Macro));
        Section(text, "habits", Turned(scenario.Habits, under.Habits));
        Section(text, "measures", Measures(scenario, under));
        return text.ToString();
    }

    private static IEnumerable<string> Measures(Scenario scenario, Scenario under)
    {
        foreach (var measure in scenario.Measures)
        {
            var other = under.Measures.FirstOrDefault(m => m.Name == measure.Name);
            List<string> keys = [.. Dates(measure, other, scenario), .. Turned(measure, other ?? (Measure)Activator.CreateInstance(measure.GetType())!)];
            if (other is null || keys.Count > 0) yield return keys.Count == 0 ? $"{measure.Name}: {{}}" : $"{measure.Name}: {{ {string.Join(", ", keys)} }}";
        }
        foreach (var gone in under.Measures.Where(m => scenario.Measures.All(s => s.Name != m.Name))) yield return $"{gone.Name}: off";
    }

    // A date cannot be taken out of the file below, only replaced: by the ends of the run.
    private static IEnumerable<string> Dates(Measure measure, Measure? other, Scenario scenario)
    {
        if (measure.From != other?.From) yield return $"from: {measure.From ?? scenario.Start}";
        if (measure.Until != other?.Until) yield return $"until: {measure.Until ?? scenario.LastMonth}";
    }

    private static IEnumerable<string> Turned(object owner, object under) =>
        from dial in Dial.Of(owner)
        where !dial.In(owner).Equals(dial.In(under))
        select $"{dial.Name}: {Shown(dial.In(owner))}";

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
        YearPath path => $"{{ {string.Join(", ", path.ByYear.Select(y => $"{y.Key}: {Words.Number(y.Value)}"))} }}",
        bool yes => yes ? "true" : "false",
        double number => Words.Number(number),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
