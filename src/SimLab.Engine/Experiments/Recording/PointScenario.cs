using System.Globalization;
using System.Text;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.Engine.Experiments.Recording;

/// <summary>A point of an experiment as a scenario file: what it turns, each number with its unit and what it was.</summary>
public static class PointScenario
{
    /// <summary>The experiment's scenario with its knobs at a point, as a file for `simlab run`.</summary>
    /// <param name="folder">Full path of the folder it will stand in.</param>
    public static string Write(Experiment experiment, IReadOnlyList<double> point, string name, string note, string folder)
    {
        var (from, turned) = (experiment.Scenario, experiment.Turned(experiment.Scenario, point));
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"name: {ScenarioYaml.Quoted(name)}\nnote: {ScenarioYaml.Quoted(note)}\n\nextends: {ScenarioYaml.Quoted(ScenarioYaml.Relative(folder, from.File))}\n");
        foreach (var section in experiment.Knobs.GroupBy(SectionOf))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{section.Key}:\n");
            foreach (var owner in section.GroupBy(knob => knob.Owner))
            {
                var indent = section.Key == "measures" ? "    " : "  ";
                if (section.Key == "measures") text.Append(CultureInfo.InvariantCulture, $"  {owner.Key}:\n");
                foreach (var knob in owner.DistinctBy(knob => knob.Part))
                    text.Append(CultureInfo.InvariantCulture, $"{indent}{knob.Part}: {Value(knob, turned)}    # {knob.Unit}; {Value(knob, from)} in {Path.GetFileName(from.File)}\n");
            }
        }
        return text.ToString();
    }

    private static string SectionOf(Knob knob) => knob.Kind switch { KnobKind.Habit => "habits", KnobKind.Macro => "macro", _ => "measures" };

    private static string Value(Knob knob, Scenario scenario) => knob.Kind switch
    {
        KnobKind.Habit => ScenarioYaml.Number(Of(scenario.Habits, knob.Part)),
        KnobKind.Macro => ScenarioYaml.Number(Of(scenario.Macro, knob.Part)),
        KnobKind.Date => new Month((int)knob.In(scenario)).ToString(),
        _ => ScenarioYaml.Number(Of(Measure(knob, scenario), knob.Part)),
    };

    private static Measure Measure(Knob knob, Scenario scenario) => scenario.Measures.First(m => m.Name == knob.Owner);

    private static object Of(object owner, string part) => Dial.Of(owner).First(dial => dial.Name == part).In(owner);
}
