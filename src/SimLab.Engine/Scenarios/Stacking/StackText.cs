using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SimLab.Engine.Scenarios.Stacking;

/// <summary>Writes a stack as a scenario file: each line with its unit and the line it comes from.</summary>
internal static class StackText
{
    /// <param name="said">Statements that are not inherited.</param>
    /// <param name="common">Full path of the extended file; null: none.</param>
    /// <param name="folder">Folder of the future file.</param>
    /// <param name="unit">Words a unit.</param>
    public static string Write(
        ImmutableArray<Scenario> scenarios, IEnumerable<Statement> said, string? common, string folder, Func<string, string> unit)
    {
        var files = scenarios.Select(s => ScenarioYaml.Relative(folder, s.File)).ToList();
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"name: {ScenarioYaml.Quoted(string.Join(" + ", scenarios.Select(s => s.Name)))}\n")
            .Append(CultureInfo.InvariantCulture,
                $"note: "
                + $"{ScenarioYaml.Quoted($"Put together by simlab stack from {string.Join(", ", files)}. Beside each number stands the "
                + $"line it comes from.")}\n");
        if (scenarios.All(s => s.NameZh is not null)) text
            .Append(CultureInfo.InvariantCulture,
                $"nameZh: {ScenarioYaml.Quoted(string.Join(" + ", scenarios.Select(s => s.NameZh)))}\n")
            .Append(CultureInfo.InvariantCulture,
                $"noteZh: {ScenarioYaml.Quoted($"由 simlab stack 合并 {string.Join("、", files)} 而成，每个数旁注明其来源行。")}\n");
        text.Append('\n');
        if (common is not null) text.Append(
            CultureInfo.InvariantCulture, $"extends: {ScenarioYaml.Quoted(ScenarioYaml.Relative(folder, common))}\n");
        foreach (var section in said.GroupBy(s => s.Section).OrderBy(s => s.Key.Length > 0))
        {
            if (section.Key.Length > 0) text.Append(CultureInfo.InvariantCulture, $"\n{section.Key}:\n");
            if (section.Key == "measures") Measures(text, section, folder, unit);
            else
                foreach (var word in section) Line(text, section.Key.Length > 0 ? "  " : "", word.Part, word, folder, unit);
        }
        return text.ToString();
    }

    private static void Measures(StringBuilder text, IEnumerable<Statement> said, string folder, Func<string, string> unit)
    {
        foreach (var measure in said.GroupBy(s => s.Owner))
        {
            List<Statement> levers = [.. measure.Where(s => s.Part.Length > 0)];
            if (levers.Count == 0) Line(text, "  ", measure.Key, measure.First(), folder, unit);
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"  {measure.Key}:\n");
                foreach (var lever in levers) Line(text, "    ", lever.Part, lever, folder, unit);
            }
        }
    }

    private static void Line(StringBuilder text, string indent, string key, Statement word, string folder, Func<string, string> unit)
    {
        var value = word.IsFileName ? ScenarioYaml.Quoted(ScenarioYaml.Relative(folder, word.Text)) : word.Text;
        var inUnit = word.Unit.Length > 0 ? $"{unit(word.Unit)}; " : "";
        text.Append(CultureInfo.InvariantCulture,
            $"{indent}{key}: {value}    # {inUnit}{ScenarioYaml.Relative(folder, word.At.File)}:{word.At.Line}\n");
    }
}
