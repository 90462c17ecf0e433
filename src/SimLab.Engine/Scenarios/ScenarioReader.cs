using System.Collections.Immutable;
using SimLab.Model;
using SimLab.Model.Economy;
using SimLab.Model.Policies;

namespace SimLab.Engine.Scenarios;

/// <summary>Converts a scenario's merged tree into a <see cref="Scenario"/> and notes every error.</summary>
internal sealed class ScenarioReader(MapNode tree, string file, MeasureCatalog catalog, Problems problems)
{
    internal const int MostMonths = 600, MostReplicates = 100_000;

    internal static readonly string[] Keys =
    [
        "name", "nameZh", "note", "noteZh", "extends", "baseline", "start", "months", "replicates", "seed", "population", "macro",
            "behaviour", "closure", "measures", "changes", "targets", "branch",
    ];

    private readonly Values values = new(problems);

    /// <summary>The result is valid only if no problem was noted.</summary>
    public Scenario Read()
    {
        foreach (var (key, _) in tree.Entries.Where(e => !Keys.Contains(e.Key.Value)))
            problems.Add(key.Position, $"there is no key {NearestWord.Quoted(key.Value)}.{NearestWord.Instead(key.Value, $"keys", Keys)}");

        var start = Required("start") is { } s ? values.Month("start", s) : null;
        var months = Required("months") is { } m ? values.Whole("months", m, 1, MostMonths) : null;
        (Month First, Month Last)? run = start is { } first && months is { } count ? (first, first + (count - 1)) : null;
        // A branch may have entries after the run's end: its parent may have run for fewer months than its file says.
        var reached = tree["population"] is TextNode { Value: var firms } && Path.GetFileName(firms) == ScenarioFile.RecordedRun
            ? null : run;
        var measures = Measures(reached);
        var changes = new ChangesReader(values, catalog, problems);
        return new()
        {
            Name = Required("name") is { } name && values.Text("name", name) is { } given ? given : "",
            NameZh = tree["nameZh"] is { } nameZh ? values.Text("nameZh", nameZh) : null,
            Note = tree["note"] is { } note ? values.Text("note", note, severalLines: true) : null,
            NoteZh = tree["noteZh"] is { } noteZh ? values.Text("noteZh", noteZh, severalLines: true) : null,
            File = file,
            Start = start ?? default,
            Months = months ?? 0,
            Replicates = tree["replicates"] is { } replicates ? values.Whole("replicates", replicates, 1, MostReplicates) ?? 0 : 32,
            Seed = tree["seed"] is { } seed ? values.Seed(seed) ?? 0 : 1,
            Population = Population(),
            Macro = Turned("macro", new Macro()),
            Behaviour = Closed(Turned("behaviour", new BehaviouralParameters())),
            Measures = measures,
            Changes = changes.Read(values.Map("changes", tree["changes"]), measures, run),
            Branch = changes.Branch(tree["branch"], run),
            Targets = new TargetReader(values, problems).Read(values.Map("targets", tree["targets"]), reached),
        };
    }

    private Node? Required(string key)
    {
        if (tree[key] is { } node) return node;
        problems.Add(new(file, 1, 1), tree["extends"] is null && key != "name"
            ? Sentence.Of($"{key} is missing. Add \"{key}: …\", or extend a file that has it.") : $"{key} is missing. Add \"{key}: …\".");
        return null;
    }

    private string Population()
    {
        if (Required("population") is not { } node || values.Text("population", node) is null) return "";
        var path = Layers.Resolve((TextNode)node, problems);
        if (!File.Exists(path)) TextFile.NoteMissing(path, node.Position, problems);
        return path;
    }

