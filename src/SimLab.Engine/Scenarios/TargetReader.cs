using System.Collections.Immutable;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Model;

namespace SimLab.Engine.Scenarios;

/// <summary>
/// Reads the targets: section, such as
/// <c>high_tech_enterprises: { atLeast: 2000, unit: firms, by: 2023-12, source: clause 9 }</c>.
/// </summary>
internal sealed class TargetReader(Values values, Problems problems)
{
    internal const double DefaultTolerance = 0.05;

    internal static readonly string[] Comparisons = ["atLeast", "above", "about", "atLeastLastYear", "aboveLastYear"];
    internal static readonly string[] Keys = [.. Comparisons, "tolerance", "unit", "by", "source"];

    public ImmutableArray<Target> Read(MapNode targets, (Month First, Month Last)? run)
    {
        var read = ImmutableArray.CreateBuilder<Target>();
        foreach (var (id, node) in targets.Entries)
        {
            if (!OutcomeCatalog.TargetIds.Contains(id.Value))
                problems.Add(id.Position,
                    $"there is no indicator {NearestWord.Quoted(id.Value)} to set a target "
                        + $"for.{NearestWord.Instead(id.Value, $"indicators", OutcomeCatalog.TargetIds)}");
            else if (node is MapNode map)
            {
                if (One(id, map, run) is { } target) read.Add(target);
            }
            else if (node is not TextNode { Value: "off" })
                problems.Add(
                    node.Position,
                    $"{id.Value} is {Values.Found(node)}. Write it as {{ atLeast: 2000, unit: firms, by: 2023-12, source: … }}, or off.");
        }
        return read.ToImmutable();
    }

    private Target? One(TextNode id, MapNode map, (Month First, Month Last)? run)
    {
        foreach (var (key, _) in map.Entries.Where(e => !Keys.Contains(e.Key.Value)))
            problems.Add(
                key.Position,
                $"there is no key {NearestWord.Quoted(key.Value)} in the target {id.Value}."
                + $"{NearestWord.Instead(key.Value, $"keys", Keys)}");

        var unit = Required(id, map, "unit") is { } u ? values.Text($"{id.Value}.unit", u) : null;
        var by = Required(id, map, "by") is { } b ? values.Month($"{id.Value}.by", b) : null;
        var source = map["source"] is { } s ? values.Text($"{id.Value}.source", s) : "none given";
        var given = map.Entries.Where(e => Comparisons.Contains(e.Key.Value)).ToList();
        if (given.Count != 1)
        {
            problems.Add(
                id.Position, $"the target {id.Value} compares with {given.Count} things. Give one of {Comparisons}.");
            return null;
        }

        var (comparison, standard) = (given[0].Key.Value, given[0].Value);
        if (unit is null || by is null || source is null) return null;
        var tolerance = Tolerance(id.Value, map["tolerance"], comparison);
        var lastYear = comparison.EndsWith("LastYear", StringComparison.Ordinal);
        CheckMonth(id.Value, map["by"]!.Position, by.Value, run, lastYear);
        var target = new Target(id.Value, unit, Kind(comparison), null, null, tolerance, by.Value, source);
        return lastYear ? AgainstLastYear(target, comparison, standard) : AgainstStandard(target, comparison, standard);
    }

    private static Comparison Kind(string comparison) => comparison switch
    {
        "about" => Comparison.About,
        "above" or "aboveLastYear" => Comparison.Above,
        _ => Comparison.AtLeast,
    };

    private Target? AgainstLastYear(Target target, string comparison, Node node)
    {
        var yes = values.YesNo($"{target.Id}.{comparison}", node);
        if (yes == false) problems.Add(
            node.Position, $"{target.Id}.{comparison} is false, which sets no target. Write true, or \"{target.Id}: off\".");
        return yes == true ? target : null;
    }

    private Target? AgainstStandard(Target target, string comparison, Node node)
    {
        // A word names another indicator; a text that begins as a number is one, with or without its unit.
        if (node is TextNode { Value: [>= 'a' and <= 'z', ..] word } && target.Comparison != Comparison.About)
        {
            if (OutcomeCatalog.TargetIds.Contains(word) && word != target.Id) return target with { Other = word };
            problems.Add(node.Position,
                $"{target.Id}.{comparison} is {NearestWord.Quoted(word)}, neither a number nor another indicator."
                + $"{NearestWord.Instead(word, $"indicators", OutcomeCatalog.TargetIds)}");
            return null;
        }
        return values.Number($"{target.Id}.{comparison}", node, target.Unit) is { } value ? target with { Value = value } : null;
    }

    private double Tolerance(string id, Node? node, string comparison)
    {
        if (node is null) return comparison == "about" ? DefaultTolerance : 0;
        if (comparison != "about")
            problems.Add(node.Position, $"{id}.tolerance has no meaning with {comparison}, only with about. Remove it.");
        else if (values.Number($"{id}.tolerance", node, "share") is { } share)
        {
            if (share is >= 0 and < 1) return share;
            problems.Add(node.Position, $"{id}.tolerance is {NearestWord.Number(share)}, outside [0, 1) share of the value.");
        }
        return DefaultTolerance;
    }

    private void CheckMonth(string id, Position at, Month by, (Month First, Month Last)? run, bool lastYear)
    {
        if (run is not { } r) return;
        if (by < r.First || by > r.Last)
            problems.Add(
                at, $"the target {id} is due by {by}, outside the run, {r.First} to {r.Last}. Change by, months or start, or write "
                + $"\"{id}: off\".");
        else if (lastYear && by - 12 < r.First)
            problems.Add(
                at, $"the target {id} compares {by} with {by - 12}, but the run begins in {r.First}. Start earlier, or write \"{id}: "
                + $"off\".");
    }

    private Node? Required(TextNode id, MapNode map, string key)
    {
        if (map[key] is { } node) return node;
        problems.Add(id.Position, $"the target {id.Value} has no {key}. Add \"{key}: {(key == "by" ? "2023-12" : "firms")}\".");
        return null;
    }
}
