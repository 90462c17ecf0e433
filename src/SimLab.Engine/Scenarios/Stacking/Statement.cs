using SimLab.Model.Policies;

namespace SimLab.Engine.Scenarios.Stacking;

/// <summary>One statement of a scenario, with its line.</summary>
/// <param name="Section">"" at the left margin; "measures", "behaviour", "macro", "targets" or "changes".</param>
/// <param name="Owner">The measure; "" elsewhere.</param>
/// <param name="Part">The lever, number, target, month or key; "" where only the measure itself is on or off.</param>
/// <param name="Text">As in YAML; for a file name its full path. Two statements are equal if their texts are.</param>
/// <param name="Unit">Empty where there is none.</param>
/// <param name="At">Position in the nearest file that states it.</param>
internal sealed record Statement(string Section, string Owner, string Part, string Text, string Unit, Position At)
{
    public const string On = "{}", Off = "off";

    /// <summary>As in `--take`: CultivateSpecialisedSmes.provincialReward, behaviour.readinessToAsk, months.</summary>
    public string Name => Section switch
    {
        "" => Part,
        "measures" => Part.Length == 0 ? Owner : $"{Owner}.{Part}",
        _ => $"{Section}.{Part}",
    };

    public bool IsFileName => Section.Length == 0 && Part is "population" or "baseline" && Text != Off;

    /// <summary>All statements of a scenario, in the order of its files.</summary>
    public static IEnumerable<Statement> Of(Scenario scenario, MapNode tree, MeasureCatalog catalog)
    {
        foreach (var (key, node) in tree.Entries)
        {
            if (node is MapNode map && key.Value is "measures")
            {
                foreach (var statement in map.Entries.SelectMany(e => OfMeasure(scenario, e.Key, e.Value, catalog))) yield return statement;
            }
            else if (node is MapNode numbers && key.Value is "behaviour" or "macro")
            {
                object owner = key.Value == "behaviour" ? scenario.Behaviour : scenario.Macro;
                foreach (var (name, _) in ((MapNode)node).Entries)
                {
                    var parameter = Parameter.Of(owner).First(d => d.Name == name.Value);
                    yield return new(key.Value, "", name.Value, ScenarioYaml.Number(parameter.In(owner)), parameter.Unit, name.Position);
                }
            }
            else if (node is MapNode entries && key.Value is "targets" or "changes")
            {
                foreach (var (name, entry) in ((MapNode)node).Entries) yield return new(
                    key.Value, "", name.Value, ScenarioYaml.Flow(entry), "", name.Position);
            }
            else if (key.Value is "start" or "months" or "replicates" or "seed" or "closure" && node is TextNode text)
            {
                yield return new("", "", key.Value, text.Value, "", node.Position);
            }
            else if (key.Value is "population" or "baseline" && node is TextNode file)
            {
                yield return new(
                    "", "", key.Value,
                    file.Value == Off ? Off
                    : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file.Position.File)!, file.Value)), "", node.Position);
            }
        }
    }

    private static IEnumerable<Statement> OfMeasure(Scenario scenario, TextNode name, Node node, MeasureCatalog catalog)
    {
        if (node is TextNode { Value: Off })
        {
            yield return new("measures", name.Value, "", Off, "", name.Position);
            yield break;
        }
        yield return new("measures", name.Value, "", On, "", name.Position);
        if (node is not MapNode levers) yield break;
        Measure measure = scenario.Measures.First(m => m.Clause.Id == catalog.Find(name.Value)!.Id);
        foreach (var (part, _) in levers.Entries)
        {
            if (part.Value is Payers.Key)
                yield return new("measures", name.Value, part.Value, Payers.Written(measure.PaidBy), "", part.Position);
            else if (part.Value is "from" or "until")
                yield return new(
                    "measures", name.Value, part.Value, (part.Value == "from" ? measure.From : measure.Until)!.Value.ToString(), "",
                    part.Position);
            else if (Parameter.Of(measure).First(d => d.Name == part.Value) is var parameter)
                yield return new(
                    "measures", name.Value, part.Value, ScenarioYaml.Number(parameter.In(measure)), parameter.Unit, part.Position);
        }
    }
}