    // Macro and behaviour: documented values, overridden by the scenario's.
    private T Turned<T>(string key, T fresh) where T : notnull
    {
        var parameters = Parameter.Of(fresh);
        foreach (var (name, node) in values.Map(key, tree[key]).Entries)
        {
            if (parameters.FirstOrDefault(d => d.Name == name.Value) is not { } parameter)
                problems.Add(name.Position,
                    $"there is no number {NearestWord.Quoted(name.Value)} under "
                        + $"{key}.{NearestWord.Instead(name.Value, $"numbers", [.. parameters.Select(d => d.Name)])}");
            else if (values.Parameter(parameter, key, node) is { } value)
                parameter.Set(fresh, value);
        }
        return fresh;
    }

    // A short way to write the numbers of the closure: the scenario has them at 0, or as they are.
    private BehaviouralParameters Closed(BehaviouralParameters behaviour)
    {
        if (tree["closure"] is not { } node) return behaviour;
        if (node is not TextNode { Value: "full" or "none" })
            problems.Add(
                node.Position, $"closure is {Values.Found(node)}. Write full (what firms pay comes back to their region) or none.");
        if (node is not TextNode { Value: "none" }) return behaviour;
        var open = behaviour.WithoutClosure();
        var written = values.Map("behaviour", tree["behaviour"]);
        foreach (var number in Parameter.Of(open).Where(d => !d.In(open).Equals(d.In(behaviour)) && written[d.Name] is not null))
            problems.Add(written[number.Name]!.Position, $"closure is none, so behaviour.{number.Name} is 0. Leave one of them out.");
        return open;
    }

    private ImmutableArray<Measure> Measures((Month First, Month Last)? run)
    {
        var read = new Dictionary<Type, Measure>();
        foreach (var (name, node) in values.Map("measures", tree["measures"]).Entries)
        {
            if (catalog.Find(name.Value) is not { } known)
                problems.Add(name.Position, catalog.WhyNot(name.Value));
            else if (node is MapNode or TextNode { Value: "" })
                read.Add(known.Type, Measure(known, values.Map(known.Key, node), run));
            else if (node is not TextNode { Value: "off" })
                problems.Add(
                    node.Position,
                    $"{known.Key} is {Values.Found(node)}. Write its levers below it, {{}} for the measure as its document has it, or "
                    + $"off.");
        }
        return [.. catalog.Measures.Where(m => read.ContainsKey(m.Type)).Select(m => read[m.Type])];
    }

    private Measure Measure(CataloguedMeasure known, MapNode map, (Month First, Month Last)? run)
    {
        var measure = known.AsWritten();
        foreach (var (name, node) in map.Entries)
        {
            if (name.Value is "from" or "until" or Payers.Key) continue;
            if (known.Lever(name.Value) is not { } lever)
            {
                string[] names = [.. known.Levers.Select(l => l.Name), "from", "until", Payers.Key];
                problems.Add(name.Position,
                    $"there is no lever {NearestWord.Quoted(name.Value)} in "
                    + $"{known.Key}.{NearestWord.Instead(name.Value, $"levers", names)}");
            }
            else if (values.Parameter(lever, known.Key, node) is { } value)
                lever.Set(measure, value);
        }
        var payer = Payers.Read(known.Key, map[Payers.Key], problems);
        return InForce(measure, known.Key, map["from"], map["until"], run) with { FinancedBy = payer };
    }

    private Measure InForce(Measure measure, string name, Node? from, Node? until, (Month First, Month Last)? run)
    {
        Month? first = from is null ? null : values.Month($"{name}.from", from);
        Month? last = until is null ? null : values.Month($"{name}.until", until);
        Sentence leaveOut = $"It would never be in force; write \"{Term.Name(name, name)}: off\" to leave it out.";
        if (first > last)
            problems.Add(until!.Position, $"{name} ends in {last}, before it begins in {first}. Put the earlier month in from.");
        if (last < run?.First)
            problems.Add(until!.Position, $"{name} ends in {last}, before the run begins in {run?.First}. {leaveOut}");
        if (first > run?.Last)
            problems.Add(from!.Position, $"{name} begins in {first}, after the run ends in {run?.Last}. {leaveOut}");
        return measure with { From = first, Until = last };
    }
}
