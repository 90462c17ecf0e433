using System.Collections.Immutable;
using SimLab.Engine.Recording;
using SimLab.Engine.Reporting;
using SimLab.Engine.Scenarios;
using SimLab.Engine.Scenarios.Outcomes;
using SimLab.Model;
using SimLab.Model.Messages;

namespace SimLab.Engine.Experiments.Files;

/// <summary>
/// Reads the outcomes: section, such as <c>jobs: { at: 2024-12 }</c> or
/// <c>both: { met: [high_tech_enterprises, new_specialised_smes] }</c>.
/// </summary>
internal sealed class OutcomeReader(Values values, Problems problems, Scenario frame, Month last)
{
    internal const string Cost = "cost";
    internal static readonly string[] Keys = ["of", "at", "from", "to", "met"];

    /// <summary>Outcomes of a file that names none: the targets due by the last month, public cost and jobs.</summary>
    public static ImmutableArray<ExperimentOutcome> Default(Scenario frame, Month last) =>
    [
        .. frame.Targets.Where(t => t.By <= last && t.By >= frame.Start && Reaches(t.Id, t.By, frame.Start))
            .Select(t => new IndicatorAt(t.Id, t.Id, t.Unit, t.By)),
        new PublicCostOver(Cost, null, frame.Start, last),
        new IndicatorAt("jobs", "jobs", OutcomeCatalog.Of("jobs").Unit, last),
    ];

    /// <summary>All outcomes but public cost of one measure, which is cost.Measure.</summary>
    public static ImmutableArray<string> Known { get; } =
        [.. OutcomeCatalog.All.Select(words => words.Id), Cost,
            .. Enum.GetValues<Indicator>().Select(Names.ColumnOf).Except(OutcomeCatalog.All.Select(words => words.Id))];

    public ImmutableArray<ExperimentOutcome> Read(MapNode outcomes)
    {
        var read = ImmutableArray.CreateBuilder<ExperimentOutcome>();
        foreach (var (name, node) in outcomes.Entries)
            if (One(name, node) is { } outcome) read.Add(outcome);
        return read.ToImmutable();
    }

    private ExperimentOutcome? One(TextNode name, Node node)
    {
        if (node is not (MapNode or TextNode { Value: "" }))
        {
            problems.Add(
                node.Position,
                $"{name.Value} is {Values.Found(node)}. Write {{}}, {{ at: 2023-12 }}, {{ from: 2023-03, to: 2023-12 }}, {{ of: cost }} "
                + $"or {{ met: [high_tech_enterprises] }}.");
            return null;
        }
        var map = values.Map(name.Value, node);
        foreach (var (key, _) in map.Entries.Where(e => !Keys.Contains(e.Key.Value)))
            problems.Add(
                key.Position,
                $"there is no key {NearestWord.Quoted(key.Value)} in the outcome "
                + $"{name.Value}.{NearestWord.Instead(key.Value, $"keys", Keys)}");
        if (map["met"] is { } met) return Met(name, met, map);

        TextNode of = map["of"] is TextNode given ? given : name;
        var (at, from, to) = (Month(name, map, "at"), Month(name, map, "from"), Month(name, map, "to"));
        if (at is not null && (from ?? to) is not null)
            problems.Add(map["at"]!.Position, $"{name.Value} has both at and a span. Keep one of them.");
        var (first, final) = (from ?? frame.Start, to ?? at ?? last);
        if (first > final) problems.Add(
            (map["from"] ?? node).Position, $"{name.Value} ends in {final}, before it begins in {first}. Put the earlier month in from.");
        if (of.Value == Cost) return new PublicCostOver(name.Value, null, first, final);
        if (of.Value.StartsWith(Cost + ".", StringComparison.Ordinal)) return CostOf(name, of, first, final);
        var spanned = (from ?? to) is not null;
        if (OutcomeCatalog.Find(of.Value) is not null && !(spanned && ColumnOf(of.Value) is not null)) return At(
            name, of, at, spanned);
        if (ColumnOf(of.Value) is { } indicator)
            return new IndicatorOver(name.Value, indicator, spanned || at is null ? first : final, final);
        problems.Add(
            of.Position, $"there is nothing named {NearestWord.Quoted(of.Value)} to read.{NearestWord.Instead(of.Value, $"names", Known)}");
        return null;
    }

