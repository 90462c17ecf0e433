using System.Collections.Immutable;
using System.Text;
using SimLab.Engine.Scenarios;

namespace SimLab.Engine.Experiments.Models;

/// <summary>
/// A file of behaviour, macro or measures alone, to lay over a scenario: another set of parameters for the same model.
/// </summary>
/// <param name="Scenario">The scenario with the layer's numbers, as a scenario file that extends it.</param>
/// <param name="FormerNames">Former names in the layer, to show to the user; each was read as its present name.</param>
public sealed record ParameterLayer(string Scenario, ImmutableArray<FormerName> FormerNames)
{
    private static readonly string[] Keys = ["name", "note", "behaviour", "macro", "measures"];

    /// <summary>Reads a layer and lays it over a scenario.</summary>
    /// <param name="layer">Full path of the layer.</param>
    /// <param name="scenario">Full path of the scenario.</param>
    /// <param name="folder">Full path of the folder for the result.</param>
    /// <exception cref="ScenarioException">The layer has errors, each with its line.</exception>
    public static ParameterLayer Over(string layer, string scenario, string folder, MeasureCatalog catalog)
    {
        var problems = new Problems();
        var own = YamlTree.Read(TextFile.Read(layer, null, problems), layer, problems);
        if (own["extends"] is { } extends)
            throw problems.Fatal(
                extends.Position,
                $"a set of parameters extends nothing; it is laid over the scenario that --scenario names. Remove extends, or put "
                + $"scenarios side by side with simlab compare.");
        foreach (var (key, _) in own.Entries.Where(e => !Keys.Contains(e.Key.Value)))
            problems.Add(
                key.Position,
                $"{NearestWord.Quoted(key.Value)} has no place in a set of parameters.{NearestWord.Instead(key.Value, $"keys", Keys)}");
        problems.ThrowIfAny();
        var name = own["name"] is TextNode { Value: { Length: > 0 } given } ? given : Path.GetFileNameWithoutExtension(layer);
        var at = new Position(layer, 1, 1);
        TextNode Text(string text) => new(at, text);
        ScenarioFile.Read(
            own with
            {
                Entries = [
            new(Text("name"), Text(name)), new(Text("extends"), Text(scenario)),
            .. own.Entries.Where(e => e.Key.Value != "name")]
            }, layer, catalog);
        var yaml = new StringBuilder(
            $"name: {ScenarioYaml.Quoted(name)}\nextends: {ScenarioYaml.Quoted(ScenarioYaml.Relative(folder, scenario))}\n");
        foreach (var (key, section) in own.Entries.Where(e => e.Key.Value is "behaviour" or "macro" or "measures"))
            yaml.Append(key.Value).Append(": ").Append(ScenarioYaml.Flow(section)).Append('\n');
        return new(yaml.ToString(), problems.FormerNames);
    }
}
