using System.Collections.Immutable;
using SimLab.Engine.Effects;
using SimLab.Engine.Scenarios;
using SimLab.Model;
using SimLab.Model.Policies;

namespace SimLab.Engine.Calibration.Trials;

/// <summary>Reads the benchmark of effects from its YAML file, and reports errors as for scenarios.</summary>
public static class EffectsFile
{
    /// <summary>Reads the file of a path.</summary>
    /// <exception cref="ScenarioException">The file has errors.</exception>
    public static EffectsOfOthers Read(string path, MeasureCatalog catalog)
    {
        var problems = new Problems();
        if (!Layers.IsPath(path)) throw problems.Fatal(new(path, 0, 0), $"this is not a file name.");
        var file = Path.GetFullPath(path);
        var tree = YamlTree.Read(TextFile.Read(file, null, problems), file, problems);
        var read = new EffectsReader(tree, file, catalog, problems).Read();
        problems.ThrowIfAny();
        return read! with { FormerNames = problems.FormerNames };
    }
}

/// <summary>Turns the tree of the file into effects, and notes every error.</summary>
internal sealed class EffectsReader(MapNode tree, string file, MeasureCatalog catalog, Problems problems)
{
    private const double UsualShare = 0.5;
    private const int LeastReplicates = 2, LeastEnterprises = 500, MostMonths = 120;

    private static readonly string[] Keys = ["name", "note", "scenario", "from", "replicates", "enterprises", "effects"];
    private static readonly string[] TrialKeys =
        ["name", "nameZh", "eligible", "treatment", "share", "months", "reads", "outcomes", "grades", "explained"];
    private static readonly string[] UnposedKeys = ["name", "nameZh", "published", "publishedZh", "source", "notPosed", "notPosedZh"];
    private static readonly string[] TreatmentKeys = ["words", "measures", "claimed", "award"];
    private static readonly string[] OutcomeKeys = ["low", "centre", "high", "source"];

    private readonly Values values = new(problems);
    private Month first;

    /// <summary>Valid only if no problem was noted.</summary>
    public EffectsOfOthers? Read()
    {
        OnlyKeys("a benchmark of effects", tree, Keys);
        if (tree["note"] is { } note) values.Text("note", note, severalLines: true);
        var name = Required("name", "Effects that others measured") is { } n ? values.Text("name", n) : null;
        var scenario = Required("scenario", "../baseline-2023.yaml") is { } s ? Scenario(s) : null;
        var from = Required("from", "2022-12") is { } f ? values.Month("from", f) : null;
        var replicates = Required("replicates", "8") is { } r
            ? values.Whole("replicates", r, LeastReplicates, ScenarioReader.MostReplicates) : null;
        var enterprises = tree["enterprises"] is { } e ? values.Whole("enterprises", e, LeastEnterprises, int.MaxValue) : null;
        if (scenario is not null && from <= scenario.Start)
            problems.Add(
                tree["from"]!.Position, $"from is {from}, but the scenario begins in {scenario.Start}. Eligible firms are found in the "
                + $"month before the first treatment; write {scenario.Start + 1} or later.");
        first = from ?? default;
        var effects = ImmutableArray.CreateBuilder<MeasuredEffect>();
        foreach (var (id, node) in values.Map("effects", Required("effects", "{ … }")).Entries)
            if (One(id.Value, values.Map(id.Value, node)) is { } effect) effects.Add(effect);
        return name is null || scenario is null || from is null || replicates is null ? null
            : new(file, name, scenario, from.Value, replicates.Value, enterprises, effects.ToImmutable());
    }

    private MeasuredEffect? One(string id, MapNode map) => map["notPosed"] is null ? Trial(id, map) : Unposed(id, map);

    private UnposedEffect? Unposed(string id, MapNode map)
    {
        OnlyKeys(id, map, UnposedKeys);
        var (name, published, source, why) = (Name(id, map, "name"), Name(id, map, "published"), Text(id, map, "source"),
            Name(id, map, "notPosed"));
        return name is null || published is null || source is null || why is null ? null : new(id, name, published, source, why);
    }

