using System.Collections.Immutable;
using SimLab.Engine.Scenarios;
using SimLab.Model;

namespace SimLab.Engine.Calibration;

/// <summary>
/// Reads facts such as
/// <c>high_tech_2023: { measures: high_tech_enterprises, at: 2023-12, observed: 2119, error: 60, … }</c>.
/// </summary>
internal sealed class FactsReader(MapNode tree, Values values, Problems problems)
{
    private static readonly string[] Keys = ["measures", "at", "observed", "unit", "error", "reason", "source", "tag", "known"],
        Optional = ["use"];
    private static readonly string[] Tags = [.. Enum.GetNames<Confidence>().Select(name => name.ToLowerInvariant())];

    /// <param name="scenario">Null: it has errors of its own.</param>
    public ImmutableArray<KnownFact> Read(Scenario? scenario)
    {
        var facts = ImmutableArray.CreateBuilder<KnownFact>();
        foreach (var (id, node) in tree.Entries)
            if (One(id, values.Map(id.Value, node), scenario) is { } fact) facts.Add(fact);
        return facts.ToImmutable();
    }

    private KnownFact? One(TextNode id, MapNode map, Scenario? scenario)
    {
        foreach (var (key, _) in map.Entries.Where(e => !Keys.Contains(e.Key.Value) && !Optional.Contains(e.Key.Value)))
            problems.Add(
                key.Position,
                $"there is no key {NearestWord.Quoted(key.Value)} in the fact "
                + $"{id.Value}.{NearestWord.Instead(key.Value, $"keys", [.. Keys, .. Optional])}");
        var nodes = Keys.Select(key => map[key]).ToArray();
        for (var i = 0; i < Keys.Length; i++)
            if (nodes[i] is null) problems.Add(id.Position, $"the fact {id.Value} has no {Keys[i]}. Add \"{Keys[i]}: …\".");
        if (nodes.Any(node => node is null)) return null;

        var moment = Moment(id, map["measures"]!);
        var at = values.Month($"{id.Value}.at", map["at"]!);
        var known = values.Month($"{id.Value}.known", map["known"]!);
        var reason = values.Text($"{id.Value}.reason", map["reason"]!);
        var source = values.Text($"{id.Value}.source", map["source"]!);
        var tag = Tag(id, map["tag"]!);
        if (moment is null || at is null || known is null || reason is null || source is null || tag is null) return null;
        if (values.Text($"{id.Value}.unit", map["unit"]!) is { } unit && unit != moment.Unit)
            problems.Add(map["unit"]!.Position, $"{id.Value} is given in {NearestWord.Quoted(unit)}; {moment.Name} is in {moment.Unit}.");
        var observed = values.Number($"{id.Value}.observed", map["observed"]!, moment.Unit);
        var error = values.Number($"{id.Value}.error", map["error"]!, moment.Unit);
        if (error is <= 0) problems.Add(
            map["error"]!.Position,
            $"{id.Value}.error is {NearestWord.Number(error.Value)}. A standard error is above 0: no published figure means exactly what "
            + $"the model counts.");
        if (scenario is not null && at.Value - moment.MonthsBefore < scenario.Start - (moment.MonthsBefore == 12 ? 1 : 0))
            problems.Add(
                map["at"]!.Position, $"{id.Value} at {at} looks {moment.MonthsBefore} months back, but worlds begin in {scenario.Start}.");
        return observed is { } o && error is { } e
            ? new(id.Value, moment, at.Value, o, e, reason, source, tag.Value, known.Value, Use(id, map["use"])) : null;
    }

    private bool Use(TextNode id, Node? node)
    {
        if (node is null or TextNode { Value: "fit" }) return true;
        if (node is not TextNode { Value: "score" }) problems.Add(
            node.Position, $"{id.Value}.use is {Values.Found(node)}. Write fit, or score for a fact that is only compared.");
        return false;
    }

    private Moment? Moment(TextNode id, Node node)
    {
        if (values.Text($"{id.Value}.measures", node) is not { } name) return null;
        if (Moments.Find(name) is { } moment) return moment;
        problems.Add(
            node.Position,
            $"{id.Value} measures {NearestWord.Quoted(name)}, which the model does not "
            + $"give.{NearestWord.Instead(name, $"moments", [.. Moments.All.Select(m => m.Name)])}");
        return null;
    }

    private Confidence? Tag(TextNode id, Node node)
    {
        if (node is TextNode { Value: var word } && Tags.Contains(word)) return Enum.Parse<Confidence>(word, ignoreCase: true);
        problems.Add(node.Position, $"{id.Value}.tag is {Values.Found(node)}. The tags are: {string.Join(", ", Tags)}.");
        return null;
    }
}
