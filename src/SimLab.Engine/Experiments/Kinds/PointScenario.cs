using System.Globalization;
using System.Text;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.Engine.Experiments.Kinds;

/// <summary>
/// A point of an experiment as a scenario file: the parameters it sets, each with its unit and former value.
/// </summary>
public static class PointScenario
{
    /// <summary>The experiment's scenario with its factors at a point, as a file for `simlab run`.</summary>
    /// <param name="folder">Full path of the folder for the file.</param>
    public static string Write(Experiment experiment, IReadOnlyList<double> point, string name, string note, string folder)
    {
        var (from, turned) = (experiment.Scenario, experiment.Turned(experiment.Scenario, point));
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture,
                $"name: {ScenarioYaml.Quoted(name)}\nnote: {ScenarioYaml.Quoted(note)}\n\nextends: "
                + $"{ScenarioYaml.Quoted(ScenarioYaml.Relative(folder, from.File))}\n");
        foreach (var section in experiment.Factors.GroupBy(SectionOf))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{section.Key}:\n");
            foreach (var owner in section.GroupBy(factor => factor.Owner))
            {
                var indent = section.Key == "measures" ? "    " : "  ";
                if (section.Key == "measures") text.Append(CultureInfo.InvariantCulture, $"  {owner.Key}:\n");
                foreach (var factor in owner.DistinctBy(factor => factor.Part))
                    text.Append(CultureInfo.InvariantCulture,
                        $"{indent}{factor.Part}: {Value(factor, turned)}    # {factor.Unit}; {Value(factor, from)} in "
                        + $"{Path.GetFileName(from.File)}\n");
            }
        }
        return text.ToString();
    }

    private static string SectionOf(ExperimentFactor factor) =>
        factor.Kind switch { FactorKind.Behaviour => "behaviour", FactorKind.Macro => "macro", _ => "measures" };

    private static string Value(ExperimentFactor factor, Scenario scenario) => factor.Kind switch
    {
        FactorKind.Behaviour => ScenarioYaml.Number(Of(scenario.Behaviour, factor.Part)),
        FactorKind.Macro => ScenarioYaml.Number(Of(scenario.Macro, factor.Part)),
        FactorKind.Date => new Month((int)factor.In(scenario)).ToString(),
        _ => ScenarioYaml.Number(Of(Measure(factor, scenario), factor.Part)),
    };

    private static Measure Measure(ExperimentFactor factor, Scenario scenario) => scenario.Measures.First(factor.IsOf);

    private static object Of(object owner, string part) => Parameter.Of(owner).First(parameter => parameter.Name == part).In(owner);
}