    private EffectTrial? Trial(string id, MapNode map)
    {
        OnlyKeys(id, map, TrialKeys);
        var name = Name(id, map, "name");
        var eligible = In(id, map, "eligible") is { } firms
            ? Known($"{id}.eligible", firms, $"kind of firms", EligibleFirms.Find, EligibleFirms.All.Select(e => e.Name)) : null;
        var months = In(id, map, "months") is { } m ? values.Whole($"{id}.months", m, 1, MostMonths) : null;
        var reads = map["reads"] is { } r ? values.Whole($"{id}.reads", r, 1, months ?? MostMonths) : months;
        var treatment = In(id, map, "treatment") is { } t ? Treatment($"{id}.treatment", values.Map($"{id}.treatment", t)) : null;
        var outcomes = Outcomes(id, values.Map($"{id}.outcomes", In(id, map, "outcomes")));
        var grades = Grades(id, map["grades"]);
        var share = map["share"] is { } s ? Share($"{id}.share", s) : UsualShare;
        if (name is null || eligible is null || months is null || reads is null || treatment is not var (does, words)) return null;
        return new(id, name, eligible, does, words, months.Value, reads.Value, outcomes, grades)
        {
            Share = share,
            Explained = map["explained"] is { } why ? values.Text($"{id}.explained", why, severalLines: true) : null,
        };
    }

    private double Share(string what, Node node)
    {
        var share = values.Number(what, node, "share of the eligible firms") ?? UsualShare;
        if (share is <= 0 or >= 1)
            problems.Add(node.Position, $"{what} is {share}. Treated firms and controls are wanted: write more than 0 and less than 1.");
        return share;
    }

    private (TrialTreatment Does, string Words)? Treatment(string what, MapNode map)
    {
        OnlyKeys(what, map, TreatmentKeys);
        var words = Text(what, map, "words");
        var claimed = map["claimed"] is { } c && values.YesNo($"{what}.claimed", c) == true;
        var measures = ImmutableArray.CreateBuilder<Measure>();
        foreach (var (name, node) in values.Map($"{what}.measures", map["measures"]).Entries)
            if (Known($"{what}.measures", name, $"measure", catalog.Find, catalog.Measures.Select(m => m.Name)) is { } known)
                measures.Add(Levers(known, values.Map(known.Name, node)));
        var award = map["award"] switch
        {
            null => TrialAward.None,
            TextNode { Value: "contract" } => TrialAward.Contract,
            TextNode { Value: "refusedLoan" } => TrialAward.RefusedLoan,
            var other => Wrong(other),
        };
        if (measures.Count == 0 && map["award"] is null)
            problems.Add(map.Position, $"{what} treats nobody. Name measures with their levers, or an award: contract or refusedLoan.");
        return words is null ? null : (new(measures.ToImmutable(), !claimed, award), words);

        TrialAward Wrong(Node node)
        {
            problems.Add(node.Position, $"{what}.award is {Values.Found(node)}. Write contract or refusedLoan.");
            return TrialAward.None;
        }
    }

    // The levers named, and all others at zero.
    private Measure Levers(CataloguedMeasure known, MapNode map)
    {
        var measure = new Dose(known, 0).From(first);
        foreach (var (name, node) in map.Entries)
            if (Known(known.Name, name, $"lever", known.Lever, known.Levers.Select(l => l.Name)) is { } lever
                && values.Parameter(lever, known.Name, node) is { } value)
                lever.Set(measure, value);
        return measure;
    }