    private IndicatorAt? At(TextNode name, TextNode of, Month? at, bool spanned)
    {
        var month = at ?? (frame.Targets.FirstOrDefault(t => t.Id == of.Value && t.By <= last) is { } target ? target.By : last);
        if (spanned)
            problems.Add(name.Position, $"{of.Value} is read at one month: write {{ at: {month} }} instead of a span.");
        else if (!Reaches(of.Value, month, frame.Start))
            problems.Add(
                name.Position,
                $"{of.Value} at {month} looks twelve months back, but the run begins in {frame.Start}. Read it later, or start the "
                + $"scenario earlier.");
        else
            return new(
                name.Value, of.Value, frame.Targets.FirstOrDefault(t => t.Id == of.Value)?.Unit ?? OutcomeCatalog.Of(of.Value).Unit, month);
        return null;
    }

    private PublicCostOver? CostOf(TextNode name, TextNode of, Month first, Month final)
    {
        var measure = of.Value[(Cost.Length + 1)..];
        var named = frame.Measures.Where(m => MeasureKeys.Names(measure, m.Clause.Id, m.Name)).Select(m => m.Clause.Id).ToList();
        if (named is [var one]) return new(name.Value, one, first, final);
        problems.Add(of.Position, named.Count > 1
            ? Sentence.Of(
                $"several documents have a measure {NearestWord.Quoted(measure)}. Write {WordList.Either(named.Select(id => $"{id}"))}.")
            : $"there is no measure {NearestWord.Quoted(measure)} in the scenario "
            + $"\"{frame.Name}\".{NearestWord.Instead(measure, $"measures", [.. frame.Measures.Select(m => m.Name)])}");
        return null;
    }

    private AllMet? Met(TextNode name, Node met, MapNode map)
    {
        foreach (var (key, _) in map.Entries.Where(e => e.Key.Value != "met" && Keys.Contains(e.Key.Value)))
            problems.Add(
                key.Position,
                $"{name.Value} asks whether targets are met, in the month each is due; {key.Value} has no meaning. Remove it.");
        Node[] items = met is ListNode list ? [.. list.Items] : [met];
        var targets = ImmutableArray.CreateBuilder<Target>();
        foreach (var item in items)
        {
            if (values.Text($"{name.Value}.met", item) is not { } id) continue;
            if (frame.Targets.FirstOrDefault(t => t.Id == id) is not { } target)
                problems.Add(
                    item.Position,
                    $"the scenario has no target {NearestWord.Quoted(id)}."
                    + $"{NearestWord.Instead(id, $"targets", [.. frame.Targets.Select(t => t.Id)])}");
            else if (target.By > last)
                problems.Add(item.Position, $"{id} is due by {target.By}, but the worlds end in {last}. Give a later last.");
            else
                targets.Add(target);
        }
        if (items.Length == 0) problems.Add(met.Position, $"{name.Value}.met names no target.");
        return targets.Count == items.Length && items.Length > 0 ? new(name.Value, targets.ToImmutable()) : null;
    }

    private Month? Month(TextNode name, MapNode map, string key)
    {
        if (map[key] is not { } node || values.Month($"{name.Value}.{key}", node) is not { } month) return null;
        if (month >= frame.Start && month <= last) return month;
        problems.Add(node.Position, $"{name.Value}.{key} is {month}, outside the worlds, {frame.Start} to {last}.");
        return null;
    }

    private static Indicator? ColumnOf(string name) =>
        Enum.GetValues<Indicator>().Cast<Indicator?>().FirstOrDefault(i => Names.ColumnOf(i!.Value) == name);

    // A yearly count, or a year's growth, needs twelve months before it.
    private static bool Reaches(string id, Month at, Month start) => !OutcomeCatalog.Of(id).CountsAYear || at - 11 >= start;
}