    private ImmutableArray<PublishedEffect> Outcomes(string id, MapNode map)
    {
        var read = ImmutableArray.CreateBuilder<PublishedEffect>();
        foreach (var (name, node) in map.Entries)
        {
            var what = $"{id}.{name.Value}";
            if (Known($"{id}.outcomes", name, $"outcome", TrialOutcome.Find, TrialOutcome.All.Select(o => o.Name))
                is not { } outcome) continue;
            var parts = values.Map(what, node);
            OnlyKeys(what, parts, OutcomeKeys);
            double? Figure(string key) => parts[key] is { } figure ? values.Number($"{what}.{key}", figure, outcome.Unit) : null;
            var (low, centre, high) = (Figure("low"), Figure("centre"), Figure("high"));
            if (low is null && centre is null && high is null)
                problems.Add(parts.Position, $"{what} has no published figure. Add low and high, or centre, or one end for a direction.");
            if (low > high || centre < low || centre > high)
                problems.Add(parts.Position, $"{what} is no interval: low, centre and high must not decrease.");
            if (Text(what, parts, "source") is { } source)
                read.Add(new(outcome, low, centre, high, source) { Rounding = Rounding(parts["centre"]) });
        }
        return read.ToImmutable();
    }

    // "0.24" was published to two digits after the point.
    private static double Rounding(Node? centre)
    {
        if (centre is not TextNode { Value: var text }) return 0;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return 0.5 * Math.Pow(10, point < 0 ? 0 : point + 1 - text.Length);
    }

    private ImmutableArray<string> Grades(string id, Node? node)
    {
        if (node is null) return [];
        if (node is not ListNode list)
        {
            problems.Add(node.Position, $"{id}.grades is {Values.Found(node)}. Write a list such as [TaxRelief.superDeduction].");
            return [];
        }
        var read = ImmutableArray.CreateBuilder<string>();
        string[] levers = [.. catalog.Measures.SelectMany(measure => measure.Levers.Select(lever => $"{measure.Name}.{lever.Name}"))];
        foreach (var item in list.Items)
            if (Known($"{id}.grades", item, $"lever", name => levers.FirstOrDefault(lever => lever == name), levers) is { } lever)
                read.Add(lever);
        return read.ToImmutable();
    }

    private Scenario? Scenario(Node node)
    {
        if (values.Text("scenario", node) is null) return null;
        var path = Layers.Resolve((TextNode)node, problems);
        if (!File.Exists(path))
        {
            TextFile.NoteMissing(path, node.Position, problems);
            return null;
        }
        var scenario = ScenarioFile.Read(path, catalog);
        problems.Note(scenario.FormerNames);
        return scenario;
    }

    private T? Known<T>(string what, Node node, Sentence noun, Func<string, T?> find, IEnumerable<string> all) where T : class
    {
        if (values.Text(what, node) is not { } name) return null;
        if (find(name) is { } known) return known;
        problems.Add(
            node.Position, $"there is no {noun} {NearestWord.Quoted(name)} in {what}.{NearestWord.Instead(name, $"{noun}s", [.. all])}");
        return null;
    }

    private void OnlyKeys(string what, MapNode map, string[] keys)
    {
        foreach (var (key, _) in map.Entries.Where(e => !keys.Contains(e.Key.Value)))
            problems.Add(
                key.Position,
                $"there is no key {NearestWord.Quoted(key.Value)} in {what}.{NearestWord.Instead(key.Value, $"keys", keys)}");
    }

    private Node? Required(string key, string example)
    {
        if (tree[key] is { } node) return node;
        problems.Add(new(file, 1, 1), $"{key} is missing. Add \"{key}: {example}\".");
        return null;
    }

    private Node? In(string what, MapNode map, string key)
    {
        if (map[key] is { } node) return node;
        problems.Add(map.Position, $"{what} has no {key}. Add \"{key}: …\".");
        return null;
    }

    // A text with its Chinese under the same key and "Zh", if the file gives one.
    private Term? Name(string what, MapNode map, string key) => Text(what, map, key) is not { } text ? null
        : Term.Name(text, map[$"{key}Zh"] is { } zh ? values.Text($"{what}.{key}Zh", zh) : null);

    private string? Text(string what, MapNode map, string key) =>
        In(what, map, key) is { } node ? values.Text($"{what}.{key}", node) : null;
}
